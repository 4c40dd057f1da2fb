import type { CustomerBackend } from '../contract/backend';
import { createKeyedQueue } from '../contract/keyedQueue';
import { type CustomerRules, rulesOf } from '../domain/customerRules';
import { emailKey } from '../domain/email';
import { validateCustomerInput, validateCustomerPatch } from '../domain/validateCustomer';
import { checkId } from './kit/checkId';
import { checkListRequest } from './kit/checkListRequest';
import { checkClearing, checkCreate, checkUpdate, requireValid } from './kit/checkWrite';
import { createScopeClaim } from './kit/claimScope';
import { createCursorSealer, cursorKeyFromSecret, randomCursorKey } from './kit/cursorSealer';
import { createIdempotentWrites } from './kit/idempotentWrites';
import { versionConflict } from './kit/refusals';
import { type Account, readCustomer } from './stripe/account';
import { createBillingCalls } from './stripe/billingCalls';
import { createCalls } from './stripe/calls';
import { capabilitiesOf } from './stripe/capabilities';
import type { StripeClient } from './stripe/client';
import { createCustomer } from './stripe/createCustomer';
import { listCustomers } from './stripe/listCustomers';
import { createRecentWrites } from './stripe/recentWrites';
import { createSales } from './stripe/sales';
import { createSubscriptions } from './stripe/subscriptions';
import { stripeIdPattern } from './stripe/toCustomer';
import { updateCustomer } from './stripe/updateCustomer';

export { isCustomerError } from '../contract/errors';
export type { StripeCall, StripeClient } from './stripe/client';
export type { StripeWebhookOptions } from './stripe/webhook';
export { stripeWebhook } from './stripe/webhook';

/** How the account is reached, and whose customers it holds. */
export interface StripeBackendOptions extends CustomerRules {
	/** A ready client of the `stripe` SDK (20–23), with its key: server side only. The backend imports no SDK. */
	stripe: StripeClient;
	/**
	 * The one scope that the account's customers belong to: another scope is refused with `misconfigured`.
	 * Without it, the first scope that calls owns this backend for its lifetime.
	 */
	scope?: string;
	/** Whether the account has search; those in India have none. Where Stripe refuses it, it is no longer offered. @default true */
	search?: boolean;
	/** Several servers with one secret open each other's cursors. @default a random one a process */
	cursorSecret?: string | undefined;
	/** What every customer's id matches, for accounts with ids of their own. @default `cus_` or `acct_` and 1–64 letters, digits, `_` or `-` */
	idPattern?: RegExp;
	/** Calls a second for each of Stripe's endpoints; what comes faster waits its turn, and is `rate_limited` where that is too far off. @default 25 */
	requestsPerSecond?: number;
	/**
	 * Sends the calls, so that one that is aborted really ends. Give it where the client has an agent or an HTTP client of its own, which takes
	 * no signal: aborted calls then go on behind the scenes. @default the platform's own `fetch`, or the client's own HTTP client
	 */
	fetch?: (url: string, init: RequestInit) => Promise<Response>;
	/** Where changes are heard of: the kit's `createChangeListeners()`, which `stripeWebhook` tells. @default live changes are not offered */
	changes?: StripeChanges;
}

/** Where a backend hears of changes, whoever tells of them there. */
export interface StripeChanges {
	/** Tells of each change in the scope of the call, until what it returns is called or the signal aborts. */
	subscribe: NonNullable<CustomerBackend['subscribe']>;
}

/**
 * Customers of a Stripe account, and what they pay for. Offers what Stripe can keep and no more: read `capabilities()`.
 *
 * @returns the backend of this one account
 * @throws `misconfigured` when the client has no customers to call
 * @example
 * const backend = stripeBackend({ stripe, scope: 'acme' });
 */
export function stripeBackend(options: StripeBackendOptions): CustomerBackend {
	const { stripe, cursorSecret, idPattern = stripeIdPattern, requestsPerSecond = 25, fetch, changes } = options;
	const rules = rulesOf(options);
	const calls = createCalls(stripe, { requestsPerSecond, fetch });
	const claim = createScopeClaim(options.scope, 'Stripe');
	const cursors = createCursorSealer(cursorSecret === undefined ? randomCursorKey() : cursorKeyFromSecret(cursorSecret));
	const runIdempotently = createIdempotentWrites();
	const [runByEmail, runById] = [createKeyedQueue(), createKeyedQueue()];
	let searches = options.search !== false && calls.has('customers.search');
	const account: Account = {
		calls,
		recent: createRecentWrites(),
		searches: () => searches,
		noSearch: () => {
			searches = false;
		},
	};
	const offered = () => capabilitiesOf(calls, searches, changes !== undefined);
	const billing = createBillingCalls(calls, runIdempotently, claim, idPattern);
	const [sales, paid] = [createSales(billing), createSubscriptions(billing)];
	const { entitlements, checkout, billingPortal, subscriptions } = offered();
	const { cancel = [], resume = false } = subscriptions || {};

	return {
		idPattern,
		capabilities: () => structuredClone(offered()),
		async list(request, call = {}) {
			const checked = checkListRequest(request, offered());
			claim(call);
			return listCustomers(account, cursors, idPattern, checked, request.email, call);
		},
		async get(id, call = {}) {
			checkId(id, idPattern);
			claim(call);
			return readCustomer(account, id, call);
		},
		async create(input, call = {}) {
			const given = checkCreate(input, call, offered());
			claim(call);
			const value = requireValid(await validateCustomerInput(given, rules));
			return runIdempotently('create', value, call, () => runByEmail(emailKey(value.email), () => createCustomer(account, value, call)));
		},
		async update(id, patch, call = {}) {
			const given = checkUpdate(id, patch, call, offered(), idPattern);
			claim(call);
			const write = () =>
				// One after another: between the look and the write nobody else of this process may write.
				runById(id, async () => {
					const previous = await readCustomer(account, id, call, 'send');
					if (call.ifVersion != null && call.ifVersion !== previous.version) throw versionConflict();
					const value = requireValid(await validateCustomerPatch(given, { previous, ...rules }));
					checkClearing(value, offered());
					if (Object.keys(value).length === 0) return previous;
					const update = () => updateCustomer(account, id, value, call);
					return value.email === undefined ? update() : runByEmail(emailKey(value.email), update);
				});
			return runIdempotently(`update ${id}`, given, call, write);
		},
		recall: (id, call) => runIdempotently.recall(`update ${id}`, call),
		...(changes && {
			subscribe(onChange, call = {}) {
				claim(call);
				return changes.subscribe(onChange, call);
			},
		}),
		...(entitlements && { checkEntitlements: sales.checkEntitlements }),
		...(checkout && { createCheckout: sales.createCheckout }),
		...(billingPortal && { createBillingPortal: sales.createBillingPortal }),
		...(subscriptions && { listSubscriptions: paid.listSubscriptions }),
		...(cancel.length > 0 && { cancelSubscription: paid.cancelSubscription }),
		...(resume && { resumeSubscription: paid.resumeSubscription }),
	};
}
