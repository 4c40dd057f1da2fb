import type { InfiniteData, Query, QueryClient } from '@tanstack/react-query';
import type { CustomerPage } from '../../contract/backend';

// What hooks have of this themselves is theirs: a module that they shared with what is loaded later would leave the bundle of both.

/** How cache keys of a scope begin. */
export type Root = readonly [root: string, scope: string, ...rest: unknown[]];

/** The cache key of a kind. */
export function keyOf([root, scope]: Root, kind: string, ...subject: string[]): readonly string[] {
	return [root, scope, kind, ...subject];
}

/** Whether an entry is a list of a scope. */
export function isListOf([root, scope]: Root, { queryKey }: Query): boolean {
	return queryKey[0] === root && queryKey[1] === scope && (queryKey[2] === 'list' || queryKey[2] === 'infinite');
}

/** All lists of a scope. */
export function allLists(client: QueryClient, root: Root): Query[] {
	return client.getQueryCache().findAll({ predicate: (query) => isListOf(root, query) });
}

/** The pages that a list holds. */
export function loadedPages({ state }: Query): readonly CustomerPage[] {
	const data = state.data as CustomerPage | InfiniteData<CustomerPage> | undefined;
	if (!data) return [];
	return 'pages' in data ? data.pages : [data];
}

/** The entry that holds this very answer. */
export function loadedFrom(client: QueryClient, data: unknown): Query | undefined {
	return data === undefined
		? undefined
		: client
				.getQueryCache()
				.getAll()
				.find(({ state }) => state.data === data);
}
