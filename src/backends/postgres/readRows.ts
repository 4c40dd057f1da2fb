import type { CheckedListRequest } from '../kit/checkListRequest';
import type { Row, Run } from './database';
import { filterCustomers, matchSearch, type Search, splitFilters } from './filterCustomers';
import { createdText, customerColumns } from './rows';
import { createStatement, type Statement } from './statement';
import { matchIndex } from './terms';

/**
 * A place in a list: the sort key and id of a row, and whether that row itself is still to come. A walk by name that began before all
 * rows were folded goes on in the `plain` order that it began in.
 */
export type Position = { key: string; id: string; inclusive: boolean; plain: boolean };

/** The columns that order a list, and how a position is written for them. Every order ends in the id, or is unique by itself. */
interface Order {
	key: string;
	columns: readonly string[];
	position(key: string, id: string): string;
}

const orders: Readonly<Record<string, Order>> = {
	created: {
		key: createdText,
		columns: ['customer.created', 'customer.id'],
		position: (key, id) => `${key}::text::timestamptz, ${id}::text`,
	},
	...byName('name_sort', (sort) => sort),
	...byName('name_key', (sort) => `plain ${sort}`),
	email: { key: 'email_key', columns: ['customer.email_key'], position: (key) => `${key}::text` },
};

/** Customers without a name come last in both directions. */
function byName(key: string, named: (sort: string) => string): Record<string, Order> {
	const column = `customer.${key}`;
	return {
		[named('name')]: {
			key,
			columns: [`(${column} = '')`, column, 'customer.id'],
			position: (text, id) => `(${text}::text = ''), ${text}::text, ${id}::text`,
		},
		[named('-name')]: { key, columns: [column, 'customer.id'], position: (text, id) => `${text}::text, ${id}::text` },
	};
}

/** What is read of a list. */
export interface Reading {
	request: CheckedListRequest;
	scope: string;
	cursor: Position | null;
	/** Whether names are compared as they were before there was a fold. */
	plain: boolean;
	/** `null` where nothing is searched. */
	search: Search | null;
	/** Whether the index of search is there. */
	isIndexed(signal?: AbortSignal): Promise<boolean>;
}

/**
 * How far a search walks in the order of the list before it asks its index. `glance`: rows that cost next to nothing where it finds none;
 * in the order of creation they lie side by side. `often`: so many finds among them, and the rest of the page is near. `patience`: rows
 * after which it was not near after all.
 */
const bounds = { created: { glance: 1000, often: 4, patience: 5000 }, other: { glance: 150, often: 2, patience: 4000 } };

/**
 * The rows of a page and one more, each with its `sort_key`. Postgres cannot tell how many rows a search finds: it would walk a whole
 * order for what is nowhere in it, or fetch and sort a million rows for what is everywhere. So a search looks first.
 */
export async function readRows(run: Run, reading: Reading, signal?: AbortSignal): Promise<Row[]> {
	const { request, search, plain } = reading;
	const wanted = request.limit + 1;
	if (search === null) return [...(await readInOrder(run, reading, wanted, signal))];
	const found: Row[] = [];
	let from = reading.cursor;
	const { glance, often, patience } = request.sort.endsWith('created') ? bounds.created : bounds.other;
	for (const bound of [glance, patience]) {
		const walked = await walk(run, { ...reading, cursor: from }, search, { bound, wanted: wanted - found.length }, signal);
		found.push(...walked.filter((row) => row.found));
		const last = walked.at(-1);
		if (found.length === wanted || last?.place !== bound) return found;
		if (found.length < often) break;
		from = { key: String(last.sort_key), id: String(last.id), inclusive: false, plain };
	}
	return [...(await gather(run, reading, search, wanted, signal))];
}

function readInOrder(run: Run, reading: Reading, wanted: number, signal?: AbortSignal): Promise<readonly Row[]> {
	const statement = createStatement();
	const where = filterCustomers(statement, reading.request, reading.scope);
	const { from, orderBy, key } = orderOf(statement, reading);
	const sql = `SELECT ${customerColumns}, ${key} AS sort_key FROM proyecta_customers AS customer
		WHERE ${[...where, ...from].join(' AND ')} ORDER BY ${orderBy} LIMIT ${statement.value(wanted)}::int`;
	return run(sql, statement.params, signal);
}

/** What is found among the next rows of the order; after it the last of these rows, where there are as many. */
function walk(
	run: Run,
	reading: Reading,
	search: Search,
	{ bound, wanted }: { bound: number; wanted: number },
	signal?: AbortSignal,
): Promise<readonly Row[]> {
	const statement = createStatement();
	const { inOrder, others } = splitFilters(statement, reading.request, reading.scope);
	const { from, orderBy, key } = orderOf(statement, reading);
	const last = `${statement.value(bound)}::int`;
	const found = [...others, matchSearch(statement, search)].join(' AND ');
	const sql = `SELECT ${customerColumns}, ${key} AS sort_key, place, coalesce(found, false) AS found FROM (
			SELECT *, ${found} AS found FROM (
				SELECT *, row_number() OVER ()::int AS place FROM (
					SELECT * FROM proyecta_customers AS customer WHERE ${[...inOrder, ...from].join(' AND ')} ORDER BY ${orderBy} LIMIT ${last}
				) AS customer
			) AS customer
		) AS customer
		WHERE found OR place = ${last} LIMIT ${statement.value(wanted)}::int`;
	return run(sql, statement.params, signal);
}

/** All that is found, from the index, and then the first of it. */
async function gather(run: Run, reading: Reading, search: Search, wanted: number, signal?: AbortSignal): Promise<readonly Row[]> {
	const { request, scope, isIndexed } = reading;
	const statement = createStatement();
	const indexed = (await isIndexed(signal)) ? matchIndex(statement.value, search.terms, request.country, scope) : undefined;
	const { from, orderBy, key } = orderOf(statement, reading);
	const where = [...filterCustomers(statement, request, scope), ...from, matchSearch(statement, search, indexed)].join(' AND ');
	// OFFSET 0: else the planner may walk the order after all.
	const sql = `SELECT ${customerColumns}, ${key} AS sort_key
		FROM (SELECT * FROM proyecta_customers AS customer WHERE ${where} OFFSET 0) AS customer
		ORDER BY ${orderBy} LIMIT ${statement.value(wanted)}::int`;
	return run(sql, statement.params, signal);
}

/** Which rows there are from a position on, and in which order. */
function orderOf(statement: Statement, { request, cursor, plain }: Reading): { from: string[]; orderBy: string; key: string } {
	const sort = plain ? `plain ${request.sort}` : request.sort;
	const { key, columns, position } = orders[sort] ?? orders[sort.replace('-', '')]!;
	const descending = request.sort.startsWith('-') !== (request.direction === 'backward');
	// Its index has folded rows only.
	const from = key === 'name_sort' ? ['customer.name_sort IS NOT NULL'] : [];
	if (cursor) {
		const at = statement.value(cursor.key);
		// Postgres wants every parameter to be used.
		const id = columns.length > 1 ? statement.value(cursor.id) : '';
		from.push(`(${columns.join(', ')}) ${descending ? '<' : '>'}${cursor.inclusive ? '=' : ''} (${position(at, id)})`);
	}
	return { from, orderBy: columns.map((column) => `${column} ${descending ? 'DESC' : 'ASC'}`).join(', '), key };
}
