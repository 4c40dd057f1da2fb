// What the handler costs around a backend, as a ratio to a bare Request and Response around the same backend, in one run and one process.
// `node bench/server.mjs [--record]`, after `npm run build`; fails where a ratio is above its bar. `--record` writes bench/server.md.
import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { memoryBackend } from '../dist/backends/memory.js';
import { createCustomersHandler } from '../dist/server.js';
import { sampleCustomers } from '../dist/testing.js';

const rounds = 9;
const requests = 500;
const scope = 'shop';
const url = 'https://shop.example/api/customers';
const backend = memoryBackend({ customers: sampleCustomers(10_000) });
const handler = createCustomersHandler({ backend, authorize: () => ({ allow: true, scope }), rateLimit: { take: () => null } });

let keys = 0;
const read = () => new Request(url);
const write = () => {
	const key = `key-${++keys}`;
	const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': key };
	return new Request(url, { method: 'POST', headers, body: JSON.stringify({ email: `${key}@example.com`, name: 'Asha Rao' }) });
};
const json = (value, status = 200) => new Response(JSON.stringify(value), { status, headers: { 'Content-Type': 'application/json' } });

/** Each: the request, what answers it barely, and how many times as dear the handler may be. */
const works = {
	'GET /': { request: read, bare: async () => json(await backend.list({}, { scope })), bar: 3 },
	'POST / with a key': {
		request: write,
		bare: async (request) =>
			json(await backend.create(await request.json(), { scope, idempotencyKey: request.headers.get('idempotency-key') }), 201),
		bar: 4,
	},
};

/** CPU of a request, all threads, and how long each took, in milliseconds. */
async function measured(request, answer) {
	const took = [];
	const before = process.cpuUsage();
	for (let n = 0; n < requests; n++) {
		const began = performance.now();
		const response = await answer(request());
		await response.text();
		if (!response.ok) throw new Error(`answered ${response.status}`);
		took.push(performance.now() - began);
	}
	const { user, system } = process.cpuUsage(before);
	return { cpu: (user + system) / requests / 1000, took };
}

const at = (values, share) => values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)];
const rows = [];
for (const [name, { request, bare, bar }] of Object.entries(works)) {
	await measured(request, handler);
	await measured(request, bare);
	const turns = [];
	for (let round = 0; round < rounds; round++) turns.push([await measured(request, handler), await measured(request, bare)]);
	const cpu = (who) =>
		at(
			turns.map((turn) => turn[who].cpu),
			0.5,
		);
	const took = (who, share) =>
		at(
			turns.flatMap((turn) => turn[who].took),
			share,
		);
	const ratio = at(
		turns.map(([one, two]) => one.cpu / two.cpu),
		0.5,
	);
	if (ratio > bar) process.exitCode = 1;
	process.stdout.write(
		`${ratio > bar ? 'OVER' : 'ok  '} ${name}: ${ratio.toFixed(2)} of ${bar}, ${cpu(0).toFixed(3)} ms CPU (bare ${cpu(1).toFixed(3)}), p99 ${took(0, 0.99).toFixed(2)} ms (bare ${took(1, 0.99).toFixed(2)})\n`,
	);
	const figures = [0, 1].map((who) => [cpu(who), took(who, 0.5), took(who, 0.99)].map((ms) => ms.toFixed(2)).join(' / '));
	rows.push(`| \`${name}\` | ${figures.join(' | ')} | ${ratio.toFixed(2)} | ≤ ${bar} |`);
}

if (process.argv.includes('--record')) {
	const machine = `Node ${process.version}, ${cpus().length} × ${cpus()[0].model}, load ${loadavg()[0].toFixed(1)} when it ended`;
	writeFileSync(
		new URL('server.md', import.meta.url),
		`# What the handler costs

CPU of a request (all threads), its median time and its 99th percentile, in ms: through \`createCustomersHandler\`, and through a bare Request and Response around the same backend (10,000 customers in memory) in the same run. The ratio is of the CPU. Written by \`node bench/server.mjs --record\`.

${machine}

| request | handler | bare | ratio | bar |
|---|---:|---:|---:|---:|
${rows.join('\n')}
`,
	);
}
