import type { CallOptions, CustomerPage, CustomerSort } from '../../contract/backend';
import type { Customer } from '../../domain/customer';
import type { CursorSealer } from '../cursor';
import { toInstant } from '../instant';
import { type CheckedListRequest, cursorBinding, notSupported } from '../request';
import { foldText } from '../search';
import type { Calls, ListParams } from './calls';
import type { Emails } from './emails';
import { badAnswer, isDeleted, toCustomer } from './toCustomer';
import { cursorGone } from './toCustomerError';

/** Where a page ends: the upstream id, and what its row looked like to a sort. */
type Position = readonly [id: string, created: string | null];

/** Rows in list order, and whether the list goes on in the direction it was asked for. */
interface Rows {
	rows: readonly unknown[];
	more: boolean;
}

interface Context {
	calls: Calls;
	cursors: CursorSealer;
	emails: Emails;
	/** Of the object dialect only `limit` is documented. */
	positional: boolean;
}

const maxLimit = 100;

/** One page of the account, or the few customers of one email. `typed` is the email as it was asked for. */
export async function listCustomers(context: Context, request: CheckedListRequest, typed: string | undefined, call: CallOptions) {
	const { cursors, positional } = context;
	const binding = cursorBinding(request, call.scope);
	const cursor = request.cursor === null ? null : ((await cursors.open(request.cursor, binding)) as Position);
	const forward = request.direction === 'forward';
	const { rows, more } =
		typed === undefined ? await accountRows(context, request, cursor, call) : await emailRows(context, request, typed, cursor, call);
	const data = rows
		.filter((row) => !isDeleted(row))
		.map(toCustomer)
		.filter((customer) => inRange(customer, request));
	// A page whose rows were all dropped still leads on, from the last of them.
	const [first, last] = data.length > 0 ? [data[0], data.at(-1)] : [rows.slice(0, 1).map(toCustomer)[0], rows.slice(-1).map(toCustomer)[0]];
	const seal = (customer: Customer | undefined) =>
		customer ? cursors.seal([customer.id, customer.created] satisfies Position, binding) : null;
	const page: CustomerPage = {
		data,
		next: forward && !more ? null : await seal(last),
		previous: positional && (forward ? cursor !== null : more) ? await seal(first) : null,
		...(request.query !== null && { consistency: 'eventual' as const }),
	};
	return page;
}

async function accountRows(
	{ calls, positional }: Context,
	request: CheckedListRequest,
	cursor: Position | null,
	call: CallOptions,
): Promise<Rows> {
	const { limit, direction, query, sort, created } = request;
	// One row more than asked for tells whether the list goes on: not every version answers has_more.
	const asked = Math.min(limit + 1, maxLimit);
	const params: ListParams = {
		limit: asked,
		...(cursor && { [direction === 'forward' ? 'starting_after' : 'ending_before']: cursor[0] }),
		...(positional && { sort }),
		...(query !== null && { query }),
		...((created.gte !== null || created.lt !== null) && { created: toSeconds(created) }),
	};
	const { rows, more } = await calls.list(params, call);
	if (cursor && positional && rows.some((row) => toCustomer(row).id === cursor[0])) {
		throw badAnswer('The list did not go on from the customer that it was to start at.');
	}
	if (cursor && !positional && wasIgnored(rows, cursor)) return firstHundred(calls, cursor, limit, call);
	return {
		rows: direction === 'forward' ? rows.slice(0, limit) : rows.slice(-limit),
		more: rows.length > limit || (more ?? (asked === limit && rows.length === limit)),
	};
}

/** A list that does not know `starting_after` begins at its newest customer again. */
function wasIgnored(rows: readonly unknown[], [id, created]: Position): boolean {
	const instant = created === null ? null : toInstant(created);
	return rows
		.map(toCustomer)
		.some((row) => row.id === id || (instant !== null && row.created !== null && toInstant(row.created)! > instant));
}

/** Without cursors, what is documented still gives the newest hundred customers; past them it has to say so. */
async function firstHundred(calls: Calls, [id]: Position, limit: number, call: CallOptions): Promise<Rows> {
	const { rows, more } = await calls.list({ limit: maxLimit }, call);
	const at = rows.findIndex((row) => toCustomer(row).id === id);
	const rest = rows.slice(at + 1);
	const whole = !(more ?? rows.length >= maxLimit);
	if (whole && at < 0) throw cursorGone();
	if (!whole && (at < 0 || rest.length === 0)) {
		throw notSupported(`a list past its newest ${maxLimit} customers (the client's list ignores starting_after)`);
	}
	return { rows: rest.slice(0, limit), more: rest.length > limit || !whole };
}

/** Emails are compared by key, so these few rows are matched, sorted and paged here. */
async function emailRows(
	{ emails }: Context,
	request: CheckedListRequest,
	typed: string,
	cursor: Position | null,
	call: CallOptions,
): Promise<Rows> {
	const { sort, direction, limit, query } = request;
	const found = (await emails.search([typed], call)).filter((customer) => query === null || matches(customer, query));
	const rows = found.filter((customer) => inRange(customer, request)).sort((a, b) => compare(sort, a, b));
	const at = cursor ? rows.findIndex(({ id }) => id === cursor[0]) : -1;
	if (cursor && at < 0) throw cursorGone();
	if (direction === 'backward') return { rows: rows.slice(Math.max(0, at - limit), Math.max(0, at)), more: at > limit };
	return { rows: rows.slice(at + 1, at + 1 + limit), more: rows.length > at + 1 + limit };
}

function matches({ name, email, id }: Customer, query: string): boolean {
	return [name, email, id].some((text) => text !== null && foldText(text).includes(foldText(query)));
}

function compare(sort: CustomerSort, a: Customer, b: Customer): number {
	const field = sort.replace('-', '') as 'created' | 'name' | 'email';
	const order = (a[field] ?? '').localeCompare(b[field] ?? '') || a.id.localeCompare(b.id);
	return sort.startsWith('-') ? -order : order;
}

/** Whole seconds around the range; what is outside it by a fraction is dropped afterwards. */
function toSeconds({ gte, lt }: CheckedListRequest['created']): NonNullable<ListParams['created']> {
	return {
		...(gte !== null && { gte: Math.floor(Date.parse(gte) / 1000) }),
		...(lt !== null && { lt: lt.endsWith('.000000Z') ? Date.parse(lt) / 1000 : Math.floor(Date.parse(lt) / 1000) + 1 }),
	};
}

function inRange({ created }: Customer, { created: { gte, lt } }: CheckedListRequest): boolean {
	if (gte === null && lt === null) return true;
	const instant = created === null ? null : toInstant(created);
	return instant !== null && (gte === null || instant >= gte) && (lt === null || instant < lt);
}
