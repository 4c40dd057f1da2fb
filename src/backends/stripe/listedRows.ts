import type { CallOptions } from '../../contract/backend';
import { CustomerError } from '../../contract/errors';
import type { CheckedListRequest } from '../kit/checkListRequest';
import { customersOf } from './account';
import { type Calls, isRefused } from './calls';
import { type Rows, toSeconds } from './rows';

/** What one call lists at most. */
const maxListed = 100;

/**
 * A page of the account. Stripe goes on from a customer's id: should that one be deleted meanwhile, the one that was shown before it shows
 * the way just as well.
 *
 * @param anchors ids that were shown last, the nearest first
 */
export async function listedRows(calls: Calls, request: CheckedListRequest, anchors: readonly string[], call: CallOptions): Promise<Rows> {
	const { limit, direction, created } = request;
	const params = toSeconds(created);
	if (anchors.length === 0) {
		const { customers, more } = toRows(await calls.list('customers.list', { ...params, limit }, call));
		return { customers: customers.slice(0, limit), more: more || customers.length > limit };
	}
	for (const [index, id] of anchors.entries()) {
		const shown = anchors.slice(0, index);
		const cursor = { [direction === 'forward' ? 'starting_after' : 'ending_before']: id };
		const wanted = Math.min(limit + index, maxListed);
		try {
			const { customers, more } = toRows(
				await calls.list('customers.list', { ...params, ...cursor, limit: wanted }, call, { cursor: true }),
			);
			const left = customers.filter((customer) => !shown.includes(customer.id));
			const page = direction === 'forward' ? left.slice(0, limit) : left.slice(-limit);
			return { customers: page, more: more || left.length > page.length };
		} catch (error) {
			if (!isRefused(error, 'invalid_cursor')) throw error;
		}
	}
	throw cursorGone();
}

function toRows({ rows, more }: { rows: readonly unknown[]; more: boolean }): Rows {
	return { customers: customersOf(rows), more };
}

/** The refusal of a cursor whose customers are no longer in the list. */
export function cursorGone(): CustomerError {
	return new CustomerError('invalid_cursor', {
		message: 'The customers that the cursor stands at are gone. Start again from the first page.',
	});
}
