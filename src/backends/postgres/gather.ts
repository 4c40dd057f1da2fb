import type { Row, Run } from './database';
import { filterCustomers, matchSearch, type Search, splitFilters } from './filterCustomers';
import { type Alike, type Ordered, orderOf, type Part } from './orders';
import { customerColumns } from './rows';
import { createStatement } from './statement';
import { matchIndex, type Within } from './terms';

/** What is looked for in a list. */
export interface Filtering extends Ordered {
	scope: string;
	/** `null` where its filters are all. */
	search: Search | null;
}

/** What is searched in a list. */
export interface Searching extends Filtering {
	search: Search;
}

export interface Walk {
	/** How many rows of the order are looked at. */
	bound: number;
	/** How many are wanted of what is found. */
	wanted: number;
	/** Only those that begin alike; other filters are then answered in their order as well. */
	alike?: Alike | null;
	/** Only this part of a country's. */
	part?: Part | undefined;
}

/** What is found among the next rows of an order, and of these the first and, where there are so many, the middle one and the last. */
export async function walk(
	run: Run,
	searching: Filtering,
	{ bound, wanted, alike, part }: Walk,
	signal?: AbortSignal,
): Promise<{ found: Row[]; first?: Row | undefined; middle?: Row | undefined; last?: Row | undefined }> {
	const statement = createStatement();
	const { request, scope, search } = searching;
	const { inOrder, others } = alike
		? { inOrder: filterCustomers(statement, request, scope), others: [] }
		: splitFilters(statement, searching);
	const { from, orderBy, key } = orderOf(statement, searching, alike ?? part);
	const last = `${statement.value(bound)}::int`;
	const found = [...others, ...(search ? [matchSearch(statement, search)] : [])].join(' AND ');
	const sql = `SELECT ${customerColumns}, ${key} AS sort_key, place, coalesce(found, false) AS found FROM (
			SELECT *, ${found} AS found FROM (
				SELECT *, row_number() OVER ()::int AS place FROM (
					SELECT * FROM proyecta_customers AS customer WHERE ${[...inOrder, ...from].join(' AND ')} ORDER BY ${orderBy} LIMIT ${last}
				) AS customer
			) AS customer
		) AS customer
		WHERE found OR place IN (1, ${last} / 2, ${last}) LIMIT ${statement.value(wanted + 2)}::int`;
	const rows = await run(sql, statement.params, signal);
	return {
		found: rows.filter((row) => row.found).slice(0, wanted),
		first: rows[0],
		middle: rows.find(({ place }) => place === bound / 2),
		last: rows.find(({ place }) => place === bound),
	};
}

interface Gathering extends Within {
	wanted: number;
	/** Finds to which it is kept. */
	most?: number;
	/** Whether the index of search is there. */
	indexed: boolean;
}

/** All that is found, from an index, and then the first of it; the first of some of it where that is more than it is kept to. */
export async function gather(
	run: Run,
	searching: Filtering,
	gathering: Gathering,
	signal?: AbortSignal,
): Promise<{ rows: readonly Row[]; isAll: boolean }> {
	const { request, scope, search } = searching;
	const { wanted, most, indexed, ...within } = gathering;
	const statement = createStatement();
	const condition = indexed && search ? matchIndex(statement.value, search.terms, within, searching) : undefined;
	const { from, orderBy, key } = orderOf(statement, searching);
	// All of these but an email are terms of the index of search; to read another index besides costs more than it saves.
	const isAlone = indexed && request.email === null;
	const filters = [...filterCustomers(statement, request, scope), ...from].map((filter) => (isAlone ? `(${filter}) IS TRUE` : filter));
	const where = [...filters, ...(search ? [matchSearch(statement, search, condition)] : [])].join(' AND ');
	// OFFSET 0: else the planner may walk the order after all.
	// Without the index of search the table would be read for so few of a time, who lie side by side at its end.
	const inTime = indexed ? '' : 'ORDER BY customer.created, customer.id ';
	const kept = most === undefined ? 'OFFSET 0' : `${inTime}LIMIT ${statement.value(most + 1)}::int`;
	const sql = `SELECT ${customerColumns}, ${key} AS sort_key${most === undefined ? '' : ', count(*) OVER ()::int AS gathered'}
		FROM (SELECT * FROM proyecta_customers AS customer WHERE ${where} ${kept}) AS customer
		ORDER BY ${orderBy} LIMIT ${statement.value(wanted)}::int`;
	const rows = await run(sql, statement.params, signal);
	return { rows, isAll: most === undefined || !(Number(rows[0]?.gathered) > most) };
}
