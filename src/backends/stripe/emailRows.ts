import type { CallOptions } from '../../contract/backend';
import type { CheckedListRequest } from '../kit/checkListRequest';
import { type Account, findByEmail } from './account';
import { cursorGone } from './listedRows';
import { inRange, type Rows } from './rows';
import { readQuery } from './searchQuery';

/** The customers of one email: as emails are compared by key, these few rows are matched, sorted and paged here. */
export async function emailRows(
	account: Account,
	request: CheckedListRequest,
	typed: string,
	anchors: readonly string[],
	call: CallOptions,
): Promise<Rows> {
	const { direction, limit, query, created } = request;
	const finds = query === null ? () => true : readQuery(query).finds;
	const rows = (await findByEmail(account, typed, call)).reverse().filter((customer) => inRange(customer, created) && finds(customer));
	const at = anchors.length === 0 ? -1 : rows.findIndex(({ id }) => id === anchors[0]);
	if (anchors.length > 0 && at < 0) throw cursorGone();
	const rest = direction === 'forward' ? rows.slice(at + 1) : rows.slice(0, at);
	return { customers: direction === 'forward' ? rest.slice(0, limit) : rest.slice(-limit), more: rest.length > limit };
}
