/** First element of every cache key of the kit. */
export const keyRoot = 'proyecta-customers';

type Kind =
	| ('list' | 'infinite' | 'detail' | 'email' | 'capabilities' | 'entitlement' | 'subscriptions')
	| ('undo' | 'create' | 'update' | 'export' | 'import' | 'checkout' | 'portal' | 'cancel' | 'resume' | 'ensure');

export type CustomerKey<K extends Kind, Subject extends readonly unknown[] = []> = readonly [typeof keyRoot, string, K, ...Subject];

/**
 * The cache key of a kind, and of one entry where there are several. Each starts with the root and the scope, so that one user never sees
 * another's entries. Lists go by a normalised request, so that those that mean the same share an entry; a look-up of an email is none of
 * the lists, which each write asks for again.
 */
export function customerKey<K extends Kind, Subject extends readonly unknown[]>(
	scope: string,
	kind: K,
	...subject: Subject
): CustomerKey<K, Subject> {
	return [keyRoot, scope, kind, ...subject];
}

/** What all keys of a scope begin with. */
export function scopeKey(scope: string): readonly [typeof keyRoot, string] {
	return [keyRoot, scope];
}
