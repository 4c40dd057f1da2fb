import { QueryClient } from '@tanstack/react-query';
import { configure, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ReactNode, StrictMode } from 'react';
import { vi } from 'vitest';
import { memoryBackend } from '../../src/backends/memory';
import type { Customer, CustomersProviderProps } from '../../src/index';
import { CustomersProvider } from '../../src/index';

// How long something may take on a busy machine is no part of any test.
configure({ asyncUtilTimeout: 15_000 });

/** `person1` is the newest of them. */
export function person(number: number, changes: Partial<Customer> = {}): Customer {
	return {
		id: `cus_${number}`,
		email: `person${number}@example.com`,
		name: `Person ${number}`,
		phone: null,
		address: null,
		created: new Date(Date.UTC(2026, 0, 1) - number * 60_000).toISOString(),
		version: '1',
		...changes,
	};
}

export const people = (count: number) => Array.from({ length: count }, (_, index) => person(index + 1));

/** Renders below a provider whose backend holds 45 people, unless told otherwise. */
export function renderWith(children: ReactNode, props: Partial<CustomersProviderProps> = {}) {
	const navigate = vi.fn();
	const provider = { backend: memoryBackend({ customers: people(45) }), navigate, queryClient: new QueryClient(), scope: 'test', ...props };
	const below = (content: ReactNode) => (
		<StrictMode>
			<CustomersProvider {...provider}>{content}</CustomersProvider>
		</StrictMode>
	);
	const view = render(below(children));
	return {
		user: userEvent.setup(),
		navigate,
		backend: provider.backend,
		queryClient: provider.queryClient,
		show: (content: ReactNode) => view.rerender(below(content)),
	};
}
