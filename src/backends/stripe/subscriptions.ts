import type { CallOptions, CustomerBackend } from '../../contract/backend';
import type { Subscription } from '../../contract/billing';
import { readEachSubscription } from '../../contract/readEachSubscription';
import { badAnswer, filledText, property } from '../kit/answer';
import { type BillingCalls, checkName, nothingThere } from './billingCalls';
import type { Calls } from './calls';
import { endsByDate, hasEnded, ownerOf, productsOf, toSubscription } from './toSubscription';

type Subscriptions = Required<Pick<CustomerBackend, 'listSubscriptions' | 'cancelSubscription' | 'resumeSubscription'>>;

/** What customers pay for again and again. */
export function createSubscriptions({ calls, catalog, begin, write }: BillingCalls): Subscriptions {
	const about = { customer: true };

	async function named(answer: unknown, call: CallOptions): Promise<Subscription> {
		return toSubscription(answer, await catalog.names(productsOf(answer), call));
	}

	/** A subscription of this customer as Stripe answers it; another customer's is as unknown as one that nobody has. */
	async function ownSubscription(id: string, subscriptionId: string, call: CallOptions): Promise<unknown> {
		checkName(subscriptionId);
		const answer = await calls.send('subscriptions.retrieve', [subscriptionId, {}], call, about);
		if (property(answer, 'id') !== subscriptionId) throw badAnswer('The answer is not the subscription that was asked for.');
		if (ownerOf(answer) !== id) throw nothingThere();
		return answer;
	}

	return {
		async listSubscriptions(id, call = {}) {
			begin(id, call);
			const rows = await allSubscriptions(calls, id, call);
			const names = await catalog.names(rows.flatMap(productsOf), call);
			return readEachSubscription(rows, (row) => toSubscription(row, names));
		},
		async cancelSubscription(id, subscriptionId, { timing }, call = {}) {
			begin(id, call);
			return write(id, 'cancel', { subscriptionId, timing }, call, async (extras) => {
				const former = await ownSubscription(id, subscriptionId, call);
				if (hasEnded(former)) return named(former, call);
				const cancelled =
					timing === 'immediate'
						? await calls.send('subscriptions.cancel', [subscriptionId, {}], call, about)
						: await calls.send('subscriptions.update', [subscriptionId, { cancel_at_period_end: true }], call, { ...about, ...extras });
				return named(cancelled, call);
			});
		},
		async resumeSubscription(id, subscriptionId, call = {}) {
			begin(id, call);
			return write(id, 'resume', { subscriptionId }, call, async (extras) => {
				const former = await ownSubscription(id, subscriptionId, call);
				if (hasEnded(former)) throw nothingThere();
				const current = toSubscription(former);
				if (!current.cancel_at_period_end) return named(former, call);
				// One that ends on a day of its own is not told by `cancel_at_period_end`.
				const params = endsByDate(former) ? { cancel_at: '' } : { cancel_at_period_end: false };
				return named(await calls.send('subscriptions.update', [subscriptionId, params], call, { ...about, ...extras }), call);
			});
		},
	};
}

async function allSubscriptions(calls: Calls, customer: string, call: CallOptions): Promise<unknown[]> {
	const rows: unknown[] = [];
	for (let starting_after: string | undefined; ; ) {
		const params = { customer, status: 'all', limit: 100, ...(starting_after !== undefined && { starting_after }) };
		const page = await calls.list('subscriptions.list', params, call, { customer: true });
		rows.push(...page.rows);
		const last = filledText(property(page.rows.at(-1), 'id'));
		if (!page.more || last === null) return rows.filter((row) => property(row, 'status') !== 'incomplete_expired');
		starting_after = last;
	}
}
