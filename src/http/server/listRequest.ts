import type { ListCustomersRequest } from '../../contract/backend';
import { listRequestKeys, maxCursorLength, maxLimit, maxQueryLength, totals } from '../../contract/listRequest';
import type { ProblemIssue } from '../../contract/problemIssue';
import { isSort, sorts } from '../../contract/sorts';
import { maxEmailLength } from '../../domain/isEmail';
import type { BodyChecks } from './bodyChecks';
import { malformedRequest } from './problemError';

/** Refuses any query parameter: only a list has some. @throws `malformed_request` */
export function requireNoQuery(url: URL): void {
	const [key] = url.searchParams.keys();
	if (key !== undefined) throw malformedRequest('This route takes no query parameters.');
}

/**
 * The list request of a URL. Nothing personal is among its parameters.
 * @throws `malformed_request` for unknown or repeated parameters, non-canonical integers, and words that are not offered.
 */
export function listRequestOfUrl(url: URL): ListCustomersRequest {
	const errors: ProblemIssue[] = [];
	const request: ListCustomersRequest = {};
	const refuse = (key: string, code: string) => void errors.push({ pointer: `/${key}`, code });
	for (const key of new Set(url.searchParams.keys())) {
		const [value = '', ...more] = url.searchParams.getAll(key);
		if (more.length > 0) throw malformedRequest('A query parameter is repeated.');
		switch (key) {
			case 'limit':
				if (!/^(0|[1-9]\d{0,8})$/.test(value)) refuse(key, 'invalid_type');
				else if (Number(value) < 1 || Number(value) > maxLimit) refuse(key, 'out_of_range');
				else request.limit = Number(value);
				break;
			case 'after':
			case 'before':
				if (value === '' || value.length > maxCursorLength) refuse(key, 'invalid_cursor');
				else request[key] = value;
				break;
			case 'sort':
				if (isSort(value)) request.sort = value;
				else refuse(key, 'not_one_of');
				break;
			case 'total': {
				const total = totals.find((word) => word === value);
				if (total === undefined) refuse(key, 'not_one_of');
				else request.total = total;
				break;
			}
			default:
				throw malformedRequest(
					'A query parameter is unknown. A list takes limit, after, before, sort and total; the rest goes to POST /search.',
				);
		}
	}
	if (request.after !== undefined && request.before !== undefined) refuse('before', 'with_after');
	if (errors.length > 0) throw malformedRequest('A query parameter has a wrong value, see errors.', errors);
	return request;
}

/** The list request of a body; what is wrong with it is collected in `checks`. */
export function listRequestOfBody(value: unknown, checks: BodyChecks, at: readonly string[] = []): ListCustomersRequest {
	const from = checks.object(value, listRequestKeys, at) ?? {};
	const request: ListCustomersRequest = {};
	const has = (key: (typeof listRequestKeys)[number]) => from[key] !== undefined;
	if (has('query')) request.query = checks.text(from.query, [...at, 'query'], maxQueryLength);
	if (has('email')) request.email = checks.text(from.email, [...at, 'email'], maxEmailLength);
	if (has('country')) {
		request.country = checks
			.array(from.country, 0, 300, [...at, 'country'])
			?.map((code, index) => checks.country(code, [...at, 'country', index]) ?? '');
	}
	if (has('created')) request.created = createdRange(from.created, checks, [...at, 'created']);
	if (has('sort')) request.sort = checks.oneOf(from.sort, sorts, [...at, 'sort']);
	if (has('limit')) request.limit = checks.integer(from.limit, 1, maxLimit, [...at, 'limit']);
	if (has('after')) request.after = checks.cursor(from.after, [...at, 'after']);
	if (has('before')) request.before = checks.cursor(from.before, [...at, 'before']);
	if (has('total')) request.total = checks.oneOf(from.total, totals, [...at, 'total']);
	if (has('after') && has('before')) checks.add([...at, 'before'], 'with_after');
	return request;
}

function createdRange(value: unknown, checks: BodyChecks, at: readonly string[]): { gte?: string; lt?: string } {
	const from = checks.object(value, ['gte', 'lt'], at) ?? {};
	const range: { gte?: string; lt?: string } = {};
	for (const end of ['gte', 'lt'] as const) {
		const text = from[end] === undefined ? undefined : checks.instant(from[end], [...at, end]);
		if (text !== undefined) range[end] = text;
	}
	return range;
}
