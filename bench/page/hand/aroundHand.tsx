import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { CustomerBackend } from '../../../src/contract/backend';
import { firstSort } from '../subject';
import { BackendContext } from './BackendContext';
import { listQuery } from './customerPages';

/** What is around a page written by hand. */
export const aroundHand = (client: QueryClient, backend: CustomerBackend, content: ReactNode) => (
	<QueryClientProvider client={client}>
		<BackendContext value={backend}>{content}</BackendContext>
	</QueryClientProvider>
);

export const handListKey = (backend: CustomerBackend) => listQuery(backend, { query: '', sort: firstSort }).queryKey;
