import type { CallOptions, CustomerPage } from '../../contract/backend';
import type { Customer } from '../../domain/customer';
import { type CheckedListRequest, cursorBinding } from '../kit/checkListRequest';
import type { CursorSealer } from '../kit/cursorSealer';
import type { Account } from './account';
import { accountRows } from './accountRows';
import { type Anchors, extendAnchors } from './anchors';
import { emailRows } from './emailRows';

/** One page of the account, or the few customers of one email. `typed` is the email as it was asked for. */
export async function listCustomers(
	{ calls, emails, positional }: Account,
	cursors: CursorSealer,
	request: CheckedListRequest,
	typed: string | undefined,
	call: CallOptions,
): Promise<CustomerPage> {
	const { cursor, direction, sort, query } = request;
	const binding = cursorBinding(request, call.scope);
	const anchors = cursor === null ? [] : ((await cursors.open(cursor, binding)) as Anchors);
	const { customers, more } =
		typed === undefined
			? await accountRows(calls, positional, request, anchors, call)
			: await emailRows(emails, request, typed, anchors, call);

	const seal = async (nearest: readonly Customer[], former: Anchors) =>
		nearest.length === 0 ? null : cursors.seal(await extendAnchors(nearest, former, sort), binding);
	const forward = direction === 'forward';
	const [hasNext, hasPrevious] = forward ? [more, anchors.length > 0] : [true, more];
	return {
		data: customers,
		next: hasNext ? await seal([...customers].reverse(), forward ? anchors : []) : null,
		previous: positional && hasPrevious ? await seal(customers, forward ? [] : anchors) : null,
		...(query !== null && { consistency: 'eventual' as const }),
	};
}
