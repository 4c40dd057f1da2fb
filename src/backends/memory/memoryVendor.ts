import type { CheckoutInput, Entitlement, Subscription, SubscriptionItem } from '../../contract/billing';
import { CustomerError } from '../../contract/errors';
import { copyData } from '../../domain/copyData';
import { randomHex } from '../../domain/randomHex';
import type { ChangeListeners } from '../kit/changeListeners';
import { atTime, isRunning, periodsAfter } from './billingPeriod';
import { groupOf, type MemoryBilling, type MemoryPlan, priceOf } from './plans';

/** A visit to the vendor's page: to pay, or to look after what is paid. */
export interface MemorySession {
	/** What the page is opened with, as `?session=`. */
	id: string;
	/** The scope of whoever opened it. */
	scope: string;
	/** Whose it is. */
	customer_id: string;
	/** What is to be paid; none where the page is the billing portal. */
	items: SubscriptionItem[];
	/** Where people go who paid, or have done in the portal. */
	success_url: string;
	/** Where people go who turned back. */
	cancel_url: string;
	/** `open` until somebody pays or turns back. */
	status: 'open' | 'paid' | 'left';
}

/** The vendor behind a memory backend that sells: what its page does, for a demo or a test. */
export interface MemoryVendor {
	/** The session of an id; `undefined` where there is none. */
	session(id: string): MemorySession | undefined;
	/**
	 * Pays a session, once however often it is called: what it brings is there `settleMs` later, when the webhook has come. Returns where to
	 * send the person.
	 * @throws `not_found` for a session that is not there, or was left
	 */
	pay(id: string): string;
	/**
	 * Turns back from a session. Returns where to send the person.
	 * @throws `not_found` for a session that is not there, or was paid
	 */
	leave(id: string): string;
	/** Lets every webhook that is under way come now. */
	settle(): void;
	/**
	 * Does what vendors do by themselves: a card that fails makes a subscription `past_due`.
	 * @throws `not_found` for a subscription that the customer does not have
	 */
	change(customerId: string, subscriptionId: string, change: Partial<Omit<Subscription, 'id'>>, scope?: string): void;
}

interface Account {
	subscriptions: Subscription[];
	/** What was bought once, for good. */
	bought: string[];
}

/** What customers of all scopes have, and the payments that are under way. */
export class Vendor implements MemoryVendor {
	readonly #billing: MemoryBilling;
	readonly #now: () => string;
	readonly #changes: ChangeListeners;
	readonly #plans: Map<string, MemoryPlan>;
	readonly #accounts = new Map<string, Account>();
	readonly #sessions = new Map<string, MemorySession>();
	#webhooks: { at: number; session: MemorySession }[] = [];

	constructor(billing: MemoryBilling, now: () => string, changes: ChangeListeners) {
		this.#changes = changes;
		this.#billing = billing;
		this.#now = now;
		this.#plans = new Map(billing.plans.map((plan) => [plan.variant_id, plan]));
	}

	session(id: string): MemorySession | undefined {
		return this.#sessions.has(id) ? copyData(this.#sessions.get(id)) : undefined;
	}

	pay(id: string): string {
		const session = this.#openSession(id, 'paid');
		if (session.status === 'open') this.#expect(session);
		session.status = 'paid';
		return session.success_url;
	}

	leave(id: string): string {
		const session = this.#openSession(id, 'left');
		session.status = 'left';
		return session.cancel_url;
	}

	settle(): void {
		this.#receive(Number.POSITIVE_INFINITY);
	}

	change(customerId: string, subscriptionId: string, change: Partial<Omit<Subscription, 'id'>>, scope = ''): void {
		this.put(customerId, scope, { ...this.get(customerId, scope, subscriptionId), ...copyData(change) });
	}

	/** Begins a purchase, or changes a running plan of the same group at once: then there is no session. */
	checkout(customerId: string, scope: string, { line_items, success_url, cancel_url }: CheckoutInput): MemorySession | null {
		if (line_items.length === 0) throw new CustomerError('malformed_request', { message: 'A checkout has at least one of `line_items`.' });
		const items = line_items.map(({ variant_id, quantity = 1 }) => itemOf(this.#planOf(variant_id), quantity));
		if (!this.#change(customerId, scope, items)) return this.#open({ customer_id: customerId, scope, items, success_url, cancel_url });
		return null;
	}

	/** Opens the page where people look after what they pay for. */
	portal(customerId: string, scope: string, returnUrl: string): MemorySession {
		return this.#open({ customer_id: customerId, scope, items: [], success_url: returnUrl, cancel_url: returnUrl });
	}

	list(customerId: string, scope: string): Subscription[] {
		this.#receive(Date.now());
		const account = this.#accountOf(customerId, scope);
		account.subscriptions = account.subscriptions.map((one) => atTime(one, this.#now()));
		return copyData(account.subscriptions);
	}

	/** @throws `not_found` */
	get(customerId: string, scope: string, subscriptionId: string): Subscription {
		const found = this.list(customerId, scope).find(({ id }) => id === subscriptionId);
		if (found) return found;
		throw new CustomerError('not_found', { message: 'The customer has no subscription of that id.' });
	}

	put(customerId: string, scope: string, subscription: Subscription): Subscription {
		const account = this.#accountOf(customerId, scope);
		account.subscriptions = account.subscriptions.map((one) => (one.id === subscription.id ? subscription : one));
		this.#changes.tell({ type: 'updated', id: customerId }, scope);
		return copyData(subscription);
	}

	check(customerId: string, scope: string, featureId: string): Entitlement {
		if (this.#billing.failing?.includes(featureId)) return { feature_id: featureId, has_access: null };
		const paid = this.list(customerId, scope).filter(isRunning);
		const variants = [...this.#accountOf(customerId, scope).bought, ...paid.flatMap(({ items }) => items.map((item) => item.variant_id))];
		const { grants } = this.#billing;
		const has_access = variants.some((variant) => Object.hasOwn(grants, variant) && grants[variant]?.includes(featureId));
		return { feature_id: featureId, has_access };
	}

	#open(session: Omit<MemorySession, 'id' | 'status'>): MemorySession {
		const opened: MemorySession = { ...session, id: `ses_${randomHex(16)}`, status: 'open' };
		this.#sessions.set(opened.id, opened);
		return opened;
	}

	#openSession(id: string, again: MemorySession['status']): MemorySession {
		const session = this.#sessions.get(id);
		if (session && (session.status === 'open' || session.status === again)) return session;
		throw new CustomerError('not_found', { message: 'No session of that id is open.' });
	}

	/** Its webhook comes by itself, also where nobody asks. */
	#expect(session: MemorySession): void {
		const { settleMs = 0 } = this.#billing;
		const at = Date.now() + settleMs;
		this.#webhooks.push({ at, session });
		// More than a timer can wait for is as good as never.
		if (settleMs === 0 || settleMs >= 2 ** 31) return;
		// A number in browsers.
		const timer = setTimeout(() => this.#receive(at), settleMs) as unknown as { unref?: () => void };
		timer.unref?.();
	}

	/** What paid sessions bring, once their webhook has come. */
	#receive(until: number): void {
		const due = this.#webhooks.filter(({ at }) => at <= until);
		this.#webhooks = this.#webhooks.filter(({ at }) => at > until);
		for (const { session } of due) this.#fulfil(session);
	}

	#fulfil({ customer_id, scope, items }: MemorySession): void {
		const account = this.#accountOf(customer_id, scope);
		this.#changes.tell({ type: 'updated', id: customer_id }, scope);
		const recurring = items.filter(({ price }) => price?.interval !== null);
		account.bought.push(...items.filter(({ price }) => price?.interval === null).map(({ variant_id }) => variant_id));
		const [first] = recurring;
		if (!first?.price || this.#change(customer_id, scope, items)) return;
		const started = this.#now();
		const { price } = first;
		const plan = this.#planOf(first.variant_id);
		const free = account.subscriptions.some((one) => this.#isOf(one, [groupOf(plan)])) ? undefined : plan.trial_days;
		const trial_end = free ? periodsAfter(started, { ...price, interval: 'day', interval_count: free }, 1) : null;
		account.subscriptions.push({
			id: `sub_${randomHex(16)}`,
			status: trial_end ? 'trialing' : 'active',
			started,
			trial_end,
			current_period_end: trial_end ?? periodsAfter(started, price, 1),
			cancel_at_period_end: false,
			items: recurring,
		});
	}

	/** Changes a running subscription of the same group, if there is one. */
	#change(customerId: string, scope: string, items: readonly SubscriptionItem[]): boolean {
		const recurring = items.filter(({ price }) => price?.interval !== null);
		const groups = recurring.map(({ variant_id }) => groupOf(this.#planOf(variant_id)));
		const running = this.list(customerId, scope).find((one) => isRunning(one) && this.#isOf(one, groups));
		if (running) this.put(customerId, scope, { ...running, cancel_at_period_end: false, items: recurring });
		return running !== undefined;
	}

	#isOf({ items }: Subscription, groups: readonly string[]): boolean {
		return items.some(({ variant_id }) => {
			const plan = this.#plans.get(variant_id);
			return plan !== undefined && groups.includes(groupOf(plan));
		});
	}

	#planOf(variantId: string): MemoryPlan {
		const plan = this.#plans.get(variantId);
		if (plan) return plan;
		throw new CustomerError('not_found', { message: 'No plan has that variant_id: see `billing.plans`.' });
	}

	#accountOf(customerId: string, scope: string): Account {
		const key = JSON.stringify([scope, customerId]);
		const { subscriptions } = this.#billing;
		const own = subscriptions && Object.hasOwn(subscriptions, customerId) ? subscriptions[customerId] : undefined;
		const account = this.#accounts.get(key) ?? { subscriptions: copyData([...(own ?? [])]), bought: [] };
		this.#accounts.set(key, account);
		return account;
	}
}

function itemOf(plan: MemoryPlan, quantity: number): SubscriptionItem {
	return { variant_id: plan.variant_id, name: plan.name, quantity, price: priceOf(plan) };
}
