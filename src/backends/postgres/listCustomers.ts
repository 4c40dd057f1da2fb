import type { CustomerPage } from '../../contract/backend';
import { CustomerError } from '../../contract/errors';
import { type CheckedListRequest, cursorBinding } from '../kit/checkListRequest';
import type { CursorSealer } from '../kit/cursorSealer';
import type { Row, Run } from './database';
import { filterCustomers } from './filterCustomers';
import { createdText, customerColumns, toCustomer } from './rows';
import { createStatement } from './statement';

/** A place in a list: the sort key and id of a row, and whether that row itself is still to come. */
type Position = { key: string; id: string; inclusive: boolean };

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
	// Customers without a name come last in both directions.
	name: {
		key: 'name_key',
		columns: [`(customer.name_key = '')`, 'customer.name_key', 'customer.id'],
		position: (key, id) => `(${key}::text = ''), ${key}::text, ${id}::text`,
	},
	'-name': { key: 'name_key', columns: ['customer.name_key', 'customer.id'], position: (key, id) => `${key}::text, ${id}::text` },
	email: { key: 'email_key', columns: ['customer.email_key'], position: (key) => `${key}::text` },
};

/** One page of a list by keyset: its cost does not grow with the page's number. */
export async function listCustomers(
	run: Run,
	sealer: CursorSealer,
	request: CheckedListRequest,
	scope: string,
	signal?: AbortSignal,
): Promise<CustomerPage> {
	const binding = cursorBinding(request, scope);
	const cursor = request.cursor === null ? null : toPosition(await sealer.open(request.cursor, binding));
	const rows = await readPage(run, request, scope, cursor, signal);
	const page = rows.slice(0, request.limit);
	const backward = request.direction === 'backward';
	if (backward) page.reverse();
	const more = rows.length > request.limit;
	const seal = async (edge: Row | undefined, wanted: boolean) => {
		const position = edge ? { key: edge.sort_key, id: edge.id, inclusive: false } : turnBack(cursor);
		return wanted && position ? sealer.seal(position, binding) : null;
	};
	const [previous, next] = await Promise.all([
		seal(page[0], backward ? more : cursor !== null),
		seal(page.at(-1), backward ? cursor !== null : more),
	]);
	const answer: CustomerPage = { data: page.map(toCustomer), next, previous, consistency: 'strong' };
	if (request.total !== 'none') answer.total = { kind: 'exact', value: await countCustomers(run, request, scope, signal) };
	return answer;
}

function readPage(run: Run, request: CheckedListRequest, scope: string, cursor: Position | null, signal?: AbortSignal) {
	const order = orders[request.sort] ?? orders[request.sort.replace('-', '')]!;
	const descending = request.sort.startsWith('-') !== (request.direction === 'backward');
	const statement = createStatement();
	const where = filterCustomers(statement, request, scope);
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

async function countCustomers(run: Run, request: CheckedListRequest, scope: string, signal?: AbortSignal): Promise<number> {
	const statement = createStatement();
	const where = filterCustomers(statement, request, scope);
	const sql = `SELECT count(*)::text AS total FROM proyecta_customers AS customer WHERE ${where.join(' AND ')}`;
	const [row] = await run(sql, statement.params, signal);
	return Number(row?.total);
}

/** The way back from an empty page begins at the cursor's own row, which the cursor itself had left out. */
function turnBack(cursor: Position | null): Position | null {
	return cursor && { ...cursor, inclusive: !cursor.inclusive };
}

function toPosition(opened: unknown): Position {
	const { key, id, inclusive } = (opened ?? {}) as Partial<Position>;
	if (typeof key === 'string' && typeof id === 'string' && typeof inclusive === 'boolean') return { key, id, inclusive };
	throw new CustomerError('invalid_cursor', { message: 'The cursor holds no position of this backend. Start again from the first page.' });
}
