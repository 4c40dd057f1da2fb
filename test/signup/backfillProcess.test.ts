import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memoryBackend } from '../../src/backends/memory';
import { type BackfillReport, createCustomersHandler } from '../../src/server';
import { buildScript } from '../buildScript';
import { uniqueUsersTable } from './users';

let job: string;
let state: string;
let remove = async () => {};

beforeAll(async () => {
	({ file: job, remove } = await buildScript('test/signup/backfillJob.ts'));
	state = join(dirname(job), 'progress.json');
});
afterAll(() => remove());

/** Starts the job; `done` brings what it told when it ended by itself, `null` where it was killed. */
function startJob(...args: (string | number)[]) {
	const child = spawn(process.execPath, ['--expose-gc', job, ...args.map(String)], { stdio: ['ignore', 'pipe', 'inherit'] });
	let output = '';
	child.stdout.on('data', (text) => {
		output += text;
	});
	const done = new Promise<Record<string, unknown> | null>((told, failed) => {
		child.once('close', (code, signal) => {
			if (signal === 'SIGKILL') told(null);
			else if (code === 0) told(JSON.parse(output));
			else failed(new Error(`The job ended with ${code}.`));
		});
	});
	return { child, done };
}

/** A vendor and a database that live on when the job does not. */
async function startServer(meet: (moment: string) => boolean) {
	const backend = memoryBackend();
	const table = uniqueUsersTable();
	const asked: string[] = [];
	const handler = createCustomersHandler({
		backend: {
			...backend,
			create: async (...args) => {
				if (meet('before create')) return new Promise(() => {});
				const made = await backend.create(...args);
				return meet('after create') ? new Promise(() => {}) : made;
			},
		},
		authorize: () => ({ allow: true, scope: 'shop' }),
		rateLimit: { take: () => null },
		onError: () => {},
	});
	const links = async (method: string, [kind = '', id = '', customerId]: string[]) => {
		if (kind === 'owner') return table.owner(id);
		if (method === 'GET') {
			asked.push(id);
			return table.get(id);
		}
		if (meet('before link')) return new Promise(() => {});
		await table.set(id, customerId!);
		return meet('after link') ? new Promise(() => {}) : null;
	};
	const answer = async (request: Request) => {
		const { pathname } = new URL(request.url);
		return pathname.startsWith('/links/') ? Response.json(await links(request.method, pathname.split('/').slice(2))) : handler(request);
	};
	const server: Server = createServer(getRequestListener(answer));
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	const stop = () => {
		server.closeAllConnections();
		return new Promise((closed) => server.close(closed));
	};
	return { backend, table, asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop };
}

describe('a backfill in a process of its own', () => {
	it('is killed at any moment, goes on where it was, and gives every user one customer', async () => {
		const count = 400;
		const moments = [
			'before create',
			'after create',
			'before link',
			'after link',
			'before create',
			'after create',
			'before link',
			'after link',
		];
		let child: ChildProcess | null = null;
		let met = 0;
		const server = await startServer((moment) => {
			// Not at once, so that there is something to go on from.
			if (moment !== moments[0] || ++met < 40) return false;
			moments.shift();
			met = 0;
			child?.kill('SIGKILL');
			return true;
		});
		let last: string | null = null;
		let runs = 0;
		for (let report: object | null = null; report === null; runs++) {
			server.asked.length = 0;
			const started = startJob('resume', server.url, state, count);
			child = started.child;
			report = await started.done;
			// Nobody who was told as done is asked for again.
			const before = last === null ? 0 : Number(last.slice(1));
			expect(Math.min(...server.asked.map((id) => Number(id.slice(1))))).toBeGreaterThan(before);
			last = existsSync(state) ? (JSON.parse(readFileSync(state, 'utf8')) as BackfillReport).last : null;
			if (report) expect(report).toMatchObject({ failed: [], last: `u${count}` });
		}
		const customers = await server.backend.list({ total: 'exact' }, { scope: 'shop' });
		expect([runs, moments, customers.total?.value]).toEqual([9, [], count]);
		expect([server.table.rows.size, new Set(server.table.rows.values()).size]).toEqual([count, count]);
		for (const [userId, customerId] of server.table.rows) {
			expect((await server.backend.get(customerId, { scope: 'shop' })).email).toBe(`user${userId.slice(1)}@example.com`);
		}
		await server.stop();
	}, 180_000);

	it('holds 100,000 users in less than 64 MB', async () => {
		const count = 100_000;
		const { told, peak, live, ...report } = (await startJob('measure', '', '', count).done) as { told: number; peak: number; live: number };
		expect(report).toEqual({ linked: 0, created: count, existing: 0, failed: [], last: `u${count}` });
		expect(told).toBeGreaterThan(count / 8);
		// The process with all that the engine has not swept yet, and what is really held.
		console.log(`backfill of ${count} users: at most ${peak.toFixed(1)} MB above idle, ${live.toFixed(1)} MB of it held`);
		expect(peak).toBeLessThan(64);
		expect(live).toBeLessThan(4);
	}, 180_000);
});
