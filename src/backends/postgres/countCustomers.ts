import type { CustomerPage } from '../../contract/backend';
import type { Run } from './database';
import { filterCustomers, matchSearch, type Search } from './filterCustomers';
import type { Reading } from './readRows';
import { createStatement } from './statement';
import { matchIndex, shareTerm } from './terms';

type Total = NonNullable<CustomerPage['total']>;

/** Customers up to which an estimate is counted rather. */
const few = 5000;
/** So many of a share found, and it says something of all; fewer, and there are few to count. */
const enough = 40;
/** Finds up to which the index counts faster than reading everybody does. */
const many = 100_000;

/** How many customers a list has, on all of its pages. */
export async function countCustomers(run: Run, reading: Reading, signal?: AbortSignal): Promise<Total> {
	const { request, search } = reading;
	const isExact = request.total === 'exact';
	const about = search === null ? (isExact ? 0 : await plannedRows(run, reading, signal)) : await sample(run, reading, search, signal);
	if (!isExact && about > (search === null ? few : 0)) return { kind: 'estimate', value: about };
	return { kind: 'exact', value: await count(run, reading, about < many ? undefined : null, signal) };
}

/** About how many a search finds; 0 where that are few. The terms that tell shares say nothing of whom they are of. */
async function sample(run: Run, reading: Reading, search: Search, signal?: AbortSignal): Promise<number> {
	if (!search.folded || !(await reading.isIndexed(signal))) return 0;
	for (const [share, times] of [['small', 256] as const, ['large', 16] as const]) {
		const found = await count(run, reading, shareTerm(share), signal);
		if (found >= enough) return found * times;
	}
	return 0;
}

/** @param share the term that customers have; `null` where all of them are read rather than the index */
async function count(run: Run, reading: Reading, share: string | null | undefined, signal?: AbortSignal): Promise<number> {
	const { request, scope, search } = reading;
	const statement = createStatement();
	const where = filterCustomers(statement, request, scope);
	if (search !== null) {
		const within = { country: request.country, some: share ? [share] : undefined };
		const indexed =
			share !== null && (await reading.isIndexed(signal)) ? matchIndex(statement.value, search.terms, within, scope) : undefined;
		where.push(matchSearch(statement, search, indexed));
	}
	const sql = `SELECT count(*)::text AS total FROM proyecta_customers AS customer WHERE ${where.join(' AND ')}`;
	const [row] = await run(sql, statement.params, signal);
	return Number(row?.total);
}

/** How many rows Postgres expects, by what it keeps of scopes, countries and times. */
async function plannedRows(run: Run, { request, scope }: Reading, signal?: AbortSignal): Promise<number> {
	const statement = createStatement();
	const where = filterCustomers(statement, request, scope);
	const sql = `EXPLAIN (FORMAT JSON) SELECT FROM proyecta_customers AS customer WHERE ${where.join(' AND ')}`;
	const [row] = await run(sql, statement.params, signal);
	const plan = row?.['QUERY PLAN'];
	const [explained] = (typeof plan === 'string' ? JSON.parse(plan) : plan) as [{ Plan: { 'Plan Rows': number } }];
	return explained.Plan['Plan Rows'];
}
