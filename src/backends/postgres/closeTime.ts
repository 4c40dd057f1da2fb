import type { Run } from './database';
import type { Searching } from './gather';

/** A longer part of the time in which all came narrows nothing down. */
const most = 1 / 3;
/** The years that are written in four digits, in seconds since 1970. */
const [firstYear, lastYear] = [Date.parse('0001-01-01') / 1000, Date.parse('9999-01-01') / 1000];

/**
 * A search of which the time that is asked for has both ends, as the index wants it, and these no further off than the moments at which the
 * first and the last of all customers came. Who comes meanwhile is not on the page.
 *
 * @returns `null` where nobody came in that time
 */
export async function closeTime(run: Run, searching: Searching, signal?: AbortSignal): Promise<Searching | null> {
	const { request, scope } = searching;
	const { gte, lt } = request.created;
	if (gte === null && lt === null) return searching;
	const sql = `SELECT extract(epoch FROM min(created))::text AS first, extract(epoch FROM max(created))::text AS last
		FROM proyecta_customers AS customer WHERE customer.scope = $1`;
	const [row] = await run(sql, [scope], signal);
	const [first, last] = [Math.floor(Number(row?.first)), Math.floor(Number(row?.last)) + 1] as [number, number];
	// Somebody came at infinity, or before Christ.
	if (first < firstYear || !(last < lastYear)) return searching;
	const instant = (seconds: number) => new Date(seconds * 1000).toISOString();
	const seconds = (time: string) => Date.parse(time) / 1000;
	const from = gte !== null && seconds(gte) >= first ? gte : instant(first);
	const to = lt !== null && seconds(lt) <= last ? lt : instant(last);
	const length = seconds(to) - seconds(from);
	if (length < 0) return null;
	return length < most * (last - first) ? { ...searching, request: { ...request, created: { gte: from, lt: to } } } : searching;
}
