import type { QueryClient } from '@tanstack/react-query';
import type { Customer } from '../../domain/customer';
import { customerKey, scopeKey } from '../cache/customerKey';
import { askFor, type LiveContext } from './refetchPages';

const known = new WeakMap<QueryClient, Map<string, string>>();

/** The id of whoever is signed in, where it is among these and something of theirs is known by `me`; else `undefined`. */
export async function ownIdAmong(context: LiveContext, ids: readonly string[]): Promise<string | undefined> {
	const { queryClient, scope } = context;
	const predicate = ({ queryKey }: { queryKey: readonly unknown[] }) => queryKey[3] === 'me';
	if (ids.length === 0 || queryClient.getQueryCache().findAll({ queryKey: scopeKey(scope), predicate }).length === 0) return undefined;
	const byScope = known.get(queryClient) ?? new Map<string, string>();
	known.set(queryClient, byScope);
	const shown = queryClient.getQueryData<Customer>(customerKey(scope, 'detail', 'me'))?.id;
	const own = shown ?? byScope.get(scope) ?? (await askFor(context, 'me'))?.id;
	if (own) byScope.set(scope, own);
	return ids.find((id) => id === own);
}
