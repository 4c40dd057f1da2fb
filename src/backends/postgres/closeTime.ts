import type { Run } from './database';
import type { Searching } from './gather';

/** A longer part of the time in which all came narrows nothing down. */
const most = 1 / 10;

/**
 * A search of which the time that is asked for has both ends, as the index wants it: where only one is given, the other is the moment at
 * which the first or the last of all customers came. Who comes meanwhile is not on the page.
 */
export async function closeTime(run: Run, searching: Searching, signal?: AbortSignal): Promise<Searching> {
	const { request, scope } = searching;
	const { gte, lt } = request.created;
	if ((gte === null) === (lt === null)) return searching;
	const sql = `SELECT extract(epoch FROM min(created))::text AS first, extract(epoch FROM max(created))::text AS last
		FROM proyecta_customers AS customer WHERE customer.scope = $1`;
	const [row] = await run(sql, [scope], signal);
	const [first, last] = [Math.floor(Number(row?.first)), Math.floor(Number(row?.last)) + 1] as [number, number];
	const [from, to] = [gte === null ? first : Date.parse(gte) / 1000, lt === null ? last : Date.parse(lt) / 1000];
	// Not so where somebody came at infinity.
	if (!(to > from && to - from < most * (last - first))) return searching;
	const [begin, end] = [from, to].map((seconds) => new Date(seconds * 1000).toISOString()) as [string, string];
	return { ...searching, request: { ...request, created: { gte: gte ?? begin, lt: lt ?? end } } };
}
