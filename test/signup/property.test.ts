import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryBackend } from '../../src/backends/memory';
import type { CustomerBackend } from '../../src/server';
import { ensureCustomer, isCustomerError } from '../../src/server';
import { uniqueUsersTable, usersTable } from './users';

const scope = 'a';
const people = ['asha', 'bo', 'chen'] as const;
const emails = ['x@example.com', 'Y@example.com', 'z@example.com', 'q@example.com'] as const;

/** Somebody signs up or changes their email, as far as the host's own users may have it. */
const step = fc.record({
	id: fc.constantFrom(...people),
	email: fc.constantFrom(...emails),
	/** Which of the host's servers is asked. */
	server: fc.constantFrom(0, 1),
	/** What is lost on the way. */
	lost: fc.constantFrom('nothing', 'nothing', 'answer', 'link'),
});

/** Users with emails of which no two are the same, as every host keeps them. */
function hostUsers() {
	const emailOf = new Map<string, string>();
	return {
		emailOf,
		move(id: string, email: string): boolean {
			if ([...emailOf].some(([other, theirs]) => other !== id && theirs === email)) return false;
			emailOf.set(id, email);
			return true;
		},
	};
}

describe('whoever signs up and changes their email, in whichever order', () => {
	it('keeps one customer for life, who has their email: where each change is told, also without link.owner', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
				const backend = memoryBackend();
				const { owner: _, ...link } = usersTable();
				const users = hostUsers();
				const customerOf = new Map<string, string>();
				for (const { id, email } of steps) {
					if (!users.move(id, email)) continue;
					const { customer, outcome, issues } = await ensureCustomer({ backend, scope, user: { id, email }, link });
					expect([outcome, customer.id, issues]).toEqual([
						customerOf.has(id) ? 'linked' : 'created',
						customerOf.get(id) ?? customer.id,
						undefined,
					]);
					expect(customer.email?.toLowerCase()).toBe(email.toLowerCase());
					customerOf.set(id, customer.id);
				}
				expect(new Set(customerOf.values()).size).toBe(customerOf.size);
			}),
		);
	});

	it.each([
		['each on a server of their own', true],
		['each on any server', false],
	])('never holds another’s: at once, from stale sessions, with lost answers and links, %s', async (_, settled) => {
		let refused = 0;
		let given = 0;
		await fc.assert(
			fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 12 }), fc.scheduler(), async (steps, scheduler) => {
				const memory = memoryBackend();
				const table = uniqueUsersTable();
				const users = hostUsers();
				/** Another order for each run: a call reaches its store, and is answered, when the scheduler says so. */
				const late =
					<Args extends unknown[], T>(name: string, of: (...args: Args) => Promise<T>) =>
					async (...args: Args) => {
						await scheduler.schedule(Promise.resolve(), name);
						const done = await of(...args);
						await scheduler.schedule(Promise.resolve(), `${name} answers`);
						return done;
					};
				const servers = [0, 1].map(
					(): CustomerBackend => ({
						...memory,
						get: late('get', memory.get),
						create: late('create', memory.create),
						update: late('update', memory.update),
					}),
				);
				const link = { get: late('link.get', table.get), set: late('link.set', table.set), owner: late('link.owner', table.owner) };
				const lose = () => Promise.reject(new Error('lost'));
				const holders = new Map<string, string>();
				const signIn = async (id: string, email: string, server = 0, lost = 'nothing') => {
					const backend = servers[server]!;
					const broken: CustomerBackend = { ...backend, create: (...args) => backend.create(...args).then(lose) };
					const options = { scope, user: { id, email }, backend: lost === 'answer' ? broken : backend };
					try {
						const { customer } = await ensureCustomer({ ...options, link: lost === 'link' ? { ...link, set: lose } : link });
						const holder = [...table.rows].find(([, customerId]) => customerId === customer.id)?.[0];
						// One user on two servers at one moment, with two emails, may leave a customer behind, which is nobody's then: whoever has its
						// email by the time the answer arrives may be linked to it. What is linked in the end is looked at below.
						if (settled) expect([holder ?? id, holders.get(customer.id) ?? id]).toEqual([id, id]);
						holders.set(customer.id, id);
						given++;
					} catch (error) {
						const known = error instanceof Error && /^(lost|duplicate key)/.test(error.message);
						if (!known && !(isCustomerError(error) && error.code === 'email_exists')) throw error;
						refused++;
					}
				};
				const running = steps
					.filter(({ id, email }) => users.move(id, email))
					.map(({ id, email, server, lost }) => signIn(id, email, settled ? people.indexOf(id) % 2 : server, lost));
				await scheduler.waitFor(Promise.all(running));
				// Everybody signs in again: who is without a customer has an email that another's still has.
				for (const _ of people) {
					for (const [id, email] of users.emailOf) await scheduler.waitFor(signIn(id, email));
				}
				expect(new Set(table.rows.values()).size).toBe(table.rows.size);
				for (const [id, email] of users.emailOf) {
					if (table.rows.has(id)) continue;
					const [theirs] = (await memory.list({ email }, { scope })).data;
					expect([...table.rows.values()]).toContain(theirs?.id);
				}
			}),
			{ numRuns: 300 },
		);
		expect(Math.min(refused, given)).toBeGreaterThan(100);
	});
});
