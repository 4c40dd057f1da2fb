import type { CustomerPage } from '../../contract/backend';
import { CustomerError } from '../../contract/errors';
import { readSearch } from '../../domain/readSearch';
import { type CheckedListRequest, cursorBinding } from '../kit/checkListRequest';
import type { CursorSealer } from '../kit/cursorSealer';
import type { Row, Run } from './database';
import { type Comparing, filterCustomers } from './filterCustomers';
import type { FoldRows } from './foldRows';
import { createdText, customerColumns, toCustomer } from './rows';
import { createStatement } from './statement';

/**
 * A place in a list: the sort key and id of a row, and whether that row itself is still to come. A walk by name that began before all
 * rows were folded goes on in the `plain` order that it began in.
 */
type Position = { key: string; id: string; inclusive: boolean; plain: boolean };

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

/** What lists are read with. */
interface Reader {
	run: Run;
	foldRows: FoldRows;
	sealer: CursorSealer;
}

/** One page of a list by keyset: its cost does not grow with the page's number. */
export async function listCustomers(
	{ run, foldRows, sealer }: Reader,
	request: CheckedListRequest,
	scope: string,
	signal?: AbortSignal,
): Promise<CustomerPage> {
	const binding = cursorBinding(request, scope);
	const cursor = request.cursor === null ? null : toPosition(await sealer.open(request.cursor, binding));
	const terms = request.query === null ? null : await readSearch(request.query);
	const sortsNames = request.sort.endsWith('name');
	const folded = terms === null && !sortsNames ? true : await foldRows(scope, signal);
	const plain = sortsNames && (cursor ? cursor.plain : !folded);
	const comparing = { terms, folded };
	const rows = await readPage(run, { request, scope, cursor, plain, comparing }, signal);
	const page = rows.slice(0, request.limit);
	const backward = request.direction === 'backward';
	if (backward) page.reverse();
	const more = rows.length > request.limit;
	const seal = async (edge: Row | undefined, wanted: boolean) => {
		const position = edge ? { key: edge.sort_key, id: edge.id, inclusive: false, plain } : turnBack(cursor);
		return wanted && position ? sealer.seal(position, binding) : null;
	};
	const [previous, next] = await Promise.all([
		seal(page[0], backward ? more : cursor !== null),
		seal(page.at(-1), backward ? cursor !== null : more),
	]);
	const answer: CustomerPage = { data: page.map(toCustomer), next, previous, consistency: 'strong' };
	if (request.total !== 'none') answer.total = { kind: 'exact', value: await countCustomers(run, request, scope, comparing, signal) };
	return answer;
}

interface Reading {
	request: CheckedListRequest;
	scope: string;
	cursor: Position | null;
	/** Whether names are compared as they were before there was a fold. */
	plain: boolean;
	comparing: Comparing;
}

function readPage(run: Run, { request, scope, cursor, plain, comparing }: Reading, signal?: AbortSignal) {
	const sort = plain ? `plain ${request.sort}` : request.sort;
	const order = orders[sort] ?? orders[sort.replace('-', '')]!;
	const descending = request.sort.startsWith('-') !== (request.direction === 'backward');
	const statement = createStatement();
	const where = filterCustomers(statement, request, scope, comparing);
	// Its index has folded rows only.
	if (order.key === 'name_sort') where.push('customer.name_sort IS NOT NULL');
	if (cursor) {
		const key = statement.value(cursor.key);
		// Postgres wants every parameter to be used.
		const id = order.columns.length > 1 ? statement.value(cursor.id) : '';
		where.push(`(${order.columns.join(', ')}) ${descending ? '<' : '>'}${cursor.inclusive ? '=' : ''} (${order.position(key, id)})`);
	}
	const direction = descending ? 'DESC' : 'ASC';
	const sql = `SELECT ${customerColumns}, ${order.key} AS sort_key FROM proyecta_customers AS customer
		WHERE ${where.join(' AND ')}
		ORDER BY ${order.columns.map((column) => `${column} ${direction}`).join(', ')}
		LIMIT ${statement.value(request.limit + 1)}::int`;
	return run(sql, statement.params, signal);
}

async function countCustomers(
	run: Run,
	request: CheckedListRequest,
	scope: string,
	comparing: Comparing,
	signal?: AbortSignal,
): Promise<number> {
	const statement = createStatement();
	const where = filterCustomers(statement, request, scope, comparing);
	const sql = `SELECT count(*)::text AS total FROM proyecta_customers AS customer WHERE ${where.join(' AND ')}`;
	const [row] = await run(sql, statement.params, signal);
	return Number(row?.total);
}

/** The way back from an empty page begins at the cursor's own row, which the cursor itself had left out. */
function turnBack(cursor: Position | null): Position | null {
	return cursor && { ...cursor, inclusive: !cursor.inclusive };
}

function toPosition(opened: unknown): Position {
	// A cursor without `plain` is of a process that knows of no fold.
	const { key, id, inclusive, plain = true } = (opened ?? {}) as Partial<Position>;
	if (typeof key === 'string' && typeof id === 'string' && typeof inclusive === 'boolean') return { key, id, inclusive, plain };
	throw new CustomerError('invalid_cursor', { message: 'The cursor holds no position of this backend. Start again from the first page.' });
}
