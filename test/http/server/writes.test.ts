import { describe, expect, it } from 'vitest';
import { type MemoryBackendOptions, memoryBackend } from '../../../src/backends/memory';
import type { Customer, CustomerBackend } from '../../../src/server';
import { CustomerError } from '../../../src/server';
import { sampleCustomers, withFaults } from '../../../src/testing';
import { type Ask, mount, refusal, withAsha } from '../request';

const overwrite = { 'If-Match': '*' };

/** A handler whose backend notes how it is asked to write, and Asha, who was there before. */
async function noting(changes: (memory: CustomerBackend) => Partial<CustomerBackend> = () => ({})) {
	const memory = memoryBackend();
	const asked: unknown[] = [];
	const noted = { ...memory, ...changes(memory) };
	const backend: CustomerBackend = {
		...noted,
		create: (input, options) => {
			asked.push([input, options]);
			return noted.create(input, options);
		},
		update: (id, patch, options) => {
			asked.push([patch, options]);
			return noted.update(id, patch, options);
		},
	};
	const asha = await withAsha({ backend: memory });
	return { ...mount({ backend }), asked, path: asha.path, etag: asha.etag, version: asha.version };
}

const call = { signal: expect.any(AbortSignal), scope: 'a' };
const key = { idempotencyKey: expect.stringMatching(/^[\w-]{20,255}$/) };

describe('a backend is asked', () => {
	it('for a customer as it was checked, with a key where there is one', async () => {
		const { ask, asked } = await noting();
		const json = { email: ' Bo@Example.com ', phone: '+91 98765-43211', name: null, id: null };
		expect((await ask('/', { json })).status).toBe(201);
		expect((await ask('/', { json, headers: { 'Idempotency-Key': 'k' } })).status).toBe(200);
		const input = { email: 'Bo@Example.com', phone: '+919876543211' };
		expect(asked).toStrictEqual([
			[input, call],
			[input, { ...call, ...key }],
		]);
	});

	it('for an edit of the version that was seen, and of any where the caller says so', async () => {
		const { ask, asked, path, etag, version } = await noting();
		const patch = (name: string, headers: Record<string, string>) => ask(path, { method: 'PATCH', json: { name }, headers });
		expect((await patch('A', { 'If-Match': etag })).status).toBe(200);
		expect((await patch('B', overwrite)).status).toBe(200);
		expect((await patch('C', { ...overwrite, 'Idempotency-Key': 'k' })).status).toBe(200);
		expect(asked).toStrictEqual([
			[{ name: 'A' }, { ...call, ifVersion: version }],
			[{ name: 'B' }, call],
			[{ name: 'C' }, { ...call, ...key, inputDigest: key.idempotencyKey }],
		]);
	});

	it('for an edit under a key, and told what it holds only where it can recall it', async () => {
		const { recall: _, ...forgetful } = memoryBackend({ customers: [{ id: 'cus_1', name: 'Asha' }] });
		const asked: unknown[] = [];
		const update: CustomerBackend['update'] = (id, patch, options) => {
			asked.push(options);
			return forgetful.update(id, patch, options);
		};
		const { ask } = mount({ backend: { ...forgetful, update } });
		const headers = { ...overwrite, 'Idempotency-Key': 'k' };
		expect((await ask('/cus_1', { method: 'PATCH', json: { name: 'B' }, headers })).status).toBe(200);
		expect((await ask('/cus_1', { method: 'PATCH', json: { name: 'C' }, headers: overwrite })).status).toBe(200);
		expect(asked).toStrictEqual([{ ...call, ...key }, call]);
	});

	it('for no edit of a version that is no more, where no key says that it may have been done', async () => {
		const { ask, asked, path } = await noting();
		const edit = { method: 'PATCH', json: { name: 'A' }, headers: { 'If-Match': '"before"' } };
		expect([await refusal(await ask(path, edit)), asked]).toEqual(['412 version_conflict', []]);
	});

	it('for an edit of no version in particular where it keeps none, or this one has none', async () => {
		const withoutVersions = memoryBackend({ capabilities: { conditionalUpdate: 'none' } });
		const unversioned = (memory: CustomerBackend) => ({
			get: async (...args: Parameters<CustomerBackend['get']>) => ({ ...(await memory.get(...args)), version: null }),
		});
		for (const changes of [
			() => ({ capabilities: withoutVersions.capabilities }),
			(memory: CustomerBackend) => ({ capabilities: withoutVersions.capabilities, ...unversioned(memory) }),
			unversioned,
		]) {
			const { ask, asked, path } = await noting(changes);
			const etag = (await ask(path)).headers.get('etag')!;
			expect((await ask(path, { method: 'PATCH', json: { name: 'A' }, headers: { 'If-Match': etag } })).status).toBe(200);
			expect(asked).toStrictEqual([[{ name: 'A' }, call]]);
			const stale = { 'If-Match': '"1"', 'Idempotency-Key': 'k' };
			expect(await refusal(await ask(path, { method: 'PATCH', json: { name: 'B' }, headers: stale }))).toBe('412 version_conflict');
			expect(asked).toHaveLength(1);
		}
	});

	it('for what it offers only where a list is of more than its next page', async () => {
		let asked = 0;
		const memory = memoryBackend({ customers: { a: Array.from({ length: 30 }, (_, at) => ({ id: `cus_${at}` })) } });
		const capabilities: CustomerBackend['capabilities'] = (...args) => {
			asked++;
			return memory.capabilities(...args);
		};
		const { ask } = mount({ backend: { ...memory, capabilities } });
		const { next } = (await (await ask('/')).json()) as { next: string };
		expect((await ask(`/?after=${encodeURIComponent(next)}`)).status).toBe(200);
		expect(asked).toBe(0);
		expect((await ask('/?limit=5')).status).toBe(200);
		expect(asked).toBe(1);
	});
});

describe('a write is refused', () => {
	const limited = (capabilities: NonNullable<Parameters<typeof memoryBackend>[0]>['capabilities']) =>
		mount({ backend: memoryBackend({ capabilities: capabilities!, customers: { a: [{ id: 'cus_1', name: 'Asha' }] } }) }).ask;
	const create = { json: { email: 'a@example.com', name: 'A', phone: '+919876543210' } };
	const patch = (json: unknown) => ({ method: 'PATCH', json, headers: overwrite });

	it('where the backend makes, or changes, no customers', async () => {
		expect(await refusal(await limited({ write: { create: false } })('/', create))).toBe('501 not_supported =not_supported');
		expect((await limited({ write: { create: false } })('/cus_1', patch({ name: 'B' }))).status).toBe(200);
		expect(await refusal(await limited({ write: { update: false } })('/cus_1', patch({ name: 'B' })))).toBe(
			'501 not_supported =not_supported',
		);
		expect((await limited({ write: { update: false } })('/', create)).status).toBe(201);
	});

	it('for an id that is chosen where the backend chooses, and only then', async () => {
		const given = { json: { ...create.json, id: 'cus_mine' } };
		const choosing = limited({ write: { customId: false } });
		expect(await refusal(await choosing('/', given))).toBe('501 not_supported /id=not_supported');
		expect((await choosing('/', create)).status).toBe(201);
		expect(await (await limited({})('/', given)).json()).toMatchObject({ customer: { id: 'cus_mine' }, outcome: 'created' });
	});

	it('of a field that the grant does not let one write, and of none that is only named', async () => {
		const { ask } = mount({ authorize: () => ({ allow: true, scope: 'a', fields: { read: ['id', 'email'], write: ['email'] } }) });
		expect(await refusal(await ask('/', create))).toBe('403 forbidden /name=forbidden /phone=forbidden');
		const created = await ask('/', { json: { email: 'a@example.com', name: null } });
		const { customer } = (await created.json()) as { customer: { id: string } };
		expect([created.status, created.headers.get('location')]).toEqual([201, `/api/customers/${customer.id}`]);
	});

	it('that the backend would not keep, or cannot clear, at what is not', async () => {
		const nameless = limited({ keeps: ['phone'] });
		expect(await refusal(await nameless('/', create))).toBe('501 not_supported /name=not_supported');
		expect(await refusal(await nameless('/cus_1', patch({ name: 'B', address: {} })))).toBe(
			'501 not_supported /name=not_supported /address=not_supported',
		);
		const unclearing = limited({ write: { clear: ['phone'] } });
		expect(await refusal(await unclearing('/cus_1', patch({ name: null, phone: null })))).toBe('501 not_supported /name=not_supported');
		expect((await unclearing('/cus_1', patch({ phone: null }))).status).toBe(200);
	});

	it('for a key that nobody knows, also where all else is right', async () => {
		const { ask, path } = await withAsha();
		expect(await refusal(await ask('/', { json: { email: 'b@example.com', admin: true } }))).toBe(
			'422 validation_failed /admin=unknown_field',
		);
		expect(await refusal(await ask(path, patch({ name: 'B', admin: true })))).toBe('422 validation_failed /admin=unknown_field');
	});
});

describe('an edit of what was changed meanwhile', () => {
	/** What an edit of a version that is no more is answered, under a key. */
	const stale = async (json: unknown, update?: () => Promise<never>) => {
		const { ask, path } = await noting(() => (update ? { update } : {}));
		return refusal(await ask(path, { method: 'PATCH', json, headers: { 'If-Match': '"before"', 'Idempotency-Key': 'k' } }));
	};
	const failing = (code: ConstructorParameters<typeof CustomerError>[0]) => () => Promise.reject(new CustomerError(code));

	it('is told so before anything else that is wrong with it', async () => {
		for (const json of [{ name: '' }, { name: 'B', admin: true }, { name: 'B', id: 'cus_2' }, { name: 'B' }])
			expect([json, await stale(json)]).toEqual([json, '412 version_conflict']);
		for (const code of ['email_exists', 'validation_failed'] as const)
			expect([code, await stale({ email: 'bo@example.com' }, failing(code))]).toEqual([code, '412 version_conflict']);
	});

	it('is told when the backend cannot say', async () => {
		expect(await stale({ name: 'B' }, failing('upstream_unavailable'))).toBe('503 upstream_unavailable');
		expect(await stale({ name: 'B' }, () => Promise.reject(new Error('email_exists')))).toBe('500 internal_error');
	});

	it('is told what else is wrong where it was not changed', async () => {
		const { ask, path, etag } = await noting(() => ({ update: failing('email_exists') }));
		const headers = { 'If-Match': etag, 'Idempotency-Key': 'k' };
		expect(await refusal(await ask(path, { method: 'PATCH', json: { email: 'bo@example.com' }, headers }))).toBe('409 email_exists');
	});
});

describe('an edit that was done, and only its answer was lost', () => {
	const legacy: Customer = { ...(sampleCustomers(1)[0] as Customer), id: 'cus_1', name: 'Asha', phone: 'ext. 12', version: null };
	const edit = (tag: string, name = 'B'): Ask => ({
		method: 'PATCH',
		json: { name, phone: 'ext. 12' },
		headers: { 'If-Match': tag, 'Idempotency-Key': 'k' },
	});
	const [lost, done] = [{ after: true, error: 'unreachable' } as const, '200 B ext. 12'];
	const told = async (response: Response) => {
		if (!response.ok) return refusal(response);
		const { name, phone } = (await response.json()) as Customer;
		return `${response.status} ${name} ${phone}`;
	};

	/** The backend, and a server of its own for each call, whose first edit’s answer is lost. */
	async function losing(capabilities: MemoryBackendOptions['capabilities'] = {}) {
		const backend = memoryBackend({ customers: [legacy], capabilities });
		const server = () => mount({ backend });
		const flaky = mount({ backend: withFaults(backend, ({ method }) => (method === 'update' ? lost : undefined)) });
		const etag = (await flaky.ask('/cus_1')).headers.get('etag')!;
		expect((await flaky.ask('/cus_1', edit(etag))).status).toBeGreaterThan(499);
		const mend = () => backend.update('cus_1', { phone: '+919876543210' }, { scope: 'a' });
		return { server, etag, mend, backend };
	}

	it.each(['atomic', 'none'] as const)('is answered as it would have been, where versions are %s', async (conditionalUpdate) => {
		const { server, etag, mend, backend } = await losing({ conditionalUpdate });
		expect(await told(await server().ask('/cus_1', edit(etag)))).toBe(done);
		await mend();
		expect(await told(await server().ask('/cus_1', edit(etag)))).toBe(done);
		expect(await told(await server().ask('/cus_1', edit('*')))).toBe(done);
		const gone = { ...backend, get: () => Promise.reject(new CustomerError('not_found')) };
		expect(await told(await mount({ backend: gone }).ask('/cus_1', edit(etag)))).toBe(done);
		expect(await told(await mount({ backend: gone }).ask('/cus_1', { ...edit(etag), headers: { 'Idempotency-Key': 'k' } }))).toBe(done);
		expect(await told(await server().ask('/cus_1', edit(etag, 'C')))).toBe('422 idempotency_key_reused');
	});

	it('is answered so where edits are offered no more, and not where nobody knows what went wrong', async () => {
		const { etag, backend } = await losing();
		const capabilities = async () => {
			const offered = await backend.capabilities();
			return { ...offered, write: { ...offered.write, update: false } };
		};
		expect(await told(await mount({ backend: { ...backend, capabilities } }).ask('/cus_1', edit(etag)))).toBe(done);
		const broken = { ...backend, get: () => Promise.reject(new Error('broken')) };
		expect(await told(await mount({ backend: broken }).ask('/cus_1', edit(etag)))).toBe('500 internal_error');
	});

	it('is asked for of a backend that cannot say now: a retry may', async () => {
		const { etag, mend, backend } = await losing();
		await mend();
		const recall = () => Promise.reject(new CustomerError('upstream_unavailable'));
		expect(await told(await mount({ backend: { ...backend, recall } }).ask('/cus_1', edit(etag)))).toBe('503 upstream_unavailable');
		const { recall: _, ...forgetful } = backend;
		expect(await told(await mount({ backend: forgetful }).ask('/cus_1', edit(etag)))).toBe('412 version_conflict');
		const nobodys = { ...backend, recall: async () => ({ ...legacy, id: 'cus_2' }) };
		expect(await told(await mount({ backend: nobodys }).ask('/cus_1', edit(etag)))).toBe('502 bad_upstream_response');
	});
});

describe('where a new customer is to be found', () => {
	it('is a path, whatever its id is made of', async () => {
		const backend = memoryBackend();
		const create: CustomerBackend['create'] = async (input, options) => {
			const { customer } = await backend.create(input, options);
			return { customer: { ...customer, id: 'Asha/Rao 1' }, outcome: 'created' };
		};
		const { ask } = mount({ backend: { ...backend, create, idPattern: /^.+$/ } });
		const response = await ask('/', { json: { email: 'a@example.com' } });
		expect(response.headers.get('location')).toBe('/api/customers/Asha%2FRao%201');
	});
});
