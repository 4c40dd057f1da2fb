import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { memoryBackend } from '../../src/backends/memory';
import type { BackfillOptions, BackfillReport, EnsureUser } from '../../src/server';
import { backfillCustomers, CustomerError } from '../../src/server';
import { type PlannedCall, withFaults } from '../../src/testing';
import { countIn, usersTable } from './users';

const scope = 'a';
const userOf = (at: number): EnsureUser['user'] => ({ id: `u${at}`, email: `user${at}@example.com`, name: `User ${at}` });

/** Users as a cursor of a database brings them. */
async function* usersUpTo(count: number, read?: (at: number) => unknown) {
	for (let at = 1; at <= count; at++) {
		await read?.(at);
		yield userOf(at);
	}
}

function start(count: number, options: Partial<BackfillOptions> = {}) {
	const memory = memoryBackend();
	const link = usersTable();
	const told: BackfillReport[] = [];
	const onProgress = (progress: BackfillReport) => void told.push({ ...progress, failed: [...progress.failed] });
	const begin = (more: Partial<BackfillOptions> = {}) =>
		backfillCustomers({ backend: memory, scope, users: usersUpTo(count), link, onProgress, ...options, ...more });
	return { memory, link, told, begin };
}

const emailOf = ({ args: [input] }: PlannedCall) => (input as { email?: string } | undefined)?.email;

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	expect(vi.getTimerCount()).toBe(0);
	vi.useRealTimers();
});

describe('backfillCustomers', () => {
	it('gives every user a customer, and the same one when it is run again', async () => {
		const { memory, link, told, begin } = start(50);
		await memory.create({ email: 'USER7@example.com' }, { scope });
		expect(await begin()).toEqual({ linked: 0, created: 49, existing: 1, failed: [], last: 'u50' });
		expect([await countIn(memory, scope), new Set(link.rows.values()).size]).toEqual([50, 50]);
		expect(told.at(-1)).toEqual({ linked: 0, created: 49, existing: 1, failed: [], last: 'u50' });
		expect(await begin({ users: [userOf(1), userOf(2)] })).toMatchObject({ linked: 2, created: 0, last: 'u2' });
		expect(await begin({ users: [] })).toEqual({ linked: 0, created: 0, existing: 0, failed: [], last: null });
	});

	it('asks once what the backend offers', async () => {
		const { memory, begin } = start(20);
		const calls: string[] = [];
		await begin({ backend: withFaults(memory, ({ method }) => void calls.push(method)) });
		expect([calls.filter((method) => method === 'capabilities').length, calls.length]).toEqual([1, 21]);
	});

	it('reads users as it needs them, and works on so many at a time', async () => {
		const { memory, begin } = start(0);
		let read = 0;
		let under = 0;
		const seen: [number, number][] = [];
		const backend = {
			...memory,
			create: async (...args: Parameters<typeof memory.create>) => {
				seen.push([++under, read - seen.length]);
				await new Promise((resolve) => setTimeout(resolve, 10));
				under--;
				return memory.create(...args);
			},
		};
		const running = begin({ backend, users: usersUpTo(30, (at) => (read = at)), concurrency: 3 });
		await vi.advanceTimersByTimeAsync(1000);
		expect((await running).created).toBe(30);
		expect([Math.max(...seen.map(([most]) => most)), Math.max(...seen.map(([, ahead]) => ahead))]).toEqual([3, 3]);
		await expect(begin({ concurrency: 0 })).rejects.toMatchObject({ code: 'misconfigured' });
	});

	it('takes one entry for a user who gets none, without anything personal', async () => {
		const { memory, link, begin } = start(0);
		link.rows.set('u9', 'cus_9');
		const backend = withFaults(memory, (call) => (emailOf(call) === 'user3@example.com' ? { error: 'bad_upstream_response' } : undefined));
		const users = [userOf(1), { ...userOf(2), email: 'none' }, userOf(3), { ...userOf(4), email: 'USER1@example.com' }, userOf(5)];
		const set = (userId: string, id: string) => (userId === 'u5' ? Promise.reject(new Error('secret of user5')) : link.set(userId, id));
		const running = begin({ backend, users, link: { ...link, set } });
		await vi.advanceTimersByTimeAsync(60_000);
		const { failed, ...rest } = await running;
		expect(rest).toEqual({ linked: 0, created: 1, existing: 0, last: 'u5' });
		expect([...failed].sort((one, other) => one.userId.localeCompare(other.userId))).toEqual([
			{ userId: 'u2', code: 'validation_failed' },
			{ userId: 'u3', code: 'bad_upstream_response' },
			{ userId: 'u4', code: 'email_exists' },
			{ userId: 'u5', code: 'internal_error' },
		]);
	});

	it('makes no call before the time that the server names, whoever was told, and counts it as no failure', async () => {
		const { memory, begin } = start(12);
		const calls: number[] = [];
		let refusals = 0;
		const backend = withFaults(memory, ({ method }) => {
			if (method === 'capabilities') return undefined;
			calls.push(performance.now());
			return calls.length % 4 === 0 && ++refusals <= 10 ? { error: new CustomerError('rate_limited', { retryAfterMs: 7000 }) } : undefined;
		});
		const running = begin({ backend });
		await vi.advanceTimersByTimeAsync(7000 * 10);
		expect(await running).toMatchObject({ created: 12, failed: [] });
		const gaps = calls.slice(1).map((at, index) => at - calls[index]!);
		expect([refusals, new Set(gaps)]).toEqual([calls.length >> 2, new Set([0, 7000])]);
		expect(gaps.filter((gap) => gap === 7000).length).toBe(refusals);
	});

	it('waits as often as it is told to', async () => {
		const { memory, begin } = start(1);
		let left = 40;
		const backend = withFaults(memory, ({ method }) =>
			method === 'create' && left-- > 0 ? { error: new CustomerError('rate_limited', { retryAfterMs: 60_000 }) } : undefined,
		);
		const running = begin({ backend });
		await vi.advanceTimersByTimeAsync(40 * 60_000);
		expect(await running).toMatchObject({ created: 1, failed: [] });
	});

	it('tries again what fails for a moment, also where the answer alone was lost', async () => {
		const { memory, link, begin } = start(10);
		const seen = new Map<string, number>();
		const backend = withFaults(memory, (call) => {
			const email = emailOf(call);
			if (call.method !== 'create' || email === undefined) return undefined;
			seen.set(email, (seen.get(email) ?? 0) + 1);
			return seen.get(email)! < 3 ? { error: 'upstream_timeout', after: true } : undefined;
		});
		const running = begin({ backend });
		await vi.advanceTimersByTimeAsync(60_000);
		expect(await running).toMatchObject({ existing: 10, failed: [] });
		expect([await countIn(memory, scope), new Set(link.rows.values()).size]).toEqual([10, 10]);
	});

	it('goes on after the last user before whom nobody was left', async () => {
		const { memory, told, begin } = start(6);
		let release = () => {};
		const backend = {
			...memory,
			create: async (...args: Parameters<typeof memory.create>) => {
				if (args[0].email === 'user3@example.com') await new Promise<void>((resolve) => (release = resolve));
				return memory.create(...args);
			},
		};
		const running = begin({ backend, concurrency: 2 });
		await vi.advanceTimersByTimeAsync(100);
		expect(told.at(-1)).toMatchObject({ created: 5, last: 'u2' });
		release();
		expect((await running).last).toBe('u6');
		expect(await begin({ after: 'u4' })).toEqual({ linked: 2, created: 0, existing: 0, failed: [], last: 'u6' });
		expect((await begin({ after: 'u6' })).last).toBe('u6');
		await expect(begin({ after: 'u7' })).rejects.toMatchObject({ code: 'not_found' });
	});

	it('lets nobody run far ahead of who has to wait, so that little is remembered', async () => {
		const { memory, begin } = start(0);
		let release = () => {};
		let read = 0;
		const backend = {
			...memory,
			create: async (...args: Parameters<typeof memory.create>) => {
				if (args[0].email === 'user1@example.com') await new Promise<void>((resolve) => (release = resolve));
				return memory.create(...args);
			},
		};
		const running = begin({ backend, users: usersUpTo(3000, (at) => (read = at)) });
		await vi.advanceTimersByTimeAsync(1000);
		expect(read).toBe(1000);
		release();
		expect(await running).toMatchObject({ created: 3000, last: 'u3000' });
	});

	it('is ended by its signal: nothing goes on, and what was told last is where to go on', async () => {
		for (const hangs of ['create', 'users', 'wait']) {
			const { memory, link, told, begin } = start(0);
			const controller = new AbortController();
			const backend = withFaults(memory, (call) => {
				if (emailOf(call) !== 'user5@example.com') return undefined;
				return hangs === 'create' ? { hang: true } : hangs === 'wait' ? { error: 'unreachable' } : undefined;
			});
			const users = usersUpTo(10, (at) => (hangs === 'users' && at === 6 ? new Promise(() => {}) : undefined));
			const running = begin({ backend, users, signal: controller.signal, concurrency: 1 });
			const ended = expect(running).rejects.toMatchObject({ code: 'aborted' });
			await vi.advanceTimersByTimeAsync(100);
			controller.abort();
			await ended;
			const made = hangs === 'users' ? 5 : 4;
			expect([told.at(-1)?.last, link.rows.size]).toEqual([`u${made}`, made]);
			expect(await begin({ users: usersUpTo(10), after: told.at(-1)!.last })).toMatchObject({ created: 10 - made, linked: 0, existing: 0 });
		}
		await expect(start(1).begin({ signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'aborted' });
	});

	it('ends where every other user would fail alike, and where users or progress fail', async () => {
		for (const code of ['misconfigured', 'forbidden', 'not_supported'] as const) {
			const { memory, begin } = start(1000);
			let calls = 0;
			const backend = withFaults(memory, ({ method }) => (method === 'create' && ++calls > 0 ? { error: code } : undefined));
			await expect(begin({ backend })).rejects.toMatchObject({ code });
			expect(calls).toBeLessThanOrEqual(4);
		}
		const broken = new Error('connection lost');
		const { told, begin } = start(0);
		await expect(begin({ concurrency: 1, users: usersUpTo(9, (at) => (at === 5 ? Promise.reject(broken) : undefined)) })).rejects.toBe(
			broken,
		);
		expect(told.at(-1)).toMatchObject({ created: 4, last: 'u4' });
		const onProgress = () => Promise.reject(broken);
		await expect(start(100).begin({ onProgress })).rejects.toBe(broken);
		await expect(start(1).begin({ scope: ' ' })).rejects.toMatchObject({ code: 'misconfigured' });
	});

	it('tells progress one at a time, and the last of it, however long that takes', async () => {
		const told: number[] = [];
		let telling = 0;
		const onProgress = async ({ created }: BackfillReport) => {
			expect(++telling).toBe(1);
			await new Promise((resolve) => setTimeout(resolve, 50));
			telling--;
			told.push(created);
		};
		const running = start(40).begin({ onProgress });
		await vi.advanceTimersByTimeAsync(5000);
		await running;
		expect([told.at(-1), told.length < 40]).toEqual([40, true]);
	});
});
