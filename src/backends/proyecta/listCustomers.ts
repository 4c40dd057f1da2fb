import type { CallOptions, CustomerPage } from '../../contract/backend';
import type { Customer } from '../../domain/customer';
import { type CheckedListRequest, cursorBinding } from '../kit/checkRequest';
import type { CursorSealer } from '../kit/cursor';
import { accountRows } from './accountRows';
import { extendTrail, type Trail } from './anchors';
import type { Calls } from './calls';
import { emailRows } from './emailRows';
import type { Emails } from './emails';

interface Context {
	calls: Calls;
	cursors: CursorSealer;
	emails: Emails;
	/** Of the object dialect only `limit` is documented. */
	positional: boolean;
}

/** One page of the account, or the few customers of one email. `typed` is the email as it was asked for. */
export async function listCustomers(
	{ calls, cursors, emails, positional }: Context,
	request: CheckedListRequest,
	typed: string | undefined,
	call: CallOptions,
): Promise<CustomerPage> {
	const { cursor, direction, sort, query } = request;
	const binding = cursorBinding(request, call.scope);
	const trail = cursor === null ? [] : ((await cursors.open(cursor, binding)) as Trail);
	const { customers, more } =
		typed === undefined ? await accountRows(calls, positional, request, trail, call) : await emailRows(emails, request, typed, trail, call);

	const seal = async (nearest: readonly Customer[], former: Trail) =>
		nearest.length === 0 ? null : cursors.seal(await extendTrail(nearest, former, sort), binding);
	const forward = direction === 'forward';
	const [hasNext, hasPrevious] = forward ? [more, trail.length > 0] : [true, more];
	return {
		data: customers,
		next: hasNext ? await seal([...customers].reverse(), forward ? trail : []) : null,
		previous: positional && hasPrevious ? await seal(customers, forward ? [] : trail) : null,
		...(query !== null && { consistency: 'eventual' as const }),
	};
}
