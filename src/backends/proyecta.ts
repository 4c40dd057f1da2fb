import type { CallOptions, CustomerBackend } from '../contract/backend';
import { createKeyedQueue } from '../contract/keyedQueue';
import type { CustomerPatch } from '../domain/customer';
import { type CustomerRules, rulesOf } from '../domain/customerRules';
import { emailKey } from '../domain/email';
import { validateCustomerInput, validateCustomerPatch } from '../domain/validateCustomer';
import { checkId } from './kit/checkId';
import { checkListRequest } from './kit/checkListRequest';
import { checkClearing, checkCreate, checkUpdate, requireValid } from './kit/checkWrite';
import { createScopeClaim } from './kit/claimScope';
import { createCursorSealer, cursorKeyFromSecret, randomCursorKey } from './kit/cursorSealer';
import { createIdempotentWrites } from './kit/idempotentWrites';
import { openAccount, readCustomer } from './proyecta/account';
import { capabilitiesOf } from './proyecta/capabilities';
import type { DialectOf, ProyectaClient, ProyectaDialect, ProyectaMethod } from './proyecta/client';
import { createCommerce, type ReadSubscriptions } from './proyecta/commerce';
import { createCustomer } from './proyecta/createCustomer';
import { listCustomers } from './proyecta/listCustomers';
import type { ProyectaClearing } from './proyecta/toFields';
import { updateCustomer } from './proyecta/updateCustomer';

export { isCustomerError } from '../contract/errors';
export type { ProyectaCall, ProyectaClient, ProyectaCommerce, ProyectaCustomers, ProyectaDialect, ProyectaMethod } from './proyecta/client';
export type { ProyectaClearing } from './proyecta/toFields';

/** How the account is reached, and whose customers it holds. */
export interface ProyectaBackendOptions extends CustomerRules {
	/** A ready SDK client, with its key: server side only. The backend imports no SDK. */
	client: ProyectaClient;
	/** The form of the SDK's calls: `get({ customerId })` is `object`, `get('cus_1')` is `positional`. @default 'object' */
	dialect?: ProyectaDialect;
	/** The dialect of single methods, for an SDK that mixes them. @default `dialect` for each */
	methods?: Partial<Record<ProyectaMethod, ProyectaDialect>>;
	/**
	 * The one scope that the account's customers belong to: another scope is refused with `misconfigured`.
	 * Without it, the first scope that calls owns this backend for its lifetime.
	 */
	scope?: string;
	/**
	 * How name, phone and address are cleared: it is not documented, so nothing can be cleared until the host says how.
	 * An answer that still holds the value is `bad_upstream_response`. @default false
	 */
	clear?: ProyectaClearing;
	/** Several servers with one secret open each other's cursors. @default a random one a process */
	cursorSecret?: string | undefined;
	/**
	 * Reads a customer's subscriptions, which no documented call does. With it they are offered, and with the client's
	 * `commerce.cancel` they can be cancelled. @default subscriptions are not offered
	 */
	listSubscriptions?: ReadSubscriptions;
}

/**
 * Customers of a Proyecta account, through its SDK's client in either dialect. Offers what is documented and no more:
 * read `capabilities()`.
 *
 * @returns the backend of this one account
 * @throws `misconfigured` when the client has no customers to call
 * @example
 * const backend = proyectaBackend({ client, dialect: 'positional', scope: 'acme' });
 */
export function proyectaBackend(options: ProyectaBackendOptions): CustomerBackend {
	const { client, dialect = 'object', methods = {}, clear = false, cursorSecret, listSubscriptions } = options;
	const dialectOf: DialectOf = (method) => methods[method] ?? dialect;
	const rules = rulesOf(options);
	const account = openAccount(client, dialectOf);
	const claim = createScopeClaim(options.scope, 'Proyecta');
	const cursors = createCursorSealer(cursorSecret === undefined ? randomCursorKey() : cursorKeyFromSecret(cursorSecret));
	const runIdempotently = createIdempotentWrites();
	const runInQueue = createKeyedQueue();
	const commerce = createCommerce(account.calls, runIdempotently, claim, listSubscriptions);
	const offered = capabilitiesOf({ client, clears: clear !== false, readsSubscriptions: listSubscriptions !== undefined }, dialectOf);

	/** A stored value that breaks today's rules blocks no other field; whether it is stored, only a read can tell. */
	async function validPatch(id: string, given: CustomerPatch, call: CallOptions): Promise<CustomerPatch> {
		const alone = await validateCustomerPatch(given, rules);
		if (alone.ok) return alone.value;
		return requireValid(await validateCustomerPatch(given, { previous: await readCustomer(account, id, call), ...rules }));
	}

	return {
		capabilities: () => structuredClone(offered),
		async list(request, call = {}) {
			const checked = checkListRequest(request, offered);
			claim(call);
			return listCustomers(account, cursors, checked, request.email, call);
		},
		async get(id, call = {}) {
			checkId(id);
			claim(call);
			return readCustomer(account, id, call);
		},
		async create(input, call = {}) {
			const given = checkCreate(input, call, offered);
			claim(call);
			const value = requireValid(await validateCustomerInput(given, rules));
			return runIdempotently('create', value, call, () => runInQueue(emailKey(value.email), () => createCustomer(account, value, call)));
		},
		async update(id, patch, call = {}) {
			const given = checkUpdate(id, patch, call, offered);
			claim(call);
			return runIdempotently(`update ${id}`, given, call, async () => {
				const value = await validPatch(id, given, call);
				checkClearing(value, offered);
				if (Object.keys(value).length === 0) return readCustomer(account, id, call);
				const write = () => updateCustomer(account, id, value, clear, call);
				return value.email === undefined ? write() : runInQueue(emailKey(value.email), write);
			});
		},
		recall: (id, call) => runIdempotently.recall(`update ${id}`, call),
		...(offered.entitlements && { checkEntitlements: commerce.checkEntitlements }),
		...(offered.checkout && { createCheckout: commerce.createCheckout }),
		...(offered.billingPortal && { createBillingPortal: commerce.createBillingPortal }),
		...(offered.subscriptions && { listSubscriptions: commerce.listSubscriptions }),
		...(offered.subscriptions && offered.subscriptions.cancel.length > 0 && { cancelSubscription: commerce.cancelSubscription }),
	};
}
