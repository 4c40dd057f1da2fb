import type { QueryClient } from '@tanstack/react-query';
import { type RenderHookOptions, renderHook } from '@testing-library/react';
import { type ReactNode, StrictMode } from 'react';
import { memoryBackend } from '../../src/backends/memory';
import type { CustomerBackend, CustomersProviderProps } from '../../src/index';
import { CustomersProvider } from '../../src/index';
import { people } from '../people';

export const backendOf = (count: number) => memoryBackend({ customers: people(count) });

export interface Call {
	method: string;
	args: readonly unknown[];
}

/** Writes down every call. */
export function recorded(backend: CustomerBackend): { backend: CustomerBackend; calls: Call[]; count: (method: string) => number } {
	const calls: Call[] = [];
	const spy = new Proxy(backend, {
		get(target, method: string) {
			const value = Reflect.get(target, method) as unknown;
			if (typeof value !== 'function') return value;
			return (...args: unknown[]) => {
				calls.push({ method, args });
				return value.apply(target, args);
			};
		},
	});
	return { backend: spy, calls, count: (method) => calls.filter((call) => call.method === method).length };
}

export type Setup = Partial<CustomersProviderProps> & { backend: CustomerBackend; queryClient?: QueryClient };

/** Below a provider, in StrictMode; `change` gives the provider other props. */
export function renderBelow<Result, Props>(setup: Setup, hook: (props: Props) => Result, options: RenderHookOptions<Props> = {}) {
	let current = setup;
	const wrapper = ({ children }: { children: ReactNode }) => (
		<StrictMode>
			<CustomersProvider {...current}>{children}</CustomersProvider>
		</StrictMode>
	);
	const view = renderHook(hook, { ...options, wrapper });
	return {
		...view,
		change: (changes: Partial<Setup>) => {
			current = { ...current, ...changes };
			view.rerender(options.initialProps as Props);
		},
	};
}

/** Something that is settled by hand. */
export function deferred<T>() {
	let resolve: (value: T) => void = () => undefined;
	let reject: (error: unknown) => void = () => undefined;
	const promise = new Promise<T>((yes, no) => {
		resolve = yes;
		reject = no;
	});
	return { promise, resolve, reject };
}

/** Lets everything that is already on its way arrive. */
export const settle = () => new Promise<void>((resolve) => setTimeout(resolve, 20));
