import type { Query, QueryClient } from '@tanstack/react-query';
import { keyRoot, scopeKey } from './customerKey';

/** How many providers show a scope now. */
const providers = new WeakMap<QueryClient, Map<string, number>>();

/** Notes that a provider shows a scope. Returns how to end that. */
export function enterScope(client: QueryClient, scope: string): () => void {
	const counts = providers.get(client) ?? new Map<string, number>();
	providers.set(client, counts);
	counts.set(scope, (counts.get(scope) ?? 0) + 1);
	return () => void counts.set(scope, counts.get(scope)! - 1);
}

/** Drops what former users saw: the entries of every other scope that a provider showed and none shows now. */
export function dropFormerScopes(client: QueryClient, current: string): void {
	const counts = providers.get(client)!;
	for (const [scope, count] of counts) {
		if (scope === current || count > 0) continue;
		counts.delete(scope);
		const queryKey = scopeKey(scope);
		void client.cancelQueries({ queryKey });
		client.removeQueries({ queryKey });
		const mutations = client.getMutationCache();
		for (const mutation of mutations.findAll({ mutationKey: queryKey })) mutations.remove(mutation);
	}
}

/** Whether a cache key belongs to a scope of the kit. */
export function isKeyOfScope(key: readonly unknown[] | undefined, scope: string): boolean {
	return key?.[0] === keyRoot && key[1] === scope;
}

/** Makes a `placeholderData` that keeps former rows of the same scope only: another user's must not be painted, not even for a frame. */
export function keepPreviousData(scope: string) {
	return <Data>(data: Data | undefined, query: Pick<Query, 'queryKey'> | undefined): Data | undefined =>
		isKeyOfScope(query?.queryKey, scope) ? data : undefined;
}
