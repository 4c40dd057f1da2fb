import type { ListCustomersRequest } from '../../contract/backend';

/** First element of every cache key of the kit. */
export const keyRoot = 'proyecta-customers';

type Kind = 'list' | 'infinite' | 'detail' | 'email' | 'capabilities' | 'undo' | 'create' | 'update' | 'export' | 'import';

/**
 * Cache keys. Each starts with the root and the scope, so that one user never sees another's entries. A request is a normalised
 * one: those that mean the same share an entry.
 */
export const customerKeys = {
	scope: (scope: string) => [keyRoot, scope] as const,
	/** The key of all entries of a kind, or of its only one. */
	kind: <K extends Kind>(scope: string, kind: K) => [keyRoot, scope, kind] as const,
	list: (scope: string, request: ListCustomersRequest) => [keyRoot, scope, 'list', request] as const,
	infinite: (scope: string, request: ListCustomersRequest) => [keyRoot, scope, 'infinite', request] as const,
	/** Who has an email; not one of the lists, which each write asks for again. */
	email: (scope: string, emailKey: string) => [keyRoot, scope, 'email', emailKey] as const,
	detail: (scope: string, id: string) => [keyRoot, scope, 'detail', id] as const,
};
