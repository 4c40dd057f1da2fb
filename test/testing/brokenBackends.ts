import { type MemoryBackendOptions, memoryBackend } from '../../src/backends/memory';
import {
	type CallOptions,
	type Capabilities,
	type Customer,
	type CustomerBackend,
	CustomerError,
	type CustomerInput,
	type CustomerPatch,
} from '../../src/server';
import { sampleCustomers } from '../../src/testing';

/** Wraps a right backend so that it breaks one promise, as backends in the wild do. */
type Break = (right: CustomerBackend) => Partial<CustomerBackend>;

/** Made anew; of one that keeps not all, where `keeps` says so. */
type Make = (keeps?: Capabilities['keeps']) => CustomerBackend;

export const broken = (options: MemoryBackendOptions, breaking: Break): Make => {
	return (keeps) => {
		const right = memoryBackend(keeps ? { ...options, capabilities: { ...options.capabilities, keeps } } : options);
		return { ...right, ...breaking(right) };
	};
};

async function swallow<T>(call: Promise<T>, code: string, otherwise: () => Promise<T>): Promise<T> {
	try {
		return await call;
	} catch (error) {
		if (error instanceof CustomerError && error.code === code) return otherwise();
		throw error;
	}
}

const without = <T extends object, K extends keyof T>(value: T, ...keys: K[]): T => {
	const copy = { ...value };
	for (const key of keys) delete copy[key];
	return copy;
};

/** Exports no more than one page. */
const fileOf =
	(right: CustomerBackend): CustomerBackend['exportCsv'] =>
	async (request, { scope }) => {
		const { data } = await right.list(request, { scope: scope ?? '' });
		return new Response(['id', ...data.map(({ id }) => id), ''].join('\r\n')).body!;
	};

const readOnly: MemoryBackendOptions = { customers: sampleCustomers(30), capabilities: { write: { create: false, update: false } } };
const offering = { filter: { email: false, country: false, created: false } } as const;

/** What is broken, the cases that must notice it (by the start of their name), and such a backend. */
export const brokenBackends: Record<string, { caughtBy: string; make: Make }> = {
	'skips a customer at the edge of each page': {
		caughtBy: 'walk: by -created',
		make: broken({}, (right) => ({
			async list(request, call) {
				const page = await right.list(request, call);
				return page.next && page.data.length > 1 ? { ...page, data: page.data.slice(0, -1) } : page;
			},
		})),
	},
	'shows the last customer of a page again on the next': {
		caughtBy: 'walk: by -created',
		make: broken({}, (right) => {
			const last = new Map<string, Customer>();
			return {
				async list(request, call) {
					const page = await right.list(request, call);
					const again = request.after === undefined ? undefined : last.get(request.after);
					if (page.next) last.set(page.next, page.data.at(-1)!);
					return again ? { ...page, data: [again, ...page.data].slice(0, request.limit ?? 20) } : page;
				},
			};
		}),
	},
	'pages by offset, so that new customers shift the others': {
		caughtBy: 'walk: customers created meanwhile',
		make: broken({}, (right) => ({
			async list(request, call) {
				const { after, before, limit = 20, ...rest } = request;
				if (before !== undefined || (after !== undefined && !after.startsWith('@'))) return right.list(request, call);
				const all: Customer[] = [];
				for (let next: string | undefined; ; ) {
					const page = await right.list({ ...rest, limit: 100, ...(next !== undefined && { after: next }) }, call);
					all.push(...page.data);
					if (page.next === null) break;
					next = page.next;
				}
				const from = Number(after?.slice(1) ?? 0);
				return { data: all.slice(from, from + limit), next: from + limit < all.length ? `@${from + limit}` : null, previous: null };
			},
		})),
	},
	'makes its cursor of the creation time alone, so that ties are skipped': {
		caughtBy: 'walk: by created',
		make: broken({ now: () => '2026-01-01T00:00:00Z' }, (right) => ({
			async list(request, call) {
				const page = await right.list(request, call);
				return request.sort === 'created' ? { ...page, next: null } : page;
			},
		})),
	},
	'walks back in the wrong order': {
		caughtBy: 'walk: previous leads back',
		make: broken({}, (right) => ({
			async list(request, call) {
				const page = await right.list(request, call);
				return request.before === undefined ? page : { ...page, data: page.data.toReversed() };
			},
		})),
	},
	'walks back from the start instead of the cursor': {
		caughtBy: 'walk: previous leads back',
		make: broken({}, (right) => ({
			async list(request, call) {
				const page = await right.list(request, call);
				return request.before === undefined ? page : { ...(await right.list(without(request, 'before'), call)), previous: page.previous };
			},
		})),
	},
	'ignores the sort': {
		caughtBy: 'walk: by name',
		make: broken({}, (right) => ({ list: (request, call) => right.list({ ...request, sort: '-created' }, call) })),
	},
	'binds its cursors to nothing': {
		caughtBy: 'cursor: one that was tampered',
		make: broken({}, (right) => ({
			list: (request, call) =>
				swallow(right.list(request, call), 'invalid_cursor', () => right.list(without(request, 'after', 'before'), call)),
		})),
	},
	'binds its cursors to the scope, but not to the sort': {
		caughtBy: 'cursor: it serves no other sort',
		make: broken({}, (right) => {
			const made = new Map<string, { sort: NonNullable<Parameters<typeof right.list>[0]['sort']>; scope?: string }>();
			return {
				async list(request, call) {
					const from = made.get(request.after ?? '');
					const page = await right.list(from && from.scope === call?.scope ? { ...request, sort: from.sort } : request, call);
					if (page.next) made.set(page.next, { sort: request.sort ?? '-created', ...(call?.scope && { scope: call.scope }) });
					return page;
				},
			};
		}),
	},
	'writes readable cursors': {
		caughtBy: 'cursor: it cannot be read',
		make: broken({}, (right) => {
			const inner = new Map<string, string>();
			const readable = (cursor: string | null, row: Customer | undefined) => {
				if (cursor === null || !row) return null;
				const text = Buffer.from(JSON.stringify([row.email, row.id, cursor])).toString('base64url');
				inner.set(text, cursor);
				return text;
			};
			return {
				async list(request, call) {
					const { after, before } = request;
					const cursors = {
						...(after !== undefined && { after: inner.get(after) ?? '?' }),
						...(before !== undefined && { before: inner.get(before) ?? '?' }),
					};
					const page = await right.list({ ...request, ...cursors }, call);
					return { ...page, next: readable(page.next, page.data.at(-1)), previous: readable(page.previous, page.data[0]) };
				},
			};
		}),
	},
	'mends a limit that is out of range': {
		caughtBy: 'request: a limit',
		make: broken({}, (right) => ({
			list: (request, call) => right.list({ ...request, limit: Math.min(100, Math.max(1, Math.round(request.limit ?? 20) || 20)) }, call),
		})),
	},
	'counts though nobody asked': {
		caughtBy: 'walk: a page holds 20',
		make: broken({}, (right) => ({ list: (request, call) => right.list({ ...request, total: 'exact' }, call) })),
	},
	'takes the page for the total': {
		caughtBy: 'walk: an exact total',
		make: broken({}, (right) => ({
			async list(request, call) {
				const page = await right.list(request, call);
				return page.total ? { ...page, total: { kind: 'exact', value: page.data.length } } : page;
			},
		})),
	},
	'ignores the scope': {
		caughtBy: 'scope: no list',
		make: broken({}, (right) => {
			const whole = (call: CallOptions = {}) => ({ ...call, scope: 'all' });
			return {
				list: (request, call) => right.list(request, whole(call)),
				get: (id, call) => right.get(id, whole(call)),
				create: (input, call) => right.create(input, whole(call)),
				update: (id, patch, call) => right.update(id, patch, whole(call)),
			};
		}),
	},
	'ignores the scope when asked by id': {
		caughtBy: 'scope: a customer of another',
		make: broken({}, (right) => {
			const owner = new Map<string, string>();
			return {
				async create(input, call) {
					const result = await right.create(input, call);
					owner.set(result.customer.id, call?.scope ?? '');
					return result;
				},
				get: (id, call) => right.get(id, owner.has(id) ? { ...call, scope: owner.get(id)! } : call),
			};
		}),
	},
	'takes null for a version': {
		caughtBy: 'version: null',
		make: broken({}, (right) => ({
			update: (id, patch, call = {}) => right.update(id, patch, { ...call, ...(call.ifVersion === null && { ifVersion: 'null' }) }),
		})),
	},
	'ignores ifVersion': {
		caughtBy: 'version: a stale one',
		make: broken({}, (right) => ({ update: (id, patch, call = {}) => right.update(id, patch, without(call, 'ifVersion')) })),
	},
	'checks ifVersion and writes in two steps': {
		caughtBy: 'version: of ten updates',
		make: broken({}, (right) => ({
			async update(id, patch, call = {}) {
				const { version } = await right.get(id, call);
				if (call.ifVersion !== undefined && call.ifVersion !== version) throw new CustomerError('version_conflict');
				return right.update(id, patch, without(call, 'ifVersion'));
			},
		})),
	},
	'writes first and notices the version conflict afterwards': {
		caughtBy: 'version: a stale one',
		make: broken({}, (right) => ({
			async update(id, patch, call = {}) {
				const { version } = await right.get(id, call);
				const customer = await right.update(id, patch, without(call, 'ifVersion'));
				if (call.ifVersion !== undefined && call.ifVersion !== version) throw new CustomerError('version_conflict');
				return customer;
			},
		})),
	},
	'reads, merges and writes whole customers': {
		caughtBy: 'race: updates of different',
		make: broken({}, (right) => ({
			async update(id, patch, call) {
				const { email, name, phone, address } = await right.get(id, call);
				return right.update(id, { email: email!, name, phone, address, ...patch }, call);
			},
		})),
	},
	'looks an email up before it inserts, and duplicates it in a race': {
		caughtBy: 'race: twenty creates',
		make: () => {
			const right = memoryBackend();
			const ids = new Map<string, string>();
			const real = new Map<string, string>();
			const show = (customer: Customer) => ({ ...customer, email: real.get(customer.id) ?? customer.email });
			return {
				...right,
				async create(input, call) {
					const key = JSON.stringify([call?.scope, String(input.email).trim().toLowerCase()]);
					const known = ids.get(key);
					if (known) return { customer: show(await right.get(known, call)), outcome: 'existing' };
					await new Promise((resolve) => setTimeout(resolve, 1));
					const result = await right.create({ ...input, email: `${crypto.randomUUID()}@example.com` }, call);
					real.set(result.customer.id, input.email.trim());
					ids.set(key, result.customer.id);
					return { ...result, customer: show(result.customer) };
				},
				get: async (id, call) => show(await right.get(id, call)),
				list: async (request, call) => {
					const page = await right.list(request, call);
					return { ...page, data: page.data.map(show) };
				},
			};
		},
	},
	'compares emails as they are typed': {
		caughtBy: 'create: is idempotent',
		make: broken({}, (right) => {
			const typed = new Set<string>();
			return {
				async create(input, call) {
					const result = await right.create(input, call);
					if (result.outcome === 'existing' && !typed.has(input.email))
						return right.create({ ...input, email: `x${input.email.trim()}` }, call);
					typed.add(input.email);
					return result;
				},
			};
		}),
	},
	'fills an existing customer with what create was given': {
		caughtBy: 'create: is idempotent',
		make: broken({}, (right) => ({
			async create(input, call) {
				const result = await right.create(input, call);
				if (result.outcome !== 'existing' || input.name === undefined) return result;
				return {
					customer: await right.update(result.customer.id, { name: input.name }, { scope: call?.scope ?? '' }),
					outcome: 'existing',
				};
			},
		})),
	},
	'says created for a customer who was there': {
		caughtBy: 'create: is idempotent',
		make: broken({}, (right) => ({
			create: async (input, call) => ({ ...(await right.create(input, call)), outcome: 'created' }),
		})),
	},
	'silently ignores filters that it does not offer': {
		caughtBy: 'not offered: filter.country',
		make: broken({ capabilities: offering }, (right) => ({
			list: (request, call) => right.list(without(request, 'email', 'country', 'created'), call),
		})),
	},
	'silently ignores searches that it does not offer': {
		caughtBy: 'not offered: search',
		make: broken({ capabilities: { search: false } }, (right) => ({
			list: (request, call) => right.list(without(request, 'query'), call),
		})),
	},
	'offers a filter that it ignores': {
		caughtBy: 'filter: country',
		make: broken({}, (right) => ({ list: (request, call) => right.list(without(request, 'country'), call) })),
	},
	'silently skips clearing that it does not offer': {
		caughtBy: 'not offered: clearing the phone',
		make: broken({ capabilities: { write: { clear: [] } } }, (right) => ({
			update: (id, patch, call) => right.update(id, Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== null)), call),
		})),
	},
	'takes null for absent': {
		caughtBy: 'update: null clears',
		make: broken({}, (right) => ({
			update: (id, patch, call) => right.update(id, Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== null)), call),
		})),
	},
	'takes absent for null': {
		caughtBy: 'update: changes what is given',
		make: broken({}, (right) => ({
			update: (id, patch, call) => right.update(id, { name: null, phone: null, ...patch }, call),
		})),
	},
	'merges addresses instead of replacing them': {
		caughtBy: 'update: changes what is given',
		make: broken({}, (right) => ({
			async update(id, patch, call) {
				if (!patch.address) return right.update(id, patch, call);
				const { address } = await right.get(id, call);
				const given = Object.fromEntries(Object.entries(patch.address).filter(([, value]) => value !== null));
				return right.update(id, { ...patch, address: { ...address, state: null, line2: 'old', ...given } }, call);
			},
		})),
	},
	'rewrites names to NFC': {
		caughtBy: 'text: names come back',
		make: broken({}, (right) => ({
			create: (input, call) =>
				right.create({ ...input, ...(typeof input.name === 'string' && { name: input.name.normalize('NFC') }) }, call),
		})),
	},
	'collapses spaces in names': {
		caughtBy: 'text: names come back byte for byte after',
		make: broken({}, (right) => ({
			update: (id, patch, call) =>
				right.update(id, { ...patch, ...(typeof patch.name === 'string' && { name: patch.name.replace(/[ \u00a0]+/g, ' ') }) }, call),
		})),
	},
	'cuts names at 200 UTF-16 units': {
		caughtBy: 'text: names come back',
		make: broken({}, (right) => ({
			get: async (id, call) => {
				const customer = await right.get(id, call);
				return { ...customer, name: customer.name?.slice(0, 200) ?? null };
			},
		})),
	},
	'stores emails in lower case': {
		caughtBy: 'text: an email',
		make: broken({}, (right) => ({
			create: (input, call) =>
				right.create({ ...input, email: typeof input.email === 'string' ? input.email.toLowerCase() : input.email }, call),
		})),
	},
	'stores "" as if it were nothing': {
		caughtBy: 'create: refuses wrong',
		make: broken({}, (right) => ({
			create: (input, call) =>
				right.create(Object.fromEntries(Object.entries(input).filter(([, value]) => value !== '')) as CustomerInput, call),
		})),
	},
	'drops fields that it does not know': {
		caughtBy: 'create: refuses wrong',
		make: broken({}, (right) => ({
			create({ id, email, name, phone, address }, call) {
				return right.create(
					{ email, ...(id && { id }), ...(name !== undefined && { name }), ...(phone && { phone }), ...(address && { address }) },
					call,
				);
			},
		})),
	},
	'keeps the objects that it was given': {
		caughtBy: 'copies: changing an input',
		make: broken({ customers: [] }, (right) => {
			const kept = new Map<string, CustomerInput>();
			return {
				async create(input, call) {
					const result = await right.create(input, call);
					if (result.outcome === 'created') kept.set(result.customer.id, input);
					return result;
				},
				async get(id, call) {
					const customer = await right.get(id, call);
					const city = kept.get(id)?.address?.city;
					return customer.address && city ? { ...customer, address: { ...customer.address, city } } : customer;
				},
			};
		}),
	},
	'gives out the objects that it keeps': {
		caughtBy: 'copies: changing an answer',
		make: broken({}, (right) => {
			const kept = new Map<string, Customer>();
			return {
				async get(id, call) {
					const fresh = await right.get(id, call);
					const known = kept.get(id);
					if (known && known.version === fresh.version) return known;
					kept.set(id, fresh);
					return fresh;
				},
			};
		}),
	},
	'changes its input': {
		caughtBy: 'copies: inputs',
		make: broken({}, (right) => ({
			create(input, call) {
				input.email = input.email.trim();
				return right.create(input, call);
			},
		})),
	},
	'leaks what else it stores': {
		caughtBy: 'copies: only declared',
		make: broken({}, (right) => ({
			get: async (id, call) => ({ ...(await right.get(id, call)), password_hash: 'secret' }),
		})),
	},
	'leaks it in lists only': {
		caughtBy: 'copies: only declared',
		make: broken({}, (right) => ({
			async list(request, call) {
				const page = await right.list(request, call);
				return { ...page, data: page.data.map((customer) => ({ ...customer, _row: 1 })) };
			},
		})),
	},
	'hands out its vendor’s page': {
		caughtBy: 'copies: only declared',
		make: broken({}, (right) => ({
			list: async (request, call) => ({ ...(await right.list(request, call)), has_more: true, client: { apiKey: 'secret' } }),
		})),
	},
	'loses the name of a new customer': {
		caughtBy: 'create: gives back',
		make: broken({}, (right) => ({ create: (input, call) => right.create(without(input, 'name'), call) })),
	},
	'calls whoever has no name by their email': {
		caughtBy: 'create: an email is enough',
		make: broken({}, (right) => ({
			create: (input, call) => right.create({ ...input, ...(input.name == null && { name: input.email }) }, call),
		})),
	},
	'answers what was typed for what is stored': {
		caughtBy: 'create: values are stored',
		make: broken({}, (right) => ({
			async create(input, call) {
				const result = await right.create(input, call);
				return { ...result, customer: { ...result.customer, name: input.name ?? null } };
			},
		})),
	},
	'writes the name before it looks at the rest': {
		caughtBy: 'update: refuses wrong',
		make: broken({}, (right) => ({
			async update(id, patch, call) {
				if (patch.name && call?.idempotencyKey === undefined) await right.update(id, { name: patch.name }, call).catch(() => {});
				return right.update(id, patch, call);
			},
		})),
	},
	'refuses for another reason the second time': {
		caughtBy: 'idempotency: a refused input',
		make: broken({}, (right) => {
			const seen = new Set<string>();
			return {
				async create(input, call) {
					const key = call?.idempotencyKey;
					if (key && seen.has(key)) throw new CustomerError('idempotency_key_reused');
					if (key) seen.add(key);
					return right.create(input, call);
				},
			};
		}),
	},
	'forgets the last digit of a phone and the second line of an address': {
		caughtBy: 'text: phones and addresses',
		make: broken({}, (right) => ({
			async get(id, call) {
				const customer = await right.get(id, call);
				const { phone, address } = customer;
				return { ...customer, phone: phone?.slice(0, -1) ?? null, address: address && { ...address, line2: null } };
			},
		})),
	},
	'answers retries with the object that it answered first': {
		caughtBy: 'copies: the answer kept',
		make: broken({}, (right) => {
			const kept = new Map<string, ReturnType<CustomerBackend['create']>>();
			return {
				create(input, call) {
					const key = call?.idempotencyKey;
					const answer = (key ? kept.get(key) : undefined) ?? right.create(input, call);
					if (key) kept.set(key, answer);
					return answer;
				},
			};
		}),
	},
	'lists nobody who was edited': {
		caughtBy: 'walk: customers edited meanwhile',
		make: broken({}, (right) => {
			const edited = new Set<string>();
			return {
				update(id, patch, call) {
					edited.add(id);
					return right.update(id, patch, call);
				},
				async list(request, call) {
					const page = await right.list(request, call);
					return { ...page, data: page.data.filter(({ id }) => !edited.has(id) || request.after === undefined) };
				},
			};
		}),
	},
	'ignores an abort': {
		caughtBy: 'abort: a signal',
		make: broken({}, (right) => ({
			list: (request, call = {}) => right.list(request, without(call, 'signal')),
			get: (id, call = {}) => right.get(id, without(call, 'signal')),
		})),
	},
	'looks at the signal only before it starts': {
		caughtBy: 'abort: a read that is on',
		make: broken({}, (right) => ({
			get(id, call = {}) {
				return call.signal?.aborted ? right.get(id, call) : right.get(id, without(call, 'signal'));
			},
		})),
	},
	'rejects an abort with the browser’s own error': {
		caughtBy: 'abort: a signal',
		make: broken({}, (right) => ({
			get: (id, call = {}) => right.get(id, call).catch((error) => Promise.reject(call.signal?.aborted ? call.signal.reason : error)),
		})),
	},
	'writes in spite of an abort': {
		caughtBy: 'abort: a write',
		make: broken({}, (right) => ({
			async create(input, call = {}) {
				const result = await right.create(input, without(call, 'signal'));
				if (call.signal?.aborted) throw new CustomerError('aborted');
				return result;
			},
		})),
	},
	'asks its upstream with any id': {
		caughtBy: 'id: a malformed',
		make: broken({}, (right) => ({
			async get(id, call) {
				if (id === '' || id === '..') return (await right.list({ limit: 1 }, call)).data[0]!;
				return right.get(id, call);
			},
		})),
	},
	'answers about another customer': {
		caughtBy: 'id: answers',
		make: broken({}, (right) => ({
			get: async (id, call) => {
				await right.get(id, call);
				return (await right.list({ limit: 1 }, call)).data[0]!;
			},
		})),
	},
	'finds ids by their prefix': {
		caughtBy: 'id: one that nobody',
		make: broken({}, (right) => ({
			get: (id, call) =>
				swallow(right.get(id, call), 'not_found', async () => {
					const all = (await right.list({ limit: 100 }, call)).data;
					const near = all.find((customer) => customer.id.startsWith(id) || id.startsWith(customer.id));
					if (near) return near;
					throw new CustomerError('not_found');
				}),
		})),
	},
	'ignores idempotency keys': {
		caughtBy: 'idempotency: the same key and input',
		make: broken({}, (right) => ({
			create: (input, call = {}) => right.create(input, without(call, 'idempotencyKey')),
			update: (id, patch, call = {}) => right.update(id, patch, without(call, 'idempotencyKey')),
		})),
	},
	'answers a reused idempotency key with the first result': {
		caughtBy: 'idempotency: the same key with',
		make: broken({}, (right) => {
			const first = new Map<string, ReturnType<typeof right.create>>();
			return {
				create(input, call = {}) {
					if (call.idempotencyKey === undefined) return right.create(input, call);
					const key = `${call.scope} ${call.idempotencyKey}`;
					const answer = first.get(key) ?? right.create(input, call);
					first.set(key, answer);
					return answer.then((result) => structuredClone(result));
				},
			};
		}),
	},
	'shares idempotency keys between scopes': {
		caughtBy: 'idempotency: keys of another',
		make: broken({}, (right) => {
			const inputs = new Map<string, string>();
			return {
				async create(input, call = {}) {
					const { idempotencyKey } = call;
					if (idempotencyKey !== undefined && (inputs.get(idempotencyKey) ?? input.email) !== input.email)
						throw new CustomerError('idempotency_key_reused');
					if (idempotencyKey !== undefined) inputs.set(idempotencyKey, input.email);
					return right.create(input, call);
				},
			};
		}),
	},
	'takes an email from another customer': {
		caughtBy: 'update: an email that another',
		make: broken({}, (right) => ({
			async update(id, patch, call) {
				return swallow(right.update(id, patch, call), 'email_exists', () =>
					right.update(id, without(patch as CustomerPatch, 'email'), call),
				);
			},
		})),
	},
	'searches by case': {
		caughtBy: 'search: finds by name, in',
		make: broken({}, (right) => ({
			async list(request, call) {
				const page = await right.list(request, call);
				const { query } = request;
				if (query === undefined || /\d/.test(query)) return page;
				return { ...page, data: page.data.filter(({ name, email, id }) => [name, email, id].some((text) => text?.includes(query.trim()))) };
			},
		})),
	},
	'takes % and _ in a search for wildcards': {
		caughtBy: 'search: takes %',
		make: broken({}, (right) => ({
			list: (request, call) => right.list({ ...request, ...(request.query && { query: request.query.split(/[%_]/)[0]! }) }, call),
		})),
	},
	'searches phones as text': {
		caughtBy: 'search: finds by phone',
		make: broken({}, (right) => ({
			async list(request, call) {
				const { query } = request;
				const page = await right.list(request, call);
				return query && /^[+\d\s()-]+$/.test(query) ? { ...page, data: page.data.filter(({ phone }) => phone?.includes(query)) } : page;
			},
		})),
	},
	'hides that its search lags': {
		caughtBy: 'search: sees an edit',
		make: broken({ searchLagMs: 400 }, (right) => ({
			async capabilities(call) {
				const capabilities = await right.capabilities(call);
				return { ...capabilities, search: capabilities.search && { ...capabilities.search, consistency: 'strong' } };
			},
			list: async (request, call) => ({ ...(await right.list(request, call)), consistency: 'strong' }),
		})),
	},
	'gives new ids that do not fit its pattern': { caughtBy: 'id: answers', make: broken({}, () => ({ idPattern: /^customer_\d+$/ })) },
	'gives away its capabilities': {
		caughtBy: 'copies: capabilities',
		make: broken({}, (right) => {
			const capabilities = right.capabilities();
			return { capabilities: () => capabilities };
		}),
	},
	'creates customers though it does not offer to': {
		caughtBy: 'not offered: create',
		make: broken(readOnly, () => {
			const open = memoryBackend();
			return { create: open.create, list: open.list };
		}),
	},
	'updates customers though it does not offer to': {
		caughtBy: 'not offered: update',
		make: broken({}, (right) => ({
			async capabilities() {
				const offered = await right.capabilities();
				return { ...offered, write: { ...offered.write, update: false } };
			},
		})),
	},
	'only reads, and skips a customer at the edge of each page': {
		caughtBy: 'read: whoever is there',
		make: broken(readOnly, (right) => ({
			async list(request, call) {
				const page = await right.list(request, call);
				return page.next ? { ...page, data: page.data.slice(0, -1) } : page;
			},
		})),
	},
	'exports though it does not offer to': {
		caughtBy: 'not offered: an export',
		make: broken({ capabilities: { export: false } }, (right) => ({ exportCsv: fileOf(right) })),
	},
	'exports the first page only': { caughtBy: 'export: everyone', make: broken({}, (right) => ({ exportCsv: fileOf(right) })) },
	'offers live changes without a way to hear of them': {
		caughtBy: 'not offered: entitlements',
		make: broken({ capabilities: { live: false } }, (right) => ({
			capabilities: async () => ({ ...(await right.capabilities()), live: true }),
		})),
	},
};
