import type { CustomerPage } from '../../contract/backend';
import type { Run } from './database';
import { filterCustomers, matchSearch } from './filterCustomers';
import type { Reading } from './readRows';
import { createStatement } from './statement';
import { matchIndex } from './terms';

type Total = NonNullable<CustomerPage['total']>;

/** Customers up to which an estimate is counted rather. */
const few = 5000;
/** Customers that are looked at to tell how many a search finds: by id, which says nothing of whom it finds. */
const sample = 2000;
/** So many of them found, and their share is worth something; fewer, and there are few to count. */
const enough = 8;
/** Finds up to which the index counts faster than reading everybody does. */
const many = 100_000;

/** How many customers a list has, on all of its pages. */
export async function countCustomers(run: Run, reading: Reading, signal?: AbortSignal): Promise<Total> {
	const { request, scope, search } = reading;
	const isExact = request.total === 'exact';
	const share = search === null ? 1 : await shareOf(run, reading, signal);
	const planned = search === null && isExact ? 0 : await plannedRows(run, reading, signal);
	if (!isExact && planned > few && share * sample >= enough) return { kind: 'estimate', value: Math.round(planned * share) };
	const statement = createStatement();
	const where = filterCustomers(statement, request, scope);
	if (search !== null) {
		const indexed =
			planned * share < many && (await reading.isIndexed(signal))
				? matchIndex(statement.value, search.terms, request.country, scope)
				: undefined;
		where.push(matchSearch(statement, search, indexed));
	}
	const sql = `SELECT count(*)::text AS total FROM proyecta_customers AS customer WHERE ${where.join(' AND ')}`;
	const [row] = await run(sql, statement.params, signal);
	return { kind: 'exact', value: Number(row?.total) };
}

/** The share of a scope's customers that a search finds. */
async function shareOf(run: Run, { scope, search }: Reading, signal?: AbortSignal): Promise<number> {
	const statement = createStatement();
	const found = matchSearch(statement, search!);
	const sql = `SELECT (count(*) FILTER (WHERE ${found}))::float8 / greatest(count(*), 1) AS share FROM (
			SELECT * FROM proyecta_customers AS customer WHERE customer.scope = ${statement.value(scope)} ORDER BY customer.id LIMIT ${sample}
		) AS customer`;
	const [row] = await run(sql, statement.params, signal);
	return Number(row?.share);
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
