import { QueryClient } from '@tanstack/react-query';
import { configure, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ReactNode, StrictMode } from 'react';
import { vi } from 'vitest';
import { memoryBackend } from '../../src/backends/memory';
import type { CustomersProviderProps } from '../../src/index';
import { CustomersProvider } from '../../src/index';
import { people } from '../people';

// How long something may take on a busy machine is no part of any test.
configure({ asyncUtilTimeout: 15_000 });

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
		container: view.container,
		user: userEvent.setup(),
		navigate,
		backend: provider.backend,
		queryClient: provider.queryClient,
		show: (content: ReactNode) => view.rerender(below(content)),
	};
}
