import type { CheckedListRequest } from '../kit/checkListRequest';
import type { Row, Run } from './database';
import { filterCustomers, matchSearch, type Search } from './filterCustomers';
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

/** Rows that a search walks in the order of the list, to see how often it finds something; few enough to cost nothing where it does not. */
const glance = 180;
/** So many finds among them, and the rest of the page is near: what is found less often is gathered from the index instead. */
const often = 2;
/** Rows after which it was not near after all. */
const patience = 4000;

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
	const { where, orderBy, key } = inOrder(statement, reading);
	const sql = `SELECT ${customerColumns}, ${key} AS sort_key FROM proyecta_customers AS customer
		WHERE ${where} ORDER BY ${orderBy} LIMIT ${statement.value(wanted)}::int`;
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
	const { where, orderBy, key } = inOrder(statement, reading);
	const last = `${statement.value(bound)}::int`;
	const sql = `SELECT ${customerColumns}, ${key} AS sort_key, place, found FROM (
			SELECT *, ${matchSearch(statement, search)} AS found FROM (
				SELECT *, row_number() OVER ()::int AS place FROM (
					SELECT * FROM proyecta_customers AS customer WHERE ${where} ORDER BY ${orderBy} LIMIT ${last}
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
	const { where, orderBy, key } = inOrder(statement, reading);
	// Materialized: else the planner may walk the order after all.
	const sql = `WITH found AS MATERIALIZED (
			SELECT * FROM proyecta_customers AS customer WHERE ${where} AND ${matchSearch(statement, search, indexed)}
		)
		SELECT ${customerColumns}, ${key} AS sort_key FROM found AS customer ORDER BY ${orderBy} LIMIT ${statement.value(wanted)}::int`;
	return run(sql, statement.params, signal);
}

/** Which rows there are after a position but for the search, and in which order. */
function inOrder(statement: Statement, { request, scope, cursor, plain }: Reading): { where: string; orderBy: string; key: string } {
	const sort = plain ? `plain ${request.sort}` : request.sort;
	const { key, columns, position } = orders[sort] ?? orders[sort.replace('-', '')]!;
	const descending = request.sort.startsWith('-') !== (request.direction === 'backward');
	const where = filterCustomers(statement, request, scope);
	// Its index has folded rows only.
	if (key === 'name_sort') where.push('customer.name_sort IS NOT NULL');
	if (cursor) {
		const from = statement.value(cursor.key);
		// Postgres wants every parameter to be used.
		const id = columns.length > 1 ? statement.value(cursor.id) : '';
		where.push(`(${columns.join(', ')}) ${descending ? '<' : '>'}${cursor.inclusive ? '=' : ''} (${position(from, id)})`);
	}
	const orderBy = columns.map((column) => `${column} ${descending ? 'DESC' : 'ASC'}`).join(', ');
	return { where: where.join(' AND '), orderBy, key };
}
