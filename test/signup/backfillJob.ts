// A host's job in a process of its own: see backfillProcess.test.ts.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { argv, memoryUsage } from 'node:process';
import { httpBackend } from '../../src/client';
import { type BackfillReport, backfillCustomers, type CustomerBackend, type EnsureUser } from '../../src/server';

const [, , mode, server = '', state = '', count = '0'] = argv;

async function* users(): AsyncGenerator<EnsureUser['user']> {
	for (let at = 1; at <= Number(count); at++) {
		// As a cursor does: some come at once, then there is a round trip.
		if (at % 500 === 0) await new Promise((resolve) => setImmediate(resolve));
		yield { id: `u${at}`, email: `user${at}@example.com`, name: `User ${at}`, phone: '+919876543210' };
	}
}

/** Over the network, with what was done so far kept in a file. */
async function resume(): Promise<void> {
	const saved: BackfillReport | null = existsSync(state) ? JSON.parse(readFileSync(state, 'utf8')) : null;
	const linkOf = async (path: string, method = 'GET') =>
		(await fetch(`${server}/links/${path}`, { method })).json() as Promise<string | null>;
	const report = await backfillCustomers({
		backend: httpBackend({ url: `${server}/api/customers` }),
		scope: 'shop',
		users: users(),
		after: saved?.last ?? null,
		link: {
			get: (userId) => linkOf(`of/${userId}`),
			set: (userId, id) => linkOf(`of/${userId}/${id}`, 'PUT'),
			owner: (id) => linkOf(`owner/${id}`),
		},
		onProgress: (progress) => {
			writeFileSync(`${state}.new`, JSON.stringify(progress));
			renameSync(`${state}.new`, state);
		},
	});
	console.log(JSON.stringify(report));
}

/** With a backend and a link that keep nothing, so that what is measured is the backfill's own. */
async function measure(): Promise<void> {
	const capabilities = { createByEmail: 'atomic', keeps: ['name', 'phone', 'address'] };
	const backend = {
		capabilities: () => capabilities,
		create: async (input: object) => {
			await new Promise((resolve) => setImmediate(resolve));
			return { customer: { id: 'cus_1', ...input }, outcome: 'created' };
		},
	} as unknown as CustomerBackend;
	const link = { get: () => null, set: () => {}, owner: () => null };
	const options = { backend, scope: 'shop', link };
	// What is loaded with the first user is there before anybody counts.
	await backfillCustomers({ ...options, users: [{ id: 'u0', email: 'user0@example.com', phone: '+919876543210' }] });
	globalThis.gc?.();
	const idle = memoryUsage();
	let peak = 0;
	let live = 0;
	let told = 0;
	const report = await backfillCustomers({
		...options,
		users: users(),
		onProgress: () => {
			if (++told % 250 === 0) peak = Math.max(peak, memoryUsage().rss - idle.rss);
			if (told % 10_000 !== 0) return;
			globalThis.gc?.();
			live = Math.max(live, memoryUsage().heapUsed - idle.heapUsed);
		},
	});
	console.log(JSON.stringify({ ...report, told, peak: peak / 1e6, live: live / 1e6 }));
}

await (mode === 'measure' ? measure() : resume());
