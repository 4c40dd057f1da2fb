import { describe, expect, it } from 'vitest';
import { memoryBackend } from '../../src/backends/memory';
import type { CustomerBackend, EnsureCustomerOptions } from '../../src/server';
import { CustomerError, ensureCustomer } from '../../src/server';
import { type PlannedCall, withFaults } from '../../src/testing';
import { usersTable } from './users';

const scope = 'a';
const user = { id: 'u1', email: 'asha@example.com', name: 'Asha Rao' };
const taken = [{ path: 'email', code: 'email_exists' }];

/** Asha, who has signed up, and what is called from then on. */
async function signedUp(
	options: Parameters<typeof memoryBackend>[0] = {},
	plan: (call: PlannedCall) => CustomerError | undefined = () => undefined,
) {
	const memory = memoryBackend(options);
	const link = usersTable();
	const { customer } = await ensureCustomer({ backend: memory, scope, user, link });
	const calls: string[] = [];
	const backend: CustomerBackend = withFaults(memory, (call) => {
		calls.push(call.method);
		const error = plan(call);
		return error && { error };
	});
	const signIn = (changes: Partial<EnsureCustomerOptions['user']>, more: Partial<EnsureCustomerOptions> = {}) =>
		ensureCustomer({ backend, scope, user: { ...user, ...changes }, link, ...more });
	return { memory, customer, link, calls, signIn, stored: () => memory.get(customer.id, { scope }) };
}

describe('a customer follows its user', () => {
	it('to another email, once', async () => {
		const { customer, calls, signIn, stored } = await signedUp();
		const moved = await signIn({ email: 'Asha.Rao@example.com' });
		expect(moved).toEqual({ outcome: 'linked', customer: { ...customer, email: 'Asha.Rao@example.com', version: moved.customer.version } });
		expect(await stored()).toEqual(moved.customer);
		await signIn({ email: 'Asha.Rao@example.com' });
		// What is the same email is the same, however it is spelled.
		await signIn({ email: ' asha.rao@EXAMPLE.com' });
		expect(calls).toEqual(['get', 'capabilities', 'update', 'get', 'get']);
	});

	it('from no email, which some customers have', async () => {
		const memory = memoryBackend({ customers: [{ id: 'cus_1' }] });
		const link = usersTable({ u1: 'cus_1' });
		expect((await ensureCustomer({ backend: memory, scope, user, link })).customer.email).toBe(user.email);
	});

	it('not where it is not to, and only in what it is to', async () => {
		const { customer, signIn, stored } = await signedUp();
		const other = { email: 'new@example.com', name: 'Asha Sharma', phone: '+919876543210' };
		for (const follow of [false, []] as const) expect(await signIn(other, { follow })).toEqual({ customer, outcome: 'linked' });
		expect(await stored()).toEqual(customer);
		expect((await signIn(other, { follow: ['name', 'phone'] })).customer).toMatchObject({
			...customer,
			...other,
			email: customer.email,
			version: expect.any(String),
		});
		expect(await signIn({ name: null, phone: null, address: null }, { follow: ['name', 'phone', 'address'] })).toMatchObject({
			customer: { name: 'Asha Sharma', phone: '+919876543210' },
		});
	});

	it('in an address, written where it is another', async () => {
		const { calls, signIn } = await signedUp();
		const address = { line1: '1 MG Road', city: 'Pune', state: 'MH', postal_code: '411001', country: 'IN' };
		const first = await signIn({ address }, { follow: ['address'] });
		expect(first.customer.address).toEqual({ line2: null, ...address });
		await signIn({ address: { ...address, state: 'Maharashtra', line2: null } }, { follow: ['address'] });
		expect(calls.filter((method) => method === 'update')).toEqual(['update']);
	});

	it('but keeps the former email where another customer has the new one, and says so', async () => {
		const { memory, customer, calls, signIn, stored } = await signedUp();
		await memory.create({ email: 'BO@example.com' }, { scope });
		expect(await signIn({ email: 'bo@example.com' })).toEqual({ customer, outcome: 'linked', issues: taken });
		const renamed = await signIn({ email: 'bo@example.com', name: 'Asha Sharma' }, { follow: ['email', 'name'] });
		expect(renamed).toMatchObject({ customer: { id: customer.id, email: customer.email, name: 'Asha Sharma' }, issues: taken });
		expect([await stored(), calls.filter((method) => method === 'create')]).toEqual([renamed.customer, []]);
	});

	it('but not in what does not pass, which is told', async () => {
		const { customer, calls, signIn } = await signedUp();
		expect(await signIn({ email: 'none' })).toEqual({ customer, outcome: 'linked', issues: [{ path: 'email', code: 'invalid_email' }] });
		expect(calls).toEqual(['get']);
		const half = await signIn({ email: 'new@example.com', phone: '98765' }, { follow: ['email', 'phone'] });
		expect(half).toMatchObject({ customer: { email: 'new@example.com', phone: null }, issues: [{ path: 'phone' }] });
	});

	it('not where its backend changes or keeps no such thing, which is told', async () => {
		const fixed = await signedUp({ capabilities: { write: { update: false } } });
		expect(await fixed.signIn({ email: 'new@example.com' })).toEqual({
			customer: fixed.customer,
			outcome: 'linked',
			issues: [{ path: 'email', code: 'unknown_field', params: { field: 'email' } }],
		});
		const small = await signedUp({ capabilities: { keeps: ['name'] } });
		expect(await small.signIn({ email: 'new@example.com', phone: '+919876543210' }, { follow: ['phone', 'email'] })).toMatchObject({
			customer: { email: 'new@example.com' },
			issues: [{ path: 'phone', code: 'unknown_field' }],
		});
	});

	it('where the backend has rules of its own, as far as they let it', async () => {
		const issues = [{ path: 'email' as const, code: 'invalid_email' as const }];
		const refuses = ({ method }: PlannedCall) => (method === 'update' ? new CustomerError('validation_failed', { issues }) : undefined);
		const { customer, signIn } = await signedUp({}, refuses);
		expect(await signIn({ email: 'new@example.com' })).toEqual({ customer, outcome: 'linked', issues });
	});

	it('at the next call, where the backend was out of reach', async () => {
		let down = true;
		const fails = ({ method }: PlannedCall) => (down && method === 'update' ? new CustomerError('upstream_unavailable') : undefined);
		const { customer, signIn } = await signedUp({}, fails);
		await expect(signIn({ email: 'new@example.com' })).rejects.toMatchObject({ code: 'upstream_unavailable' });
		down = false;
		expect((await signIn({ email: 'new@example.com' })).customer).toMatchObject({ id: customer.id, email: 'new@example.com' });
	});
});

describe('an address that a user gave up', () => {
	const asha = { id: 'asha', email: 'shared@example.com' };
	const chen = { id: 'chen', email: 'shared@example.com' };

	it('brings whoever signs up with it a customer of their own, not the one that was paid for', async () => {
		const backend = memoryBackend();
		const { owner, ...link } = usersTable();
		for (const known of [link, { ...link, owner }]) {
			link.rows.clear();
			const first = await ensureCustomer({ backend, scope, user: asha, link: known });
			await ensureCustomer({ backend, scope, user: { ...asha, email: `asha+${link.sets.length}@example.com` }, link: known });
			const second = await ensureCustomer({ backend, scope, user: chen, link: known });
			expect([second.outcome, second.customer.id === first.customer.id, second.customer.email]).toEqual(['created', false, chen.email]);
			await backend.update(second.customer.id, { email: `chen+${link.sets.length}@example.com` }, { scope });
		}
	});

	it('is refused while the customer of before still has it, and free once that one has followed', async () => {
		const backend = memoryBackend();
		const link = usersTable();
		await ensureCustomer({ backend, scope, user: asha, link });
		await expect(ensureCustomer({ backend, scope, user: chen, link })).rejects.toMatchObject({ code: 'email_exists' });
		expect(link.rows.has('chen')).toBe(false);
		await ensureCustomer({ backend, scope, user: { ...asha, email: 'asha@example.com' }, link });
		expect((await ensureCustomer({ backend, scope, user: chen, link })).outcome).toBe('created');
	});

	it('is waited for, where both come at once', async () => {
		const memory = memoryBackend();
		const link = usersTable();
		const first = await ensureCustomer({ backend: memory, scope, user: asha, link });
		let second: ReturnType<typeof ensureCustomer> | undefined;
		const backend: CustomerBackend = withFaults(memory, ({ method }) => {
			if (method !== 'update') return undefined;
			second = ensureCustomer({ backend, scope, user: chen, link });
			return { delayMs: 20 };
		});
		await ensureCustomer({ backend, scope, user: { ...asha, email: 'asha@example.com' }, link });
		const { outcome, customer } = await second!;
		expect([outcome, customer.id === first.customer.id]).toEqual(['created', false]);
	});

	it('gives no customer to two who sign up with it at once, before either is linked', async () => {
		const backend = memoryBackend({ latencyMs: 1 });
		const link = usersTable();
		const both = await Promise.allSettled([asha, chen].map((one) => ensureCustomer({ backend, scope, user: one, link })));
		expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
		expect([...link.rows.keys()]).toEqual(['asha']);
	});

	it('gives nobody what another server has linked meanwhile, also under a kept answer', async () => {
		const memory = memoryBackend();
		const link = usersTable();
		const late = {
			...link,
			set: async (userId: string, id: string) => {
				link.rows.set('asha', id);
				await link.set(userId, id);
			},
		};
		await expect(ensureCustomer({ backend: memory, scope, user: chen, link: late })).rejects.toMatchObject({ code: 'email_exists' });
		const kept: CustomerBackend = { ...memory, create: async (...args) => ({ ...(await memory.create(...args)), outcome: 'created' }) };
		await expect(ensureCustomer({ backend: kept, scope, user: { ...chen, id: 'bo' }, link })).rejects.toMatchObject({
			code: 'email_exists',
		});
		expect(link.rows.has('bo')).toBe(false);
	});
});

describe('a caller who gives up', () => {
	const hangs = () => new Promise<never>(() => {});

	it.each(['capabilities', 'create', 'link.get', 'link.set', 'link.owner'])(
		'is held up by no %s, and leaves nothing in the way',
		async (where) => {
			const memory = memoryBackend();
			const table = usersTable();
			let stuck = true;
			const hang = <T>(method: string, of: () => Promise<T>) => (stuck && method === where ? hangs() : of());
			const backend: CustomerBackend = {
				...memory,
				capabilities: () => hang('capabilities', async () => memory.capabilities()),
				create: (...args) => hang('create', () => memory.create(...args)),
			};
			const link: EnsureCustomerOptions['link'] = {
				get: (id) => hang('link.get', () => table.get(id)),
				set: (id, customerId) => hang('link.set', () => table.set(id, customerId)),
				owner: (id) => hang('link.owner', () => table.owner(id)),
			};
			const ensure = (signal: AbortSignal) => ensureCustomer({ backend, scope, user, link, signal });
			const [first, second] = [new AbortController(), new AbortController()];
			const both = Promise.allSettled([ensure(first.signal), ensure(second.signal)]);
			second.abort();
			setTimeout(() => first.abort());
			for (const result of await both) expect(result).toMatchObject({ status: 'rejected', reason: { code: 'aborted' } });
			stuck = false;
			const { customer } = await ensure(new AbortController().signal);
			expect([(await memory.list({}, { scope })).data, [...table.rows.values()]]).toEqual([[customer], [customer.id]]);
		},
	);

	it('has nothing done any more', async () => {
		const asked: string[] = [];
		const backend = withFaults(memoryBackend(), ({ method }) => void asked.push(method));
		const link = usersTable();
		await expect(ensureCustomer({ backend, scope, user, link, signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'aborted' });
		expect(asked).toEqual([]);
	});
});
