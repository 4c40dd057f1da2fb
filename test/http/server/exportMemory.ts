import { memoryBackend } from '../../../src/backends/memory';
import { createCustomersHandler } from '../../../src/server';
import { sampleCustomers } from '../../../src/testing';

/** Run with `--expose-gc`: exports 100,000 customers and prints what that took, as JSON. */

const rows = 100_000;
const handler = createCustomersHandler({
	backend: memoryBackend({ customers: sampleCustomers(rows) }),
	authorize: () => ({ allow: true, scope: 'a' }),
});

const used = () => {
	const { heapUsed, external } = process.memoryUsage();
	return heapUsed + external;
};

/** Exports what matches; `peak` is the most that was in use meanwhile, `kept` the most that was still needed, in bytes. */
async function exported(query?: string) {
	const response = await handler(
		new Request('https://shop.test/api/customers/export', {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify({ request: { query }, format: 'csv', mode: 'data' }),
		}),
	);
	const reader = response.body!.getReader();
	const taken = { lines: -1, bytes: 0, peak: 0, kept: 0, rss: 0 };
	let chunks = 0;
	for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
		taken.bytes += chunk.value.length;
		for (const byte of chunk.value) if (byte === 10) taken.lines++;
		taken.peak = Math.max(taken.peak, used());
		taken.rss = Math.max(taken.rss, process.memoryUsage.rss());
		if (++chunks % 250 !== 0) continue;
		globalThis.gc?.();
		taken.kept = Math.max(taken.kept, used());
	}
	return taken;
}

// The first export compiles the code and fills the pools; idle is what stays after it.
await exported('asha');
globalThis.gc?.();
const idle = used();
const idleRss = process.memoryUsage.rss();
const { lines, bytes, peak, kept, rss } = await exported();
process.stdout.write(JSON.stringify({ lines, bytes, peak: peak - idle, kept: kept - idle, rss: rss - idleRss }));
