import { describe, expect, it, vi } from 'vitest';
import { memoryBackend } from '../../src/backends/memory';
import type { CustomerBackend } from '../../src/server';
import { CustomerError, ensureCustomer, isCustomerError } from '../../src/server';
import { countIn, usersTable as links } from './users';

const scope = 'a';
const user = { id: 'u1', email: 'asha@example.com', name: 'Asha Rao' };

describe('ensureCustomer', () => {
	it('creates at sign-up, finds the link at the next sign-in', async () => {
		const backend = memoryBackend();
		const link = links();
		const first = await ensureCustomer({ backend, scope, user, link });
		expect(first).toMatchObject({ outcome: 'created', customer: { email: user.email, name: user.name } });
		expect(await ensureCustomer({ backend, scope, user, link })).toEqual({ customer: first.customer, outcome: 'linked' });
		expect([await countIn(backend, scope), link.sets]).toEqual([1, [first.customer.id]]);
	});

	it('links the customer that has the email already', async () => {
		const backend = memoryBackend();
		const { customer } = await backend.create({ email: 'ASHA@example.com' }, { scope });
		const link = links();
		expect(await ensureCustomer({ backend, scope, user, link })).toEqual({ customer, outcome: 'existing' });
		expect(link.sets).toEqual([customer.id]);
	});

	it('makes one customer of many calls at once, and links it once', async () => {
		const backend = memoryBackend({ latencyMs: 1 });
		const link = links();
		const all = await Promise.all(
			Array.from({ length: 20 }, (_, at) => ensureCustomer({ backend, scope, user: { ...user, email: `a${at}@example.com` }, link })),
		);
		expect(new Set(all.map(({ customer }) => customer.id)).size).toBe(1);
		expect(all.filter(({ outcome }) => outcome === 'created').length).toBe(1);
		expect([await countIn(backend, scope), link.sets.length]).toEqual([1, 1]);
	});

	it('is not closed to a user for whom one call hangs', async () => {
		vi.useFakeTimers();
		try {
			const backend = memoryBackend();
			const hung = { ...links(), get: () => new Promise<never>(() => {}) };
			void ensureCustomer({ backend, scope, user, link: hung });
			const next = ensureCustomer({ backend, scope, user, link: links() });
			await vi.advanceTimersByTimeAsync(10_000);
			expect(await next).toMatchObject({ outcome: 'created' });
		} finally {
			vi.useRealTimers();
		}
	});

	it('repairs a link that could not be stored', async () => {
		const backend = memoryBackend();
		const link = links();
		const broken = { ...link, set: () => Promise.reject(new Error('database down')) };
		await expect(ensureCustomer({ backend, scope, user, link: broken })).rejects.toThrow('database down');
		const { outcome, customer } = await ensureCustomer({ backend, scope, user, link });
		expect([outcome, await countIn(backend, scope), link.sets]).toEqual(['existing', 1, [customer.id]]);
	});

	it.each(['cus_gone', 'not even an id'])('replaces a link to %s', async (gone) => {
		const backend = memoryBackend();
		const link = links({ u1: gone });
		const { outcome, customer } = await ensureCustomer({ backend, scope, user, link });
		expect([outcome, link.sets]).toEqual(['created', [customer.id]]);
	});

	it('creates nothing while the backend cannot say whether the linked customer exists', async () => {
		const memory = memoryBackend();
		const backend = { ...memory, get: () => Promise.reject(new CustomerError('upstream_unavailable')) };
		await expect(ensureCustomer({ backend, scope, user, link: links({ u1: 'cus_1' }) })).rejects.toMatchObject({
			code: 'upstream_unavailable',
		});
		expect(await countIn(memory, scope)).toBe(0);
	});

	it('leaves the link of another server that was faster', async () => {
		const memory = memoryBackend();
		const link = links();
		const theirs = (await memory.create({ email: 'former@example.com' }, { scope })).customer;
		const backend: CustomerBackend = {
			...memory,
			create: async (...args) => {
				await link.set('u1', theirs.id);
				return memory.create(...args);
			},
		};
		expect(await ensureCustomer({ backend, scope, user, link })).toEqual({ customer: theirs, outcome: 'linked' });
		expect(link.sets).toEqual([theirs.id]);
	});

	it('gives a backend that is best-effort by email a key to go by, another one after the customer is gone', async () => {
		const keys: (string | undefined)[] = [];
		const memory = memoryBackend({ capabilities: { createByEmail: 'best-effort' } });
		const backend: CustomerBackend = {
			...memory,
			create: (input, options) => {
				keys.push(options?.idempotencyKey);
				return memory.create(input, options);
			},
		};
		await ensureCustomer({ backend, scope, user, link: links() });
		await ensureCustomer({ backend, scope, user, link: links() });
		await ensureCustomer({ backend, scope, user, link: links({ u1: 'cus_gone' }) });
		expect(keys[0]).toMatch(/^[\w-]{43}$/);
		expect([keys[1] === keys[0], keys[2] === keys[0]]).toEqual([true, false]);
	});

	it('lets nobody fail to sign up for a phone that does not pass, but for an email', async () => {
		const backend = memoryBackend();
		const odd = { ...user, phone: '98765', address: { country: 'IN', postal_code: 'x' } };
		const { customer, issues } = await ensureCustomer({ backend, scope, user: odd, link: links() });
		expect(customer).toMatchObject({ name: 'Asha Rao', phone: null, address: null });
		expect(issues?.map(({ path }) => path)).toContain('phone');
		const failed = await ensureCustomer({ backend, scope, user: { ...user, email: 'none' }, link: links() }).catch((error) => error);
		expect(isCustomerError(failed) && failed.issues).toEqual([{ path: 'email', code: 'invalid_email' }]);
	});

	it('keeps scopes apart and wants one', async () => {
		const backend = memoryBackend();
		const one = await ensureCustomer({ backend, scope: 'a', user, link: links() });
		const two = await ensureCustomer({ backend, scope: 'b', user, link: links() });
		expect(one.customer.id).not.toBe(two.customer.id);
		for (const scope of ['', ' ', '*', ' * '])
			await expect(ensureCustomer({ backend, scope, user, link: links() })).rejects.toMatchObject({ code: 'misconfigured' });
	});
});
