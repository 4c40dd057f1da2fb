import type { Customers } from './customers';
import { page } from './customers';
import { type Form, listOf, textOf } from './form';
import { invalid, missing } from './refusal';

export interface StripePrice {
	id: string;
	product: string;
	/** Minor units; `null` for prices in tiers. */
	unit_amount: number | null;
	currency: string;
	type: 'recurring' | 'one_time';
	recurring: { interval: string; interval_count: number; usage_type: string } | null;
	nickname: string | null;
	lookup_key: string | null;
}

export interface StripeSubscription {
	id: string;
	object: 'subscription';
	customer: string;
	status: string;
	start_date: number;
	trial_end: number | null;
	cancel_at: number | null;
	cancel_at_period_end: boolean;
	canceled_at: number | null;
	items: { object: 'list'; has_more: boolean; data: { id: string; current_period_end: number; quantity?: number; price: StripePrice }[] };
	[extra: string]: unknown;
}

interface Session {
	id: string;
	customer: string;
	lines: { price: StripePrice; quantity: number }[];
	mode: string;
	trialDays: number;
}

const month = 30 * 24 * 60 * 60;

/** What an account sells: prices and products, subscriptions, checkout and portal sessions, entitlements. */
export class Billing {
	readonly products = new Map<string, { id: string; name: string; features: string[] }>();
	readonly prices = new Map<string, StripePrice>();
	readonly subscriptions = new Map<string, StripeSubscription>();
	readonly sessions = new Map<string, Session>();
	#count = 0;

	constructor(
		private readonly customers: Customers,
		private readonly now: () => number,
	) {}

	/** Puts something on sale. */
	sell(id: string, { features = [], ...price }: Partial<StripePrice> & { features?: string[] } = {}): void {
		const product = `prod_${id}`;
		this.products.set(product, { id: product, name: `The ${id} plan`, features });
		const recurring = { interval: 'month', interval_count: 1, usage_type: 'licensed' };
		this.prices.set(id, {
			id,
			product,
			unit_amount: 900,
			currency: 'usd',
			type: 'recurring',
			recurring,
			nickname: null,
			lookup_key: null,
			...price,
		});
	}

	/** What the customer does on the page of a checkout; returns what was bought. */
	pay(url: string): StripeSubscription | undefined {
		const session = this.sessions.get(new URL(url).pathname.split('/').at(-1)!);
		if (!session) throw new Error(`There is no checkout at ${url}.`);
		this.sessions.delete(session.id);
		if (session.mode !== 'subscription') return undefined;
		return this.subscribe(session.customer, session.lines, session.trialDays);
	}

	subscribe(customer: string, lines: Session['lines'], trialDays = 0): StripeSubscription {
		const start = this.now();
		const trial_end = trialDays > 0 ? start + trialDays * 86_400 : null;
		const items = lines.map(({ price, quantity }) => ({
			id: `si_${++this.#count}`,
			object: 'subscription_item',
			current_period_start: start,
			current_period_end: trial_end ?? start + month,
			price,
			quantity,
		}));
		const subscription: StripeSubscription = {
			id: `sub_${++this.#count}`,
			object: 'subscription',
			customer,
			status: trial_end === null ? 'active' : 'trialing',
			start_date: start,
			created: start,
			trial_end,
			cancel_at: null,
			cancel_at_period_end: false,
			canceled_at: null,
			items: { object: 'list', has_more: false, data: items },
			latest_invoice: 'in_secret',
		};
		this.subscriptions.set(subscription.id, subscription);
		return subscription;
	}

	answer(method: string, path: readonly string[], form: Form): object | undefined {
		const [resource, second, third] = path;
		const route = `${method} ${path.length > 1 && resource !== 'checkout' && resource !== 'billing_portal' && resource !== 'entitlements' ? `${resource}/:id` : path.join('/')}`;
		if (route === 'GET subscriptions') return this.#list(form);
		if (route === 'GET subscriptions/:id') return this.#find(second!);
		if (route === 'POST subscriptions/:id') return this.#update(this.#find(second!), form);
		if (route === 'DELETE subscriptions/:id') return this.#cancel(this.#find(second!));
		if (route === 'GET prices/:id') return this.prices.get(second!) ?? raise(missing('price', 404));
		if (route === 'GET prices') {
			const keys = listOf(form.lookup_keys);
			const rows = [...this.prices.values()].filter((price) => keys.includes(price.lookup_key ?? ''));
			return page('/v1/prices', rows, form, () => -1);
		}
		if (route === 'GET products') {
			const rows = listOf(form.ids).flatMap((id) => this.products.get(String(id)) ?? []);
			return page('/v1/products', rows, form, () => -1);
		}
		if (resource === 'checkout' && second === 'sessions' && !third && method === 'POST') return this.#checkout(form);
		if (resource === 'billing_portal' && second === 'sessions' && method === 'POST') return this.#portal(form);
		if (resource === 'entitlements' && second === 'active_entitlements' && method === 'GET') return this.#entitlements(form);
		return undefined;
	}

	#find(id: string): StripeSubscription {
		return this.subscriptions.get(id) ?? raise(missing('id', 404));
	}

	#list(form: Form): object {
		const customer = textOf(form.customer);
		if (customer !== undefined) this.customers.require(customer);
		const status = textOf(form.status);
		const rows = [...this.subscriptions.values()]
			.reverse()
			.filter((one) => (customer === undefined || one.customer === customer) && (status === 'all' || one.status !== 'canceled'));
		for (const path of listOf(form.expand)) if (String(path).split('.').length > 4) throw invalid('expand');
		return page('/v1/subscriptions', rows, form, (id) => rows.findIndex((row) => row.id === id));
	}

	#update(subscription: StripeSubscription, form: Form): StripeSubscription {
		if (subscription.status === 'canceled') throw invalid('', undefined, 400);
		const end = Math.min(...subscription.items.data.map((item) => item.current_period_end));
		if (form.cancel_at_period_end !== undefined) {
			subscription.cancel_at_period_end = form.cancel_at_period_end === 'true';
			subscription.cancel_at = subscription.cancel_at_period_end ? end : null;
		}
		if (form.cancel_at !== undefined) subscription.cancel_at = form.cancel_at === '' ? null : Number(form.cancel_at);
		return subscription;
	}

	#cancel(subscription: StripeSubscription): StripeSubscription {
		if (subscription.status === 'canceled') throw missing('id', 404);
		return Object.assign(subscription, { status: 'canceled', canceled_at: this.now(), ended_at: this.now() });
	}

	#checkout(form: Form): object {
		const customer = this.customers.require(String(form.customer)).id;
		const mode = textOf(form.mode) ?? raise(invalid('mode', 'parameter_missing'));
		const lines = listOf(form.line_items).map((item, index) => {
			const { price, quantity } = item as Form;
			const found = this.prices.get(String(price)) ?? raise(missing(`line_items[${index}][price]`, 400));
			if (found.recurring?.usage_type === 'metered' && quantity !== undefined) throw invalid(`line_items[${index}][quantity]`);
			return { price: found, quantity: Number(quantity ?? 1) };
		});
		const recurring = lines.some(({ price }) => price.type === 'recurring');
		if (recurring !== (mode === 'subscription')) throw invalid('mode');
		for (const key of ['success_url', 'cancel_url']) if (!URL.canParse(String(form[key]))) throw invalid(key, 'url_invalid');
		const id = `cs_test_${crypto.randomUUID()}`;
		const trialDays = Number(typeof form.subscription_data === 'object' ? (form.subscription_data.trial_period_days ?? 0) : 0);
		this.sessions.set(id, { id, customer, lines, mode, trialDays });
		return { id, object: 'checkout.session', mode, customer, url: `https://checkout.stripe.example/c/pay/${id}`, client_secret: 'secret' };
	}

	#portal(form: Form): object {
		const customer = this.customers.require(String(form.customer)).id;
		if (!URL.canParse(String(form.return_url))) throw invalid('return_url', 'url_invalid');
		const id = `bps_${crypto.randomUUID()}`;
		return { id, object: 'billing_portal.session', customer, url: `https://billing.stripe.example/p/session/${id}` };
	}

	#entitlements(form: Form): object {
		const customer = this.customers.require(String(form.customer)).id;
		const running = [...this.subscriptions.values()].filter(
			(one) => one.customer === customer && ['active', 'trialing', 'past_due'].includes(one.status),
		);
		const keys = new Set(
			running.flatMap(({ items }) => items.data.flatMap(({ price }) => this.products.get(price.product)?.features ?? [])),
		);
		const rows = [...keys].map((lookup_key) => ({
			id: `ent_${lookup_key}`,
			object: 'entitlements.active_entitlement',
			feature: `feat_${lookup_key}`,
			lookup_key,
			livemode: false,
		}));
		return page('/v1/entitlements/active_entitlements', rows, form, (id) => rows.findIndex((row) => row.id === id));
	}
}

export function raise(error: Error): never {
	throw error;
}
