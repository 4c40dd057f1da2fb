import type { CallOptions, WriteOptions } from '../../contract/backend';
import { CustomerError } from '../../contract/errors';
import { checkIdempotencyKey } from '../../contract/idempotencyKey';
import { checkId } from '../kit/checkId';
import type { RunIdempotently } from '../kit/idempotentWrites';
import type { Calls } from './calls';
import { type Catalog, createCatalog } from './catalog';
import { upstreamKey } from './upstreamKey';

/** What every call about paying begins with. */
export interface BillingCalls {
	calls: Calls;
	catalog: Catalog;
	/** Refuses another scope, an id that cannot be, and a key that is none. */
	begin(id: string, call: WriteOptions): void;
	/** A write of this customer's, once under its key: in this process, and by the key that Stripe gets in any other. */
	write<T>(id: string, what: string, input: object, call: WriteOptions, run: (extras: { key?: string }) => Promise<T>): Promise<T>;
}

export function createBillingCalls(
	calls: Calls,
	runIdempotently: RunIdempotently,
	claim: (call: CallOptions) => void,
	idPattern: RegExp,
): BillingCalls {
	return {
		calls,
		catalog: createCatalog(calls),
		begin(id, call) {
			claim(call);
			checkId(id, idPattern);
			checkIdempotencyKey(call.idempotencyKey);
		},
		async write(id, what, input, call, run) {
			const { idempotencyKey, scope = '' } = call;
			const extras = idempotencyKey === undefined ? {} : { key: await upstreamKey(what, scope, id, idempotencyKey) };
			return runIdempotently(`${what} ${id}`, input, call, () => run(extras));
		},
	};
}

/** Refuses what can be no id of a subscription or a price: it would lead to another route. */
export function checkName(value: unknown): void {
	if (typeof value !== 'string' || !/^\w[\w.:-]{0,254}$/.test(value)) throw nothingThere();
}

/** The refusal of what is not this customer's, and of what nobody has: they must look alike. */
export function nothingThere(): CustomerError {
	return new CustomerError('not_found', { message: 'This customer has nothing with that id.' });
}
