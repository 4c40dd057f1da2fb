import type { CallOptions, CustomerBackend } from '../../contract/backend';
import { CustomerError } from '../../contract/errors';
import type { Customer } from '../../domain/customer';
import { changesOfBoth } from './changesOfBoth';

/** How the customers of one backend are known to the other. */
export interface WithBillingOptions {
	/** The id under which the billing side knows a customer: looked up, or made there when it is first needed. */
	billingId(customer: Customer): string | Promise<string>;
	/**
	 * The id of the customer whom the billing side knows under an id, for live changes: what is paid there is then told here as a change of
	 * that customer. Asked once for each change and scope that somebody listens to; nobody hears of whom the scope does not have.
	 * @default what happens at the billing side is shown when it is asked for again
	 */
	customerId?(billingId: string): string | null | undefined | Promise<string | null | undefined>;
}

/**
 * Customers of one backend, billed by another: customers in your Postgres, say, and payments at Proyecta. Each billing call first reads the
 * customer in the caller's scope, so that another scope's is `not_found` before the billing side hears of it. Offers what the one offers of
 * customers and the other of billing.
 *
 * What was answered under an idempotency key is answered again by the handler, whatever has become of the customer since. Where that answer
 * never reached the handler and the customer is gone by now, trying again is `not_found`: nobody knows any more under which id to ask the
 * billing side, and nothing is to be bought for whoever is gone.
 *
 * @returns a backend for the handler
 * @throws `misconfigured` from billing calls where `billingId` returns no id; what it throws itself is passed on
 * @example
 * const customers = memoryBackend();
 * const billing = memoryBackend({ billing: { plans: [], grants: {} } });
 * const backend = withBilling(customers, billing, {
 * 	billingId: async ({ email }) => (await billing.create({ email: email ?? '' })).customer.id,
 * });
 */
export function withBilling(customers: CustomerBackend, billing: CustomerBackend, options: WithBillingOptions): CustomerBackend {
	const { idPattern, stores } = customers;
	return {
		...(idPattern && { idPattern }),
		...(stores && { stores }),
		...ownCalls(customers),
		...billingCalls(customers, billing, options),
		...(customers.subscribe && { subscribe: changesOfBoth(customers, billing, options.customerId) }),
		async capabilities(options) {
			const [offered, sold] = await Promise.all([customers.capabilities(options), billing.capabilities(options)]);
			const { entitlements, checkout, billingPortal, subscriptions } = sold;
			return { ...offered, entitlements, checkout, billingPortal, subscriptions };
		},
	};
}

type OwnCalls = Pick<CustomerBackend, 'list' | 'get' | 'create' | 'update' | 'recall' | 'exportCsv'>;

/** Each as a method of its backend, which may be an object of a class. */
function ownCalls(customers: CustomerBackend): OwnCalls {
	return {
		list: (...call) => customers.list(...call),
		get: (...call) => customers.get(...call),
		create: (...call) => customers.create(...call),
		update: (...call) => customers.update(...call),
		...(customers.recall && { recall: (...call) => customers.recall!(...call) }),
		...(customers.exportCsv && { exportCsv: (...call) => customers.exportCsv!(...call) }),
	};
}

type BillingCalls = Pick<
	CustomerBackend,
	'checkEntitlements' | 'createCheckout' | 'createBillingPortal' | 'listSubscriptions' | 'cancelSubscription' | 'resumeSubscription'
>;

function billingCalls(customers: CustomerBackend, billing: CustomerBackend, { billingId }: WithBillingOptions): BillingCalls {
	async function known(id: string, { signal, scope }: CallOptions = {}): Promise<string> {
		const customer = await customers.get(id, { ...(signal && { signal }), ...(scope !== undefined && { scope }) });
		const billed = await billingId(customer);
		if (typeof billed === 'string' && billed !== '') return billed;
		throw new CustomerError('misconfigured', {
			message: 'withBilling: `billingId` returned no id. Make the customer at the billing side there, or return the id it is stored under.',
		});
	}
	return {
		...(billing.checkEntitlements && {
			checkEntitlements: async (id, features, call) => billing.checkEntitlements!(await known(id, call), features, call),
		}),
		...(billing.createCheckout && {
			createCheckout: async (id, input, call) => billing.createCheckout!(await known(id, call), input, call),
		}),
		...(billing.createBillingPortal && {
			createBillingPortal: async (id, input, call) => billing.createBillingPortal!(await known(id, call), input, call),
		}),
		...(billing.listSubscriptions && {
			listSubscriptions: async (id, call) => billing.listSubscriptions!(await known(id, call), call),
		}),
		...(billing.cancelSubscription && {
			cancelSubscription: async (id, subscription, input, call) =>
				billing.cancelSubscription!(await known(id, call), subscription, input, call),
		}),
		...(billing.resumeSubscription && {
			resumeSubscription: async (id, subscription, call) => billing.resumeSubscription!(await known(id, call), subscription, call),
		}),
	};
}
