import type { QueryClient } from '@tanstack/react-query';
import { customerKeys, keyRoot } from './customerKeys';

interface ScopeState {
	/** Providers that show this scope now. */
	providers: number;
	/** Raised when the scope's entries are dropped: writes begun before must not fill the cache again. */
	epoch: number;
}

const scopesByClient = new WeakMap<QueryClient, Map<string, ScopeState>>();

function stateOf(client: QueryClient, scope: string): ScopeState {
	const scopes = scopesByClient.get(client) ?? new Map<string, ScopeState>();
	scopesByClient.set(client, scopes);
	const state = scopes.get(scope) ?? { providers: 0, epoch: 0 };
	scopes.set(scope, state);
	return state;
}

/** Notes that a provider shows a scope; the answer ends that. */
export function enterScope(client: QueryClient, scope: string): () => void {
	const state = stateOf(client, scope);
	state.providers += 1;
	return () => {
		state.providers -= 1;
	};
}

/** Drops what former users saw: the entries of every other scope that a provider showed and none shows now. */
export function dropFormerScopes(client: QueryClient, current: string): void {
	for (const [scope, state] of scopesByClient.get(client) ?? []) {
		if (scope === current || state.providers > 0) continue;
		state.epoch += 1;
		void client.cancelQueries({ queryKey: customerKeys.scope(scope) });
		client.removeQueries({ queryKey: customerKeys.scope(scope) });
		const mutations = client.getMutationCache();
		for (const mutation of mutations.findAll({ mutationKey: customerKeys.scope(scope) })) mutations.remove(mutation);
	}
}

/** How often the scope's entries were dropped. */
export function scopeEpoch(client: QueryClient, scope: string): number {
	return stateOf(client, scope).epoch;
}

/** Whether a cache key belongs to a scope of the kit. */
export function isKeyOfScope(key: readonly unknown[] | undefined, scope: string): boolean {
	return key?.[0] === keyRoot && key[1] === scope;
}
