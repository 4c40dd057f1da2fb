import type { CallOptions, CustomerPage } from '../../contract/backend';
import type { Customer } from '../../domain/customer';
import { type CheckedListRequest, cursorBinding } from '../kit/checkListRequest';
import type { CursorSealer } from '../kit/cursorSealer';
import { type Account, readIfThere } from './account';
import { emailRows } from './emailRows';
import { listedRows } from './listedRows';
import { inRange, type Rows } from './rows';
import { type SearchPosition, searchedRows } from './searchedRows';

/** Customers whose ids a cursor keeps. */
const maxAnchors = 4;

/** One page of the account, of what a search finds, or of the few customers of one email. `typed` is the email as it was asked for. */
export async function listCustomers(
	account: Account,
	cursors: CursorSealer,
	idPattern: RegExp,
	request: CheckedListRequest,
	typed: string | undefined,
	call: CallOptions,
): Promise<CustomerPage> {
	const { cursor, direction, query } = request;
	const binding = cursorBinding(request, call.scope);
	const opened = cursor === null ? null : await cursors.open(cursor, binding);
	const seal = async (position: unknown) => (position === null ? null : cursors.seal(position, binding));
	if (query !== null && typed === undefined) {
		// Stripe does not search by id, and who pastes one means that customer.
		const named = cursor === null && query.search(idPattern) === 0 ? await readIfThere(account, query, call) : null;
		if (named) return { data: inRange(named, request.created) ? [named] : [], next: null, previous: null, consistency: 'eventual' };
		const found = await searchedRows(account, request, opened as SearchPosition | null, call);
		const [next, previous] = await Promise.all([seal(found.next), seal(found.previous)]);
		return { data: found.customers, next, previous, consistency: 'eventual' };
	}
	const anchors = (opened ?? []) as readonly string[];
	const { customers, more }: Rows =
		typed === undefined ? await listedRows(account.calls, request, anchors, call) : await emailRows(account, request, typed, anchors, call);
	const forward = direction === 'forward';
	const ids = (nearest: readonly Customer[], former: readonly string[]) =>
		nearest.length === 0 ? null : [...nearest.slice(0, maxAnchors).map(({ id }) => id), ...former].slice(0, maxAnchors);
	const [hasNext, hasPrevious] = forward ? [more, anchors.length > 0] : [true, more];
	const [next, previous] = await Promise.all([
		seal(hasNext ? ids([...customers].reverse(), forward ? anchors : []) : null),
		seal(hasPrevious ? ids(customers, forward ? [] : anchors) : null),
	]);
	return { data: customers, next, previous, ...(typed !== undefined && { consistency: 'eventual' as const }) };
}
