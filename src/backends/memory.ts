import { throwIfAborted, wait } from '../contract/abort';
import type { CallOptions, Capabilities, CreateResult, CustomerBackend, CustomerPage, WriteOptions } from '../contract/backend';
import { clearableFields } from '../contract/clearableFields';
import { checkIdempotencyKey } from '../contract/idempotencyKey';
import { maxLimit } from '../contract/listRequest';
import { sorts } from '../contract/sorts';
import type { Customer, CustomerInput, CustomerPatch } from '../domain/customer';
import { type CustomerRules, rulesOf } from '../domain/customerRules';
import { stableStringify } from '../domain/stableStringify';
import { validateCustomerInput, validateCustomerPatch } from '../domain/validateCustomer';
import { checkClearing, checkId, checkListRequest, cursorBinding, notFound, notSupported } from './kit/checkRequest';
import { copyCustomer, fullAddress } from './kit/copyCustomer';
import { createCursorSealer, randomCursorKey } from './kit/cursor';
import { emailExists, idTaken, keyReused, randomId, snapshot, valid, versionConflict } from './kit/write';
import { MemoryRows, matcher, type Position, position, Row } from './memory/rows';

/** A customer to start with; what is left out is `null` (`created`: now). */
export type MemoryCustomer = Partial<Customer> & Pick<Customer, 'id'>;

/** Capabilities to change: mostly to switch something off, which is then refused with `not_supported`. */
export interface MemoryCapabilities {
	write?: Partial<Capabilities['write']>;
	search?: false | Partial<Exclude<Capabilities['search'], false>>;
	filter?: Partial<Capabilities['filter']>;
	sort?: Capabilities['sort'];
	paging?: Partial<Capabilities['paging']>;
	createByEmail?: Capabilities['createByEmail'];
	/** With `none` every `version` is `null`. */
	conditionalUpdate?: Capabilities['conditionalUpdate'];
}

export interface MemoryBackendOptions extends CustomerRules {
	/**
	 * What the store holds at first, taken as it is, unvalidated. A list: each scope that calls starts with its own copy
	 * of it. A map by scope, be it an object or a `Map`: each scope has its own, others start empty; `''` is the scope of calls without one.
	 * @default []
	 */
	customers?:
		| readonly MemoryCustomer[]
		| Readonly<Record<string, readonly MemoryCustomer[]>>
		| ReadonlyMap<string, readonly MemoryCustomer[]>;
	/** How long each call takes, in milliseconds. @default 0 */
	latencyMs?: number;
	/** How long a write stays unseen by search and filters, in milliseconds of real time. `get` sees it at once. @default 0 */
	searchLagMs?: number;
	/** @default everything but entitlements, checkout, portal, subscriptions and live changes */
	capabilities?: MemoryCapabilities;
	/** The clock that stamps `created`: a Date, milliseconds, or ISO 8601 text (which may hold microseconds). @default the time */
	now?: () => Date | number | string;
}

/** One scope: its rows, the rows as search sees them, and the writes that search has yet to see. */
interface Store {
	rows: MemoryRows;
	index: MemoryRows;
	pending: { at: number; row: Row }[];
}

/** Idempotency keys that are remembered, the oldest forgotten first. */
const maxKeys = 10_000;

/**
 * A backend in memory that keeps every promise of the contract: for stories, tests and trying things out.
 * Sorting by name ignores case; customers without the sorted field come last both ways.
 */
export function memoryBackend(options: MemoryBackendOptions = {}): CustomerBackend {
	const rules = rulesOf(options);
	const { latencyMs = 0, searchLagMs = 0, now = () => new Date() } = options;
	const offered = mergeCapabilities(options.capabilities, searchLagMs > 0);
	const versioned = offered.conditionalUpdate !== 'none';
	const cursors = createCursorSealer(randomCursorKey());
	const stores = new Map<string, Store>();
	const answered = new Map<string, { input: string; answer: Customer | CreateResult }>();
	const seeds = seedRows(options.customers ?? [], stamp(now()));

	function storeOf(scope = ''): Store {
		let store = stores.get(scope);
		if (!store) {
			const rows = new MemoryRows(seeds(scope));
			store = { rows, index: searchLagMs > 0 ? new MemoryRows(seeds(scope)) : rows, pending: [] };
			stores.set(scope, store);
		}
		return store;
	}

	function save(store: Store, customer: Customer): void {
		const row = new Row(customer);
		store.rows.put(row);
		if (store.index !== store.rows) store.pending.push({ at: Date.now() + searchLagMs, row });
	}

	/** The rows that search and filters see by now. */
	function indexOf(store: Store): MemoryRows {
		while (store.pending[0] && store.pending[0].at <= Date.now()) store.index.put(store.pending.shift()!.row);
		return store.index;
	}

	/** Stands for the way to a database: even without latency, a call that is aborted in the same tick rejects. */
	async function travel(signal: AbortSignal | undefined): Promise<void> {
		if (latencyMs > 0) await wait(latencyMs, signal);
		else await null;
		throwIfAborted(signal);
	}

	function show(row: Row): Customer {
		return { ...copyCustomer(row.customer), ...(!versioned && { version: null }) };
	}

	/** Runs a write once per idempotency key; nothing may be awaited between the look-up and the effect. */
	function once<T extends Customer | CreateResult>(route: string, input: unknown, call: WriteOptions, effect: () => T): T {
		if (call.idempotencyKey === undefined) return effect();
		const key = JSON.stringify([call.scope ?? '', route, call.idempotencyKey]);
		const text = stableStringify(input);
		const former = answered.get(key);
		if (former && former.input !== text) throw keyReused();
		if (former) return structuredClone(former.answer) as T;
		const answer = effect();
		answered.set(key, { input: text, answer: structuredClone(answer) });
		if (answered.size > maxKeys) answered.delete(answered.keys().next().value!);
		return answer;
	}

	async function list(...[input, call = {}]: Parameters<CustomerBackend['list']>): Promise<CustomerPage> {
		const request = checkListRequest(input, offered);
		await travel(call.signal);
		const binding = cursorBinding(request, call.scope);
		const from = request.cursor === null ? null : ((await cursors.open(request.cursor, binding)) as Position);
		const store = storeOf(call.scope);
		const { query, email, country, created, sort, limit } = request;
		const narrowed = query !== null || email !== null || country !== null || created.gte !== null || created.lt !== null;
		const rows = narrowed ? indexOf(store) : store.rows;
		const matches = matcher(request, offered.search ? offered.search.fields : []);
		const found = rows.walk(sort, from, request.direction, matches, limit + 1);
		const more = found.length > limit;
		const page = found.slice(0, limit);
		if (request.direction === 'backward') page.reverse();
		const total = request.total === 'none' ? null : rows.count(matches);
		const [first, last] = [page[0], page.at(-1)];
		const forward = request.direction === 'forward';
		const hasNext = forward ? more : last !== undefined && rows.walk(sort, position(last, sort), 'forward', matches, 1).length > 0;
		const hasPrevious = forward ? first !== undefined && rows.walk(sort, position(first, sort), 'backward', matches, 1).length > 0 : more;
		const next = hasNext && last ? await cursors.seal(position(last, sort), binding) : null;
		const previous = hasPrevious && first && offered.paging.backward ? await cursors.seal(position(first, sort), binding) : null;
		throwIfAborted(call.signal);
		return {
			data: page.map(show),
			next,
			previous,
			...(total !== null && { total: { kind: 'exact' as const, value: total } }),
			consistency: narrowed && searchLagMs > 0 ? 'eventual' : 'strong',
		};
	}

	async function get(id: string, call: CallOptions = {}): Promise<Customer> {
		checkId(id);
		await travel(call.signal);
		return show(found(storeOf(call.scope), id));
	}

	async function create(input: CustomerInput, call: WriteOptions = {}): Promise<CreateResult> {
		if (!offered.write.create) throw notSupported('write.create');
		if (input?.id != null && !offered.write.customId) throw notSupported('write.customId');
		checkIdempotencyKey(call.idempotencyKey);
		const given = snapshot(input);
		await travel(call.signal);
		const value = valid(await validateCustomerInput(given, rules));
		throwIfAborted(call.signal);
		const { rows } = storeOf(call.scope);
		return once('create', value, call, () => {
			const address = fullAddress(value.address);
			const { email, name = null, phone = null } = value;
			const id = value.id ?? randomId();
			const row = new Row({ id, email, name, phone, address, created: stamp(now()), version: crypto.randomUUID() });
			const existing = rows.findByEmail(row.email!);
			if (existing) return { customer: show(existing), outcome: 'existing' };
			if (rows.get(id)) throw idTaken();
			save(storeOf(call.scope), row.customer);
			return { customer: show(row), outcome: 'created' };
		});
	}

	async function update(id: string, patch: CustomerPatch, call: WriteOptions = {}): Promise<Customer> {
		checkId(id);
		if (!offered.write.update) throw notSupported('write.update');
		if (call.ifVersion !== undefined && !versioned) throw notSupported('conditionalUpdate');
		checkIdempotencyKey(call.idempotencyKey);
		const given = snapshot(patch);
		await travel(call.signal);
		const store = storeOf(call.scope);
		const value = valid(await validateCustomerPatch(given, { previous: show(found(store, id)), ...rules }));
		checkClearing(value, offered);
		throwIfAborted(call.signal);
		return once(`update ${id}`, value, call, () => {
			const former = found(store, id).customer;
			if (call.ifVersion !== undefined && call.ifVersion !== former.version) throw versionConflict();
			const { email = former.email, name = former.name, phone = former.phone } = value;
			const address = value.address === undefined ? former.address : fullAddress(value.address);
			const row = new Row({ ...former, email, name, phone, address, version: crypto.randomUUID() });
			const owner = row.email === null ? undefined : store.rows.findByEmail(row.email);
			if (owner && owner.customer.id !== id && value.email !== undefined) throw emailExists();
			save(store, row.customer);
			return show(row);
		});
	}

	return { capabilities: () => structuredClone(offered), list, get, create, update };
}

function found(store: Store, id: string): Row {
	const row = store.rows.get(id);
	if (!row) throw notFound();
	return row;
}

function mergeCapabilities(changes: MemoryCapabilities = {}, lags: boolean): Capabilities {
	const search = {
		fields: ['name', 'email', 'phone', 'id'] as const,
		consistency: lags ? ('eventual' as const) : ('strong' as const),
		minLength: 1,
	};
	return {
		write: { create: true, update: true, clear: clearableFields, customId: true, ...changes.write },
		search: changes.search === false ? false : { ...search, ...changes.search },
		filter: { email: true, country: true, created: true, ...changes.filter },
		sort: changes.sort ?? sorts,
		paging: { backward: true, maxLimit, total: ['exact'], ...changes.paging },
		createByEmail: changes.createByEmail ?? 'atomic',
		conditionalUpdate: changes.conditionalUpdate ?? 'atomic',
		entitlements: false,
		checkout: false,
		billingPortal: false,
		subscriptions: false,
		live: false,
	};
}

/** Makes the first rows of a scope; those of a list are made once and stand in every scope, since rows are frozen. */
function seedRows(customers: NonNullable<MemoryBackendOptions['customers']>, created: string): (scope: string) => Row[] {
	const rowsOf = (list: readonly MemoryCustomer[]) =>
		list.map(
			(customer) =>
				new Row({
					id: customer.id,
					email: customer.email ?? null,
					name: customer.name ?? null,
					phone: customer.phone ?? null,
					address: fullAddress(customer.address),
					created: customer.created === undefined ? created : customer.created,
					version: customer.version ?? '1',
				}),
		);
	if (Array.isArray(customers)) {
		const rows = rowsOf(customers);
		return () => rows;
	}
	const entries = customers instanceof Map ? [...customers] : Object.entries(customers);
	const byScope = new Map(entries.map(([scope, list]) => [scope, rowsOf(list)]));
	return (scope) => byScope.get(scope) ?? [];
}

function stamp(time: Date | number | string): string {
	return typeof time === 'string' ? time : new Date(time).toISOString();
}
