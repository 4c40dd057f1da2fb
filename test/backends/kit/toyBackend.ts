import {
	abortable,
	type CallOptions,
	type Capabilities,
	type CheckedListRequest,
	type Customer,
	type CustomerBackend,
	checkClearing,
	checkCreate,
	checkId,
	checkListRequest,
	checkUpdate,
	clearableFields,
	copyCustomer,
	createCursorSealer,
	createIdempotentWrites,
	createSearch,
	cursorBinding,
	emailExists,
	emailKey,
	fullAddress,
	idTaken,
	notFound,
	randomCursorKey,
	randomId,
	requireValid,
	throwIfAborted,
	toInstant,
	validateCustomerInput,
	validateCustomerPatch,
	versionConflict,
} from '../../../src/backends/kit';

const capabilities: Capabilities = {
	write: { create: true, update: true, clear: clearableFields, customId: true },
	search: { fields: ['name', 'email', 'phone', 'id'], consistency: 'strong', minLength: 1, matching: 'folded' },
	filter: { email: true, country: true, created: true },
	sort: ['-created', 'created'],
	paging: { backward: false, maxLimit: 50, total: [] },
	createByEmail: 'atomic',
	conditionalUpdate: 'atomic',
	keeps: clearableFields,
	export: true,
	entitlements: false,
	checkout: false,
	billingPortal: false,
	subscriptions: false,
	live: false,
};

/** A backend as its author would write it, over a store that knows nothing: a map a scope. */
export function toyBackend(): CustomerBackend {
	const scopes = new Map<string, Map<string, Customer>>();
	const cursors = createCursorSealer(randomCursorKey());
	const runIdempotently = createIdempotentWrites();

	function rowsOf(scope = ''): Map<string, Customer> {
		const rows = scopes.get(scope) ?? new Map<string, Customer>();
		scopes.set(scope, rows);
		return rows;
	}

	/** As any store would be asked: an answer that nobody waits for any more is dropped. */
	function ask(scope: string | undefined, signal: AbortSignal | undefined): Promise<ReadonlyMap<string, Customer>> {
		return abortable(Promise.resolve(rowsOf(scope)), signal);
	}

	function withEmail(email: string | null, scope?: string): Customer | undefined {
		return email === null ? undefined : [...rowsOf(scope).values()].find((row) => keyOf(row) === emailKey(email));
	}

	async function get(id: string, { scope, signal }: CallOptions = {}): Promise<Customer> {
		checkId(id);
		const row = (await ask(scope, signal)).get(id);
		if (!row) throw notFound();
		return copyCustomer(row);
	}

	return {
		capabilities: () => structuredClone(capabilities),
		get,
		async list(request, { scope, signal } = {}) {
			const checked = checkListRequest(request, capabilities);
			const { cursor, limit, sort } = checked;
			const binding = cursorBinding(checked, scope);
			const from = cursor === null ? null : String(await cursors.open(cursor, binding));
			const finds = checked.query === null ? () => true : await createSearch(checked.query);
			const descending = sort === '-created';
			const rows = [...(await ask(scope, signal)).values()]
				.filter((row) => matches(row, checked) && finds(row))
				.map((row) => ({ row, at: `${createdOf(row)} ${row.id}` }))
				.filter(({ at }) => from === null || (descending ? at < from : at > from))
				.sort((a, b) => (a.at < b.at === descending ? 1 : -1));
			const page = rows.slice(0, limit);
			const last = page.at(-1);
			const next = last && rows.length > limit ? await cursors.seal(last.at, binding) : null;
			return { data: page.map(({ row }) => copyCustomer(row)), next, previous: null };
		},
		async create(input, call = {}) {
			const given = checkCreate(input, call, capabilities);
			const value = requireValid(await validateCustomerInput(given));
			throwIfAborted(call.signal);
			return runIdempotently('create', value, call, async () => {
				const existing = withEmail(value.email, call.scope);
				if (existing) return { customer: copyCustomer(existing), outcome: 'existing' };
				const { id = randomId(), email, name = null, phone = null } = value;
				if (rowsOf(call.scope).has(id)) throw idTaken();
				const address = fullAddress(value.address);
				const row: Customer = { id, email, name, phone, address, created: new Date().toISOString(), version: '1' };
				rowsOf(call.scope).set(id, row);
				return { customer: copyCustomer(row), outcome: 'created' };
			});
		},
		async update(id, patch, call = {}) {
			const given = checkUpdate(id, patch, call, capabilities);
			return runIdempotently(`update ${id}`, given, call, async () => {
				const value = requireValid(await validateCustomerPatch(given, { previous: await get(id, call) }));
				checkClearing(value, capabilities);
				throwIfAborted(call.signal);
				const former = rowsOf(call.scope).get(id);
				if (!former) throw notFound();
				if (call.ifVersion != null && call.ifVersion !== former.version) throw versionConflict();
				const owner = withEmail(value.email ?? null, call.scope);
				if (owner && owner.id !== id) throw emailExists();
				const address = value.address === undefined ? former.address : fullAddress(value.address);
				const row: Customer = { ...former, ...value, address, version: String(Number(former.version) + 1) };
				rowsOf(call.scope).set(id, row);
				return copyCustomer(row);
			});
		},
		recall: (id, call) => runIdempotently.recall(`update ${id}`, call),
	};
}

const keyOf = ({ email }: Customer) => (email === null ? null : emailKey(email));
const createdOf = ({ created }: Customer) => toInstant(created ?? '') ?? '';

function matches(row: Customer, { email, country, created }: CheckedListRequest): boolean {
	return (
		(email === null || keyOf(row) === email) &&
		(country === null || country.includes(row.address?.country ?? '')) &&
		(created.gte === null || createdOf(row) >= created.gte) &&
		(created.lt === null || createdOf(row) < created.lt)
	);
}
