import type {
	CheckoutResult,
	Customer,
	CustomerBackend,
	CustomerChange,
	CustomerPage,
	ListCustomersRequest,
	Subscription,
	WriteOptions,
} from '../../src/index';
import { CustomerError } from '../../src/index';

type Outcome = { value: unknown } | { error: unknown };

/** A call on its way: it is answered at one moment, and the answer arrives at another. */
interface Call {
	name: string;
	options: WriteOptions | undefined;
	answer: () => unknown;
	outcome: Outcome | undefined;
	arrive: (outcome: Outcome) => void;
}

/** All that was bought, and what it opens, at some moment. */
export interface Bought {
	subscriptions: readonly Subscription[];
	hasPro: boolean;
}

function active(id: string): Subscription {
	return { id, status: 'active', started: null, trial_end: null, current_period_end: null, cancel_at_period_end: false, items: [] };
}

/** Customers, what the first of them bought, and a backend whose answers are worked out, arrive, and are lost when the test says so. */
export function slowWorld(count: number, checkoutUrl: string | null = null) {
	const customers = new Map<string, Customer>();
	const calls: Call[] = [];
	const untold: CustomerChange[] = [];
	const listeners = new Set<(change: CustomerChange) => void>();
	const history: Bought[] = [];
	const ownAt = new Map<string, number>();
	const byOthers: Customer[] = [];
	let writes = 0;
	let joined = count;

	const write = (id: string, name: string): Customer => {
		writes++;
		const former = customers.get(id);
		const created = former?.created ?? `2026-01-01T00:00:00.${String(writes).padStart(3, '0')}Z`;
		const customer = { id, email: `${id}@example.com`, name, phone: null, address: null, created, version: String(writes) };
		customers.set(id, customer);
		untold.push({ type: former ? 'updated' : 'created', id });
		return customer;
	};
	const join = (name: string) => write(`cus_${++joined}`, name);
	const bought = () => history.at(-1)!;
	const sell = (subscriptions: readonly Subscription[]) => {
		history.push({ subscriptions, hasPro: subscriptions.some(({ status }) => status === 'active') });
		untold.push({ type: 'updated', id: 'cus_1' });
	};
	const buy = () => sell([...bought().subscriptions, active(`sub_${bought().subscriptions.length + 1}`)]);
	const setStatus = (id: string, status: string) => {
		sell(bought().subscriptions.map((one) => (one.id === id ? { ...one, status } : one)));
		return subscription(id);
	};
	const subscription = (id: string) => {
		const one = bought().subscriptions.find((each) => each.id === id);
		if (!one) throw new CustomerError('not_found');
		return one;
	};
	/** Whoever is signed in is the first. */
	const found = (id: string) => {
		const customer = customers.get(id === 'me' ? 'cus_1' : id);
		if (!customer) throw new CustomerError('not_found');
		return customer;
	};
	sell([active('sub_1'), active('sub_2')]);
	for (let at = 1; at <= count; at++) write(`cus_${at}`, `cus_${at}`);
	untold.length = 0;

	/** What was written once under a key is not written again. */
	const byKey = new Map<string, unknown>();
	const call = <T>(name: string, options: WriteOptions | undefined, answer: () => T): Promise<T> =>
		new Promise((resolve, reject) => {
			const arrive = (outcome: Outcome) => ('error' in outcome ? reject(outcome.error) : resolve(outcome.value as T));
			const key = options?.idempotencyKey;
			const once = () => {
				if (key !== undefined && !byKey.has(key)) byKey.set(key, answer());
				return key === undefined ? answer() : byKey.get(key);
			};
			calls.push({ name, options, answer: once, outcome: undefined, arrive });
		});
	const own = <T>(what: string, answer: () => T) => {
		const value = answer();
		ownAt.set(what, history.length - 1);
		return value;
	};
	const backend: CustomerBackend = {
		capabilities: () => {
			throw new CustomerError('not_supported');
		},
		list: (request, options) => call('list', options, () => pageOf([...customers.values()], request)),
		get: (id, options) => call('get', options, () => found(id)),
		create: ({ name, email }, options) =>
			call('create', options, () => {
				const customer = [...customers.values()].find((one) => one.email === email);
				return customer ? { customer, outcome: 'existing' as const } : { customer: join(name!), outcome: 'created' as const };
			}),
		update: (id, { name }, options) =>
			call('update', options, () => {
				const { ifVersion } = options ?? {};
				if (ifVersion != null && found(id).version !== ifVersion) throw new CustomerError('version_conflict');
				return write(found(id).id, name!);
			}),
		listSubscriptions: (_id, options) => call('subscriptions', options, () => structuredClone([...bought().subscriptions])),
		checkEntitlements: (_id, features, options) =>
			call('entitlements', options, () => features.map((feature_id) => ({ feature_id, has_access: bought().hasPro }))),
		cancelSubscription: (_id, id, _input, options) =>
			call('cancel', options, () => own(subscription(id).id, () => setStatus(id, 'canceled'))),
		resumeSubscription: (_id, id, options) => call('resume', options, () => own(subscription(id).id, () => setStatus(id, 'active'))),
		createCheckout: (_id, _input, options) =>
			call('checkout', options, (): CheckoutResult => {
				if (checkoutUrl !== null) return { url: checkoutUrl, action: 'checkout' as const };
				own('checkout', buy);
				return { url: null, action: 'update' as const };
			}),
		subscribe(listener) {
			listeners.add(listener);
			return () => void listeners.delete(listener);
		},
	};
	const take = (index: number) => calls.splice(index % calls.length, 1)[0]!;
	return {
		backend,
		customers,
		/** What was bought, at first and after each change of it. */
		history,
		/** Which of these the page's own last cancellation of a subscription came to, or its last checkout. */
		ownAt,
		/** How many customers were written so far. */
		writes: () => writes,
		/** How many calls are on their way. */
		waiting: () => calls.length,
		join,
		/** The customers as others have made them. */
		byOthers,
		edit: (id: string, name: string) => customers.has(id) && byOthers.push(write(id, name)),
		remove: (id: string) => customers.delete(id) && untold.push({ type: 'updated', id }),
		buy,
		end: (id: string) => setStatus(id, 'canceled'),
		/** Whoever listens hears of all changes since. */
		tell() {
			for (const change of untold.splice(0)) for (const listener of [...listeners]) listener(change);
		},
		/** Nobody hears of changes since, but that there was a gap. */
		lapse() {
			untold.length = 0;
			for (const listener of [...listeners]) listener({ type: 'resync' });
		},
		/** One of the calls is answered, and the answer goes on its way. */
		answer(index: number) {
			const open = calls.filter(({ outcome }) => !outcome);
			if (open.length > 0) answerTo(open[index % open.length]!);
		},
		/** One of the answers arrives. */
		deliver(index: number) {
			if (calls.length === 0) return;
			const one = take(index);
			one.arrive(answerTo(one));
		},
		/** One of the calls, or its answer, is lost. */
		lose(index: number) {
			if (calls.length > 0) take(index).arrive({ error: new CustomerError('unreachable') });
		},
	};
}

function answerTo(call: Call): Outcome {
	if (call.outcome) return call.outcome;
	try {
		if (call.options?.signal?.aborted) throw new CustomerError('aborted');
		call.outcome = { value: call.answer() };
	} catch (error) {
		call.outcome = { error };
	}
	return call.outcome;
}

/** Whose names have the query, by name, or the newest first; a cursor is the key of the last row. */
function pageOf(customers: Customer[], { query = '', sort, after, total, limit = 20 }: ListCustomersRequest): CustomerPage {
	const keyOf = ({ name, created, id }: Customer) => `${sort ? name : created} ${id}`;
	const direction = sort ? 1 : -1;
	const all = customers.filter(({ name }) => name?.includes(query)).sort((a, b) => (keyOf(a) < keyOf(b) ? -direction : direction));
	const rest = after ? all.filter((one) => (sort ? keyOf(one) > after : keyOf(one) < after)) : all;
	const data = rest.slice(0, limit);
	const counted = total === 'exact' && { total: { kind: total, value: all.length } };
	return { data, next: data.length < rest.length ? keyOf(data.at(-1)!) : null, previous: null, consistency: 'strong', ...counted };
}
