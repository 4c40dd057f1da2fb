import type { Capabilities, ListCustomersRequest } from '../../contract/backend';
import type { ProblemIssue } from '../../contract/problemIssue';
import { ProblemError } from './problemError';

/**
 * Refuses what the backend does not offer, naming it; nothing is silently ignored.
 * @throws `not_supported` at the pointers, below `prefix`
 */
export function requireSupported(request: ListCustomersRequest, capabilities: Capabilities, prefix = ''): void {
	const { search, filter, sort, paging } = capabilities;
	const total = request.total === 'none' ? undefined : request.total;
	const missing = [
		request.query?.trim() && !search && '/query',
		request.email !== undefined && !filter.email && '/email',
		request.country?.length && !filter.country && '/country',
		request.created !== undefined && !filter.created && '/created',
		request.sort !== undefined && !sort.includes(request.sort) && '/sort',
		request.before !== undefined && !paging.backward && '/before',
		total !== undefined && !paging.total.includes(total) && '/total',
	].filter((at) => typeof at === 'string' && at !== '');
	if (missing.length > 0) throw unsupported(missing.map((at) => prefix + at));
}

/** What is wrong with a page size that is larger than this backend takes. */
export function limitErrors({ limit }: ListCustomersRequest, { paging }: Capabilities, prefix = ''): ProblemIssue[] {
	if (limit === undefined || limit <= paging.maxLimit) return [];
	return [{ pointer: `${prefix}/limit`, code: 'out_of_range', params: { min: 1, max: paging.maxLimit } }];
}

/** 501, naming what is not offered by its pointers. */
export function unsupported(at: readonly string[]): ProblemError {
	const errors: ProblemIssue[] = at.map((pointer) => ({ pointer, code: 'not_supported' }));
	return new ProblemError('not_supported', { errors, message: `The backend does not offer ${at.join(', ')}, see its capabilities().` });
}
