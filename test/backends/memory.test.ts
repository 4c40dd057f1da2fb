import { afterEach, describe, expect, it, vi } from 'vitest';
import { memoryBackend } from '../../src/backends/memory';
import { sampleCustomers } from '../../src/testing';

const row = (n: number, more: object = {}) => ({ id: `cus_${n}`, email: `c${n}@example.com`, ...more });

describe('memoryBackend', () => {
	afterEach(() => {
		vi.useRealTimers();
	});

	it('starts each scope with its own copy of a list of customers', async () => {
		const backend = memoryBackend({ customers: [row(1, { name: 'Seed' })] });
		await backend.update('cus_1', { name: 'Changed' }, { scope: 'a' });
		expect((await backend.get('cus_1', { scope: 'a' })).name).toBe('Changed');
		expect((await backend.get('cus_1', { scope: 'b' })).name).toBe('Seed');
		expect((await backend.get('cus_1')).name).toBe('Seed');
	});

	it('gives each scope its own customers from a map, and other scopes none', async () => {
		const backend = memoryBackend({ customers: { a: [row(1)], b: [row(2)], '': [row(3)] } });
		const ids = async (scope?: string) => (await backend.list({}, scope === undefined ? {} : { scope })).data.map(({ id }) => id);
		expect([await ids('a'), await ids('b'), await ids(), await ids('c'), await ids('constructor')]).toEqual([
			['cus_1'],
			['cus_2'],
			['cus_3'],
			[],
			[],
		]);
		const backendOfMap = memoryBackend({ customers: new Map([['a', [row(1)]]]) });
		expect((await backendOfMap.list({}, { scope: 'a' })).data.map(({ id }) => id)).toEqual(['cus_1']);
		expect((await backendOfMap.list({}, { scope: 'b' })).data).toEqual([]);
	});

	it('keeps apart what was created microseconds apart, and what was created at once', async () => {
		const instants = ['000001', '000002', '000002', '000003', '000003'];
		const customers = instants.map((micro, n) => row(n, { created: `2026-01-01T00:00:00.${micro}Z` }));
		const backend = memoryBackend({ customers: [...customers, row(9, { created: null })] });
		const ids: string[] = [];
		for (let after: string | undefined; ; ) {
			const page = await backend.list({ sort: 'created', limit: 1, ...(after !== undefined && { after }) });
			ids.push(...page.data.map(({ id }) => id));
			if (page.next === null) break;
			after = page.next;
		}
		expect(ids).toEqual(['cus_0', 'cus_1', 'cus_2', 'cus_3', 'cus_4', 'cus_9']);
		const since = await backend.list({ created: { gte: '2026-01-01T00:00:00.000002Z', lt: '2026-01-01T01:00:00.000003+01:00' } });
		expect(since.data.map(({ id }) => id)).toEqual(['cus_2', 'cus_1']);
	});

	it('puts customers without a name last, whichever way the names run', async () => {
		const backend = memoryBackend({ customers: [row(1), row(2, { name: 'alpha' }), row(3, { name: 'Bravo' })] });
		const names = async (sort: 'name' | '-name') => (await backend.list({ sort })).data.map(({ name }) => name);
		expect(await names('name')).toEqual(['alpha', 'Bravo', null]);
		expect(await names('-name')).toEqual(['Bravo', 'alpha', null]);
	});

	it('stamps new customers with the clock that it is given', async () => {
		for (const now of [
			() => new Date('2026-01-02T03:04:05.678Z'),
			() => Date.parse('2026-01-02T03:04:05.678Z'),
			() => '2026-01-02T03:04:05.678Z',
		])
			expect((await memoryBackend({ now }).create({ email: 'a@example.com' })).customer.created).toBe('2026-01-02T03:04:05.678Z');
	});

	it('takes its latency, and an aborted call leaves no timer behind', async () => {
		vi.useFakeTimers();
		const backend = memoryBackend({ latencyMs: 800 });
		const controller = new AbortController();
		const reading = expect(backend.list({}, { signal: controller.signal })).rejects.toMatchObject({ code: 'aborted' });
		expect(vi.getTimerCount()).toBe(1);
		controller.abort();
		await reading;
		expect(vi.getTimerCount()).toBe(0);
	});

	it('uses no timer at all without latency', async () => {
		vi.useFakeTimers();
		expect((await memoryBackend().list({})).data).toEqual([]);
	});

	it('lets search and filters see a write after the lag only, and says that they may lag', async () => {
		vi.useFakeTimers();
		const backend = memoryBackend({ searchLagMs: 1000, customers: [row(1, { name: 'Old Name' })] });
		await backend.update('cus_1', { name: 'New Name' });
		const { customer } = await backend.create({ email: 'new@example.com' });
		const found = async (request: object) => (await backend.list(request)).data.length;
		expect(backend.capabilities()).toMatchObject({ search: { consistency: 'eventual' } });
		expect([await found({ query: 'old name' }), await found({ query: 'new name' }), await found({ email: 'new@example.com' })]).toEqual([
			1, 0, 0,
		]);
		expect((await backend.get(customer.id)).email).toBe('new@example.com');
		expect(await backend.list({})).toMatchObject({ consistency: 'strong', data: { length: 2 } });
		vi.advanceTimersByTime(1000);
		expect([await found({ query: 'old name' }), await found({ query: 'new name' }), await found({ email: 'new@example.com' })]).toEqual([
			0, 1, 1,
		]);
		expect(await backend.list({ query: 'x' })).toMatchObject({ consistency: 'eventual' });
	});

	it('refuses what its capabilities were told not to offer, and names it', async () => {
		const refused = (capabilities: object, call: (backend: ReturnType<typeof memoryBackend>) => Promise<unknown>, path: RegExp) =>
			expect(call(memoryBackend({ capabilities, customers: [row(1)] }))).rejects.toMatchObject({
				code: 'not_supported',
				message: expect.stringMatching(path),
			});
		await refused({ filter: { country: false } }, (backend) => backend.list({ country: ['IN'] }), /filter\.country/);
		await refused({ filter: { email: false } }, (backend) => backend.list({ email: 'a@example.com' }), /filter\.email/);
		await refused({ filter: { created: false } }, (backend) => backend.list({ created: {} }), /filter\.created/);
		await refused({ search: false }, (backend) => backend.list({ query: 'a' }), /search/);
		await refused({ sort: ['-created'] }, (backend) => backend.list({ sort: 'name' }), /sort/);
		await refused({ paging: { backward: false } }, (backend) => backend.list({ before: 'x' }), /paging\.backward/);
		await refused({ paging: { total: [] } }, (backend) => backend.list({ total: 'exact' }), /paging\.total/);
		await refused({}, (backend) => backend.list({ total: 'estimate' }), /paging\.total/);
		await refused({ write: { create: false } }, (backend) => backend.create({ email: 'a@example.com' }), /write\.create/);
		await refused({ write: { customId: false } }, (backend) => backend.create({ id: 'cus_a', email: 'a@example.com' }), /write\.customId/);
		await refused({ write: { update: false } }, (backend) => backend.update('cus_1', {}), /write\.update/);
		await refused({ write: { clear: ['name'] } }, (backend) => backend.update('cus_1', { phone: null }), /phone/);
		await refused({ conditionalUpdate: 'none' }, (backend) => backend.update('cus_1', {}, { ifVersion: '1' }), /conditionalUpdate/);
	});

	it('searches only the fields that it is told to', async () => {
		const backend = memoryBackend({
			capabilities: { search: { fields: ['email'] } },
			customers: [row(1, { name: 'Ananya', phone: '+919876543210' })],
		});
		const found = async (query: string) => (await backend.list({ query })).data.length;
		expect([await found('c1@'), await found('Ananya'), await found('98765'), await found('cus_1')]).toEqual([1, 0, 0, 0]);
	});

	it('keeps no versions where conditional updates are switched off', async () => {
		const backend = memoryBackend({ capabilities: { conditionalUpdate: 'none' }, customers: [row(1)] });
		expect((await backend.list({})).data[0]?.version).toBeNull();
		expect((await backend.update('cus_1', { name: 'A' })).version).toBeNull();
	});

	it('lets another field of a customer be saved whose stored values break today’s rules', async () => {
		const backend = memoryBackend({ customers: [row(1, { phone: '12345', address: { city: 'Nowhere', country: 'IN' } })] });
		expect(await backend.update('cus_1', { name: 'Ananya' })).toMatchObject({ name: 'Ananya', phone: '12345' });
	});

	it('does not keep or freeze the customers that it starts with', async () => {
		const seed = row(1, { address: { line1: '1 Janpath', country: 'IN' }, secret: 'x' });
		const backend = memoryBackend({ customers: [seed] });
		expect(Object.isFrozen(seed)).toBe(false);
		seed.email = 'changed@example.com';
		expect(await backend.get('cus_1')).not.toHaveProperty('secret');
		expect((await backend.get('cus_1')).email).toBe('c1@example.com');
	});

	it('walks, searches and sorts 20,000 customers', async () => {
		const customers = sampleCustomers(20_000);
		const backend = memoryBackend({ customers });
		const some = customers.find(({ phone, name }) => phone !== null && name !== null)!;
		for (const query of [some.email!, some.id, some.phone!.slice(1)]) {
			const { data } = await backend.list({ query, limit: 100 });
			expect(data.map(({ id }) => id)).toContain(some.id);
		}
		const { total } = await backend.list({ total: 'exact', limit: 1 });
		expect(total).toEqual({ kind: 'exact', value: 20_000 });
	});
});
