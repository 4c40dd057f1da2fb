import type { CallOptions } from '../../contract/backend';
import { isCustomerError } from '../../contract/errors';
import type { Customer } from '../../domain/customer';
import { toInstant } from '../../domain/toInstant';
import { badAnswer } from '../kit/answer';
import type { CheckedListRequest } from '../kit/checkListRequest';
import { notSupported } from '../kit/refusals';
import { type Anchors, canMove, sortKey } from './anchors';
import type { Calls, ListParams } from './calls';
import { isDeleted, toCustomer } from './toCustomer';
import { cursorGone } from './toCustomerError';

/** Customers in list order, and whether the list goes on in the direction it was asked for. */
export interface Rows {
	customers: Customer[];
	more: boolean;
}

/** What one call brought. `sure`: the answer itself said whether there is more. `end`: no other call can bring more. */
interface Batch {
	rows: readonly unknown[];
	more: boolean;
	sure: boolean;
	end?: true;
}

/** What one call lists at most. */
const maxListed = 100;

/** Up to a page of the account, from some anchors on. Asks on until the page is full, or the list at its end. */
export async function accountRows(
	calls: Calls,
	positional: boolean,
	request: CheckedListRequest,
	anchors: Anchors,
	call: CallOptions,
): Promise<Rows> {
	const { limit, direction, sort, created } = request;
	const forward = direction === 'forward';
	const filtered = created.gte !== null || created.lt !== null;
	const found: Customer[] = [];
	for (let from = anchors; ; ) {
		// One row more than a page tells whether the list goes on: not every version says has_more.
		const batch = await nextBatch(calls, positional, request, from, limit + 1 - found.length, from === anchors, call);
		const customers = batch.rows.filter((row) => !isDeleted(row)).map(toCustomer);
		found[forward ? 'push' : 'unshift'](...customers.filter((customer) => inRange(customer, created)));
		const full = found.length > limit || (found.length === limit && batch.more && batch.sure && !filtered);
		const edge = batch.rows.at(forward ? -1 : 0);
		if (full || !batch.more || batch.end || edge === undefined) {
			const page = forward ? found.slice(0, limit) : found.slice(-limit);
			return { customers: page, more: full || (batch.end === true && batch.more) };
		}
		from = [[toCustomer(edge).id, await sortKey(toCustomer(edge), sort)]];
	}
}

async function nextBatch(
	calls: Calls,
	positional: boolean,
	request: CheckedListRequest,
	anchors: Anchors,
	wanted: number,
	verify: boolean,
	call: CallOptions,
): Promise<Batch> {
	const { direction, query, sort, created } = request;
	const params = {
		...(positional && { sort }),
		...(query !== null && { query }),
		...((created.gte !== null || created.lt !== null) && { created: toSeconds(created) }),
	};
	if (anchors.length === 0) return toBatch(calls, { ...params, limit: Math.min(wanted, maxListed) }, call);
	for (const [index, [id, key]] of anchors.entries()) {
		if (verify && canMove(sort) && !(await isStill(calls, id, key, request, call))) continue;
		const shown = new Set(anchors.slice(0, index).map(([former]) => former));
		const cursor = { [direction === 'forward' ? 'starting_after' : 'ending_before']: id };
		try {
			const batch = await toBatch(calls, { ...params, ...cursor, limit: Math.min(wanted + shown.size, maxListed) }, call);
			if (!positional && wasIgnored(batch.rows, id, key)) return newestHundred(calls, id, call);
			if (batch.rows.some((row) => toCustomer(row).id === id))
				throw badAnswer('The list did not go on from the customer it was to go on from.');
			return { ...batch, rows: batch.rows.filter((row) => !shown.has(toCustomer(row).id)) };
		} catch (error) {
			if (!isCustomerError(error) || error.code !== 'invalid_cursor') throw error;
		}
	}
	throw cursorGone();
}

async function toBatch(calls: Calls, params: ListParams, call: CallOptions): Promise<Batch> {
	const { rows, more } = await calls.list(params, call);
	return { rows, more: more ?? rows.length >= params.limit, sure: more !== null };
}

/** Whether a customer stands where it stood when it was shown. */
async function isStill(calls: Calls, id: string, key: string, { sort }: CheckedListRequest, call: CallOptions): Promise<boolean> {
	try {
		return (await sortKey(toCustomer(await calls.get(id, call)), sort)) === key;
	} catch (error) {
		if (isCustomerError(error) && error.code === 'not_found') return false;
		throw error;
	}
}

/** A list that does not know `starting_after` begins at its newest customer again. */
function wasIgnored(rows: readonly unknown[], id: string, created: string): boolean {
	const instant = toInstant(created);
	return rows
		.map(toCustomer)
		.some((row) => row.id === id || (instant !== null && row.created !== null && toInstant(row.created)! > instant));
}

/** Without cursors, what is documented still gives the newest hundred customers; past them it has to say so. */
async function newestHundred(calls: Calls, id: string, call: CallOptions): Promise<Batch> {
	const { rows, more } = await toBatch(calls, { limit: maxListed }, call);
	const at = rows.findIndex((row) => toCustomer(row).id === id);
	if (more && (at < 0 || at === rows.length - 1)) {
		throw notSupported(`a list past its newest ${maxListed} customers (the client's list ignores starting_after)`);
	}
	if (at < 0) throw cursorGone();
	return { rows: rows.slice(at + 1), more, sure: true, end: true };
}

/** Whole seconds around the range; what is outside it by a fraction is dropped afterwards. */
function toSeconds({ gte, lt }: CheckedListRequest['created']): NonNullable<ListParams['created']> {
	return {
		...(gte !== null && { gte: Math.floor(Date.parse(gte) / 1000) }),
		...(lt !== null && { lt: Math.floor(Date.parse(lt) / 1000) + (lt.endsWith('.000000Z') ? 0 : 1) }),
	};
}

export function inRange({ created }: Customer, { gte, lt }: CheckedListRequest['created']): boolean {
	if (gte === null && lt === null) return true;
	const instant = created === null ? null : toInstant(created);
	return instant !== null && (gte === null || instant >= gte) && (lt === null || instant < lt);
}
