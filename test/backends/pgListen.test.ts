import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type PgClient, pgListen, postgresBackend } from '../../src/backends/postgres';
import type { CustomerChange } from '../../src/server';

/** A connection that answers, or not. */
class Client extends EventEmitter implements PgClient {
	ended = false;

	constructor(readonly isSilentAt?: 'connect' | 'LISTEN') {
		super();
	}

	async connect(): Promise<void> {
		if (this.isSilentAt === 'connect') await new Promise(() => {});
	}

	async query(text: string): Promise<void> {
		if (this.isSilentAt === 'LISTEN' && text.startsWith('LISTEN')) await new Promise(() => {});
	}

	async end(): Promise<void> {
		this.ended = true;
	}
}

describe('pgListen', () => {
	beforeEach(() => {
		vi.useFakeTimers();
	});
	afterEach(() => {
		vi.useRealTimers();
	});

	it.each(['connect', 'LISTEN'] as const)('takes another connection where one never gets past %s', async (isSilentAt) => {
		const clients: Client[] = [];
		const told: string[] = [];
		const listen = pgListen(() => {
			const client = new Client(clients.length === 0 ? isSilentAt : undefined);
			clients.push(client);
			return client;
		});
		const stop = listen('customers', (payload) => told.push(payload));
		await vi.advanceTimersByTimeAsync(11_000);
		expect([clients.map(({ ended }) => ended), told]).toEqual([[true, false], ['']]);
		clients[1]!.emit('notification', { channel: 'customers', payload: 'a change' });
		expect(told).toEqual(['', 'a change']);
		(await stop)();
		expect(clients.map(({ ended }) => ended)).toEqual([true, true]);
		await vi.advanceTimersByTimeAsync(60_000);
		expect(clients).toHaveLength(2);
	});

	it('tries again where no client can be made after a connection was lost, and leaves no rejection behind', async () => {
		const clients: Client[] = [];
		const told: string[] = [];
		let isLocked = false;
		const listen = pgListen(() => {
			if (isLocked) throw new Error('no password yet');
			clients.push(new Client());
			return clients.at(-1)!;
		});
		const stop = await listen('customers', (payload) => told.push(payload));
		isLocked = true;
		clients[0]!.emit('end');
		await vi.advanceTimersByTimeAsync(2_000);
		expect(told).toEqual(['']);
		isLocked = false;
		await vi.advanceTimersByTimeAsync(5_000);
		expect([clients.length, told]).toEqual([2, ['', '']]);
		stop();
	});
});

describe('live changes of Postgres', () => {
	afterEach(() => {
		vi.restoreAllMocks();
	});

	it('begin where the first statement hung: it is given up after ten seconds, and asked again', async () => {
		const limits: number[] = [];
		vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
			limits.push(ms);
			const limit = new AbortController();
			setTimeout(() => limit.abort(new DOMException('', 'TimeoutError')), 20);
			return limit.signal;
		});
		let asked = 0;
		const query = async () => (++asked === 1 ? new Promise<never>(() => {}) : { rows: [{ schema: 'public' }] });
		const heard: CustomerChange[] = [];
		const stop = postgresBackend({ query, listen: async () => () => {} }).subscribe!((change) => heard.push(change));
		await vi.waitFor(() => expect(heard).toEqual([{ type: 'resync' }]), 5_000);
		expect(limits[0]).toBe(10_000);
		stop();
	});
});
