import type { QueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { CustomerBackend } from '../../src/contract/backend';
import type { Customer } from '../../src/domain/customer';

/** Rows a page, in all of them. */
export const pageSize = 50;
/** The order all of them start with. */
export const firstSort = '-created';

export const hrefOf = ({ id }: Customer) => `/customers/${id}`;

/** What one of the pages that are compared is made of. */
export interface Subject {
	/** What is around all of it, once. */
	around: (client: QueryClient, backend: CustomerBackend, content: ReactNode) => ReactNode;
	/** The customers, a page at a time. */
	pages: (selectable: boolean) => ReactNode;
	/** All customers below each other. */
	list: () => ReactNode;
	/** The form of a new customer. */
	form: () => ReactNode;
	/** The key of the query whose pages `list` shows. */
	listKey: (backend: CustomerBackend) => readonly unknown[];
	/** What else must be known for the rows to be drawn at once. */
	prepare?: (client: QueryClient, backend: CustomerBackend) => Promise<void>;
}
