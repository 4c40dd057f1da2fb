import type { ListCustomersRequest } from '../../contract/backend';

/** First element of every cache key of the kit. */
export const keyRoot = 'proyecta-customers';

/** Cache keys. Each starts with the root and the scope, so that one user never sees another's entries. */
export const customerKeys = {
	scope: (scope: string) => [keyRoot, scope] as const,
	lists: (scope: string) => [keyRoot, scope, 'list'] as const,
	list: (scope: string, request: ListCustomersRequest) => [keyRoot, scope, 'list', normalizeRequest(request)] as const,
	infinites: (scope: string) => [keyRoot, scope, 'infinite'] as const,
	infinite: (scope: string, request: ListCustomersRequest) => [keyRoot, scope, 'infinite', normalizeRequest(request)] as const,
	detail: (scope: string, id: string) => [keyRoot, scope, 'detail', id] as const,
	capabilities: (scope: string) => [keyRoot, scope, 'capabilities'] as const,
	create: (scope: string) => [keyRoot, scope, 'create'] as const,
	update: (scope: string) => [keyRoot, scope, 'update'] as const,
	undo: (scope: string) => [keyRoot, scope, 'undo'] as const,
	exports: (scope: string) => [keyRoot, scope, 'export'] as const,
	imports: (scope: string) => [keyRoot, scope, 'import'] as const,
};

/** One spelling for requests that mean the same: defaults and empty filters left out, countries in order, text trimmed. */
export function normalizeRequest(request: ListCustomersRequest): ListCustomersRequest {
	const normal: ListCustomersRequest = {};
	const query = request.query?.trim().normalize('NFC');
	if (query) normal.query = query;
	const email = request.email?.trim().normalize('NFC');
	if (email) normal.email = email;
	if (request.country?.length) normal.country = [...new Set(request.country.map((code) => code.toUpperCase()))].sort();
	const { gte, lt } = request.created ?? {};
	if (gte || lt) normal.created = { ...(gte && { gte }), ...(lt && { lt }) };
	if (request.sort && request.sort !== '-created') normal.sort = request.sort;
	if (request.limit !== undefined && request.limit !== 20) normal.limit = request.limit;
	if (request.after) normal.after = request.after;
	if (request.before) normal.before = request.before;
	if (request.total && request.total !== 'none') normal.total = request.total;
	return normal;
}
