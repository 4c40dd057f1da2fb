import { memoryBackend } from '../../../src/backends/memory';
import { type CustomerBackend, createCustomersHandler } from '../../../src/server';

/** Run in 128 MB: what a signed-in user and a whole tenant can do to others. Prints what came of it, as JSON. */

const memory = memoryBackend({ customers: { a: [], b: [] }, billing: { plans: [], grants: {} } });
let checkouts = 0;
const backend: CustomerBackend = {
	...memory,
	createCheckout: async () => ({ url: `https://pay.example/${++checkouts}`, action: 'checkout' }),
};
const handler = createCustomersHandler({
	backend,
	authorize: (request) => ({ allow: true, scope: request.headers.get('x-scope') ?? '', actor: request.headers.get('x-actor') ?? 'one' }),
	onError: () => {},
	// Thousands of callers' worth of requests come from one here.
	rateLimit: { take: () => null },
});

interface Ask {
	method?: string;
	scope?: string;
	key?: string;
	actor?: string;
	body?: BodyInit;
}

const ask = (path: string, { method = 'POST', scope = 'a', actor, key, body }: Ask) =>
	handler(
		new Request(`https://shop.test/api/customers${path}`, {
			method,
			headers: {
				'Content-Type': 'application/json',
				'X-Scope': scope,
				...(actor !== undefined && { 'X-Actor': actor }),
				...(key !== undefined && { 'Idempotency-Key': key }),
			},
			...(body !== undefined && { body }),
		}),
	);
const created = async (scope: string) => {
	const response = await ask('/', { scope, body: JSON.stringify({ email: 'a@example.com' }) });
	return ((await response.json()) as { customer: { id: string } }).customer.id;
};

// Somebody pays.
const [mine, theirs] = [await created('a'), await created('b')];
const cart = JSON.stringify({ line_items: [{ variant_id: 'pro' }], success_url: '/', cancel_url: '/' });
const pay = async (id: string, scope: string, key: string) => (await ask(`/${id}/checkout`, { scope, key, body: cart })).text();
const first = await pay(theirs, 'b', 'k');

// Another tenant works hard.
for (let n = 0; n <= 10_000; n++) await pay(mine, 'a', `k${n}`);

// And one of its users sends nonsense: 64 KB of keys that nobody knows, each time under a fresh key.
const nonsense = `{${Array.from({ length: 500 }, (_, n) => `"${'k'.repeat(120)}${n}":1`).join()}}`;
const began = process.cpuUsage();
const statuses = new Set<number>();
let bytes = 0;
for (let n = 0; n < 10_000; n++) {
	const response = await ask('/', { key: `n${n}`, body: nonsense });
	statuses.add(response.status);
	bytes = (await response.text()).length;
}
const { user, system } = process.cpuUsage(began);
const ms = (user + system) / 10_000_000;

// And others open exports of large pages, and read none.
const wide = (n: number) => '字'.repeat(n);
const fill = { line1: wide(200), line2: wide(200), city: wide(200), country: 'AE' };
for (let n = 0; n < 100; n++) await ask('/', { body: JSON.stringify({ email: `${n}@example.com`, name: wide(200), address: fill }) });
const asked = JSON.stringify({ request: { limit: 100 }, format: 'csv', mode: 'data' });
const unread: Response[] = [];
for (let n = 0; n < 1000; n++) unread.push(await ask('/export', { actor: `${n % 5}`, body: asked }));

const last = await ask('/', { method: 'GET' });
for (const { body } of unread) await body?.cancel();
process.stdout.write(
	JSON.stringify({
		again: (await pay(theirs, 'b', 'k')) === first,
		checkouts,
		statuses: [...statuses],
		bytes,
		ms,
		last: last.status,
		exports: unread.filter(({ status }) => status === 200).length,
	}),
);
