import type { ListCustomersRequest } from '../../contract/backend';

/** First element of every cache key of the kit. */
export const keyRoot = 'proyecta-customers';

/**
 * Cache keys. Each starts with the root and the scope, so that one user never sees another's entries. A request is a normalised
 * one: those that mean the same share an entry.
 */
export const customerKeys = {
	scope: (scope: string) => [keyRoot, scope] as const,
	lists: (scope: string) => [keyRoot, scope, 'list'] as const,
	list: (scope: string, request: ListCustomersRequest) => [keyRoot, scope, 'list', request] as const,
	infinites: (scope: string) => [keyRoot, scope, 'infinite'] as const,
	infinite: (scope: string, request: ListCustomersRequest) => [keyRoot, scope, 'infinite', request] as const,
	detail: (scope: string, id: string) => [keyRoot, scope, 'detail', id] as const,
	capabilities: (scope: string) => [keyRoot, scope, 'capabilities'] as const,
	create: (scope: string) => [keyRoot, scope, 'create'] as const,
	update: (scope: string) => [keyRoot, scope, 'update'] as const,
	undo: (scope: string) => [keyRoot, scope, 'undo'] as const,
	exports: (scope: string) => [keyRoot, scope, 'export'] as const,
	imports: (scope: string) => [keyRoot, scope, 'import'] as const,
};
