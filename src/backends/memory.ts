import { throwIfAborted, wait } from '../contract/abort';
import type { CallOptions, Capabilities, CustomerBackend, CustomerPage } from '../contract/backend';
import { clearableFields } from '../contract/clearableFields';
import { copyData } from '../domain/copyData';
import type { Customer, CustomerPatch } from '../domain/customer';
import { type CustomerRules, rulesOf } from '../domain/customerRules';
import { readSearch } from '../domain/readSearch';
import { validateCustomerInput, validateCustomerPatch } from '../domain/validateCustomer';
import { type ChangeListeners, createChangeListeners } from './kit/changeListeners';
import { checkId } from './kit/checkId';
import { type CheckedListRequest, checkListRequest, cursorBinding } from './kit/checkListRequest';
import { checkClearing, checkCreate, checkUpdate, requireValid } from './kit/checkWrite';
import { copyCustomer } from './kit/copyCustomer';
import { createCursorSealer, randomCursorKey } from './kit/cursorSealer';
import { createIdempotentWrites } from './kit/idempotentWrites';
import { emailExists, idTaken, versionConflict } from './kit/refusals';
import { type MemoryCapabilities, mergeCapabilities } from './memory/capabilities';
import { firstRows, type MemoryCustomers } from './memory/firstRows';
import { keptCursors } from './memory/keptCursors';
import { matcher } from './memory/matcher';
import { memoryBilling } from './memory/memoryBilling';
import { MemoryStore } from './memory/memoryStore';
import { type MemoryVendor, Vendor } from './memory/memoryVendor';
import type { MemoryBilling } from './memory/plans';
import { readPage } from './memory/readPage';
import { newRow, type Position, patchedRow, type Row } from './memory/row';

export { isCustomerError } from '../contract/errors';
export type { MemoryCapabilities } from './memory/capabilities';
export type { MemoryCustomer } from './memory/firstRows';
export type { MemorySession, MemoryVendor } from './memory/memoryVendor';
export type { MemoryBilling, MemoryPlan } from './memory/plans';

/** What a memory backend holds at first, how slow it is, and what it offers. */
export interface MemoryBackendOptions extends CustomerRules {
	/**
	 * What the store holds at first, taken as it is, unvalidated. A list: each scope that calls starts with its own copy
	 * of it. A map by scope, be it an object or a `Map`: each scope has its own, others start empty; `''` is the scope of calls without one.
	 * @default []
	 */
	customers?: MemoryCustomers;
	/** How long each call takes, in milliseconds. @default 0 */
	latencyMs?: number;
	/** How long a write stays unseen by search and filters, in milliseconds of real time. `get` sees it at once. @default 0 */
	searchLagMs?: number;
	/** What can be bought, and by whom it was. @default nothing, and neither checkout nor portal, entitlements or subscriptions */
	billing?: MemoryBilling;
	/** What it offers. @default everything, but without `billing` nothing of that */
	capabilities?: MemoryCapabilities;
	/** The clock that stamps `created`: a Date, milliseconds, or ISO 8601 text (which may hold microseconds). @default the time */
	now?: () => Date | number | string;
}

/** A {@link CustomerBackend} in memory. */
export interface MemoryBackend extends CustomerBackend {
	/** What the vendor's page does, where `billing` was given. */
	vendor?: MemoryVendor;
}

/**
 * A backend in memory that keeps every promise of the contract: for stories, tests and trying things out.
 * It finds and sorts by folded text (`search.matching`), as Postgres does; customers without the sorted field come last both ways.
 *
 * @returns a backend whose customers live as long as it does
 * @example
 * const backend = memoryBackend({ customers: sampleCustomers(200), latencyMs: 300 });
 */
export function memoryBackend(options: MemoryBackendOptions = {}): MemoryBackend {
	const rules = rulesOf(options);
	const { latencyMs = 0, searchLagMs = 0, now = () => new Date(), billing } = options;
	const offered = mergeCapabilities(options.capabilities ?? {}, searchLagMs > 0, billing !== undefined);
	const changes = createChangeListeners();
	const vendor = billing && new Vendor(billing, () => new Date(now()).toISOString(), changes);
	const storeOf = createStores(firstRows(options.customers ?? [], timeText(now())), searchLagMs, changes);
	const cursors = crypto.subtle ? createCursorSealer(randomCursorKey()) : keptCursors();
	const runIdempotently = createIdempotentWrites();
	const unkept = Object.fromEntries(clearableFields.filter((field) => !offered.keeps.includes(field)).map((field) => [field, null]));

	const show = ({ customer }: Row): Customer => ({
		...copyCustomer(customer),
		...(offered.conditionalUpdate === 'none' && { version: null }),
		...unkept,
	});
	const visit = async (id: string, { scope, signal }: CallOptions) => {
		await travel(latencyMs, signal);
		storeOf(scope).get(id);
	};

	return {
		...(vendor && { vendor, ...memoryBilling({ vendor, offered, page: billing.page ?? '/vendor', runIdempotently, visit }) }),
		...(offered.live && { subscribe: changes.subscribe }),
		capabilities: () => copyData(offered),
		async list(input, call = {}) {
			const request = checkListRequest(input, offered);
			await travel(latencyMs, call.signal);
			const binding = cursorBinding(request, call.scope);
			const from = request.cursor === null ? null : ((await cursors.open(request.cursor, binding)) as Position);
			const narrowed = isNarrowed(request);
			const { rows, next, previous, total } = await readStore(storeOf(call.scope), request, from, offered);
			const page: CustomerPage = {
				data: rows.map(show),
				next: next && (await cursors.seal(next, binding)),
				previous: previous && offered.paging.backward ? await cursors.seal(previous, binding) : null,
				...(total !== null && { total: { kind: 'exact', value: total } }),
				consistency: narrowed && searchLagMs > 0 ? 'eventual' : 'strong',
			};
			throwIfAborted(call.signal);
			return page;
		},
		async get(id, call = {}) {
			checkId(id);
			await travel(latencyMs, call.signal);
			return show(storeOf(call.scope).get(id));
		},
		async create(input, call = {}) {
			const given = checkCreate(input, call, offered);
			await travel(latencyMs, call.signal);
			const value = requireValid(await validateCustomerInput(given, rules));
			throwIfAborted(call.signal);
			const store = storeOf(call.scope);
			// Nothing may be awaited between a look-up and its effect.
			return runIdempotently('create', value, call, async () => {
				const row = newRow(value, timeText(now()));
				const existing = store.rows.findByEmail(row.email!);
				if (existing) return { customer: show(existing), outcome: 'existing' };
				if (store.rows.get(row.customer.id)) throw idTaken();
				store.put(row);
				return { customer: show(row), outcome: 'created' };
			});
		},
		async update(id, patch, call = {}) {
			const given = checkUpdate(id, patch, call, offered);
			await travel(latencyMs, call.signal);
			const store = storeOf(call.scope);
			return runIdempotently(`update ${id}`, given, call, async () => {
				const value = requireValid(await validateCustomerPatch(given, { previous: show(store.get(id)), ...rules }));
				checkClearing(value, offered);
				throwIfAborted(call.signal);
				return show(editRow(store, id, value, call.ifVersion));
			});
		},
		async recall(id, call) {
			await travel(latencyMs, call.signal);
			return runIdempotently.recall(`update ${id}`, call);
		},
	};
}

/** The rows of a page; what a search or a filter finds may lag behind. */
async function readStore(store: MemoryStore, request: CheckedListRequest, from: Position | null, { search }: Capabilities) {
	const terms = request.query === null ? null : await readSearch(request.query);
	const rows = isNarrowed(request) ? store.searched() : store.rows;
	return readPage(rows, request, from, matcher(request, terms, search ? search.fields : []));
}

/** Stands for the way to a database: even without latency, a call that is aborted in the same tick rejects. */
async function travel(latencyMs: number, signal: AbortSignal | undefined): Promise<void> {
	if (latencyMs > 0) await wait(latencyMs, signal);
	else await null;
	throwIfAborted(signal);
}

/** Each scope's store, from the first call on that names the scope. */
function createStores(rowsOf: (scope: string) => readonly Row[], lagMs: number, changes: ChangeListeners): (scope?: string) => MemoryStore {
	const stores = new Map<string, MemoryStore>();
	return (scope = '') => {
		let store = stores.get(scope);
		if (!store) {
			store = new MemoryStore(rowsOf(scope), lagMs, (change) => changes.tell(change, scope));
			stores.set(scope, store);
		}
		return store;
	};
}

/** Nothing is awaited between its look and its effect. @throws `not_found`, `version_conflict`, `email_exists` */
function editRow(store: MemoryStore, id: string, patch: CustomerPatch, ifVersion: string | null | undefined): Row {
	const { customer: former } = store.get(id);
	if (ifVersion != null && ifVersion !== former.version) throw versionConflict();
	const row = patchedRow(former, patch);
	const owner = patch.email === undefined ? undefined : store.rows.findByEmail(row.email!);
	if (owner && owner.customer.id !== id) throw emailExists();
	store.put(row);
	return row;
}

/** Whether a search or a filter decides what a list holds. */
function isNarrowed({ query, email, country, created }: CheckedListRequest): boolean {
	return query !== null || email !== null || country !== null || created.gte !== null || created.lt !== null;
}

function timeText(time: Date | number | string): string {
	return typeof time === 'string' ? time : new Date(time).toISOString();
}
