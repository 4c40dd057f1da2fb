import type { CustomerPage } from '../../contract/backend';
import type { Run } from './database';
import { filterCustomers, matchSearch } from './filterCustomers';
import { type Beginning, beginningOf } from './letters';
import { isBetween } from './orders';
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
	if (search === null) {
		const about = isExact ? 0 : await plannedRows(run, reading, signal);
		return about > few ? { kind: 'estimate', value: about } : { kind: 'exact', value: await count(run, reading, {}, signal) };
	}
	const indexed = search.folded && (await reading.isIndexed(signal));
	if (isExact) return { kind: 'exact', value: await countFound(run, reading, indexed, signal) };
	const about = indexed ? await sample(run, reading, signal) : 0;
	return about > 0 ? { kind: 'estimate', value: about } : { kind: 'exact', value: await countFound(run, reading, indexed, signal) };
}

/** About how many a search finds; 0 where that are few. The terms that tell shares say nothing of whom they are of. */
async function sample(run: Run, reading: Reading, signal?: AbortSignal): Promise<number> {
	for (const [share, times] of [['small', 256] as const, ['large', 16] as const]) {
		const found = await count(run, reading, { indexed: true, share: shareTerm(share) }, signal);
		if (found >= enough) return found * times;
	}
	return 0;
}

/** Those whose name begins so are told by the index in the order of names, and only others are read. */
async function countFound(run: Run, reading: Reading, indexed: boolean, signal?: AbortSignal): Promise<number> {
	if (!indexed) return count(run, reading, { indexed: await reading.isIndexed(signal) }, signal);
	const named = namesakesOf(reading);
	const share = await count(run, reading, { indexed, named, share: shareTerm('small') }, signal);
	return count(run, reading, share * 256 < many ? { indexed, named, counted: true } : {}, signal);
}

/** The names that begin as a search of one word does: all of these customers are found. */
function namesakesOf({ request, search }: Reading): Beginning | undefined {
	const [word = '', ...others] = search!.terms.words;
	const names = others.length === 0 && request.email === null ? beginningOf('name', word) : null;
	return names?.from === word.trimStart() ? names : undefined;
}

interface Counting {
	/** Whether the index of search is asked, and not all read. */
	indexed?: boolean;
	/** The term that customers have. */
	share?: string;
	/** Names whose customers are left out. */
	named?: Beginning | undefined;
	/** Rather, they are counted by themselves. */
	counted?: boolean;
}

async function count(run: Run, { request, scope, search }: Reading, counting: Counting, signal?: AbortSignal): Promise<number> {
	const { indexed, share, named, counted } = counting;
	const statement = createStatement();
	const where = filterCustomers(statement, request, scope);
	const tally = (...conditions: string[]) =>
		`(SELECT count(*) FROM proyecta_customers AS customer WHERE ${[...where, ...conditions].join(' AND ')})`;
	const counts: string[] = [];
	if (search === null) counts.push(tally());
	else {
		const within = { some: share ? [share] : undefined, but: named && [named.term] };
		const condition = indexed ? matchIndex(statement.value, search.terms, within, { request, scope }) : undefined;
		counts.push(tally(matchSearch(statement, search, condition)));
	}
	if (named && counted) counts.push(tally('customer.name_sort IS NOT NULL', isBetween(statement.value, 'customer.name_sort', named)));
	const [row] = await run(`SELECT (${counts.join(' + ')})::text AS total`, statement.params, signal);
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
