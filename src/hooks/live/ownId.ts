import type { Customer } from '../../domain/customer';
import { customerKey, scopeKey } from '../cache/customerKey';
import { askFor, type LiveContext } from './refetchPages';

/** The id of whoever is signed in, where it is among these and something of theirs is known by `me`; else `undefined`. */
export async function ownIdAmong(context: LiveContext, ids: readonly string[]): Promise<string | undefined> {
	const { queryClient, scope } = context;
	const known = queryClient.getQueryCache().findAll({ queryKey: scopeKey(scope) });
	if (!ids.length || !known.some(({ queryKey }) => queryKey[3] === 'me')) return undefined;
	const key = customerKey(scope, 'detail', 'me');
	const me = queryClient.getQueryData<Customer>(key) ?? (await askFor(context, 'me')) ?? undefined;
	queryClient.setQueryData<Customer>(key, (held) => held ?? me);
	return ids.find((id) => id === me?.id);
}
