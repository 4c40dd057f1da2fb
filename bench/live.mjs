// What a thousand people who listen cost one server: `node bench/live.mjs [listeners]`, after `npm run build`.
import { fork } from 'node:child_process';
import { createServer, get } from 'node:http';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { getRequestListener } from '@hono/node-server';

const listeners = Number(process.argv[2] ?? 1000);
const changes = 20;

/** The server, a process of its own: people in ten scopes, and somebody who changes a customer of one. */
async function serve() {
	const { memoryBackend } = await import('../dist/backends/memory.js');
	const { createCustomersHandler } = await import('../dist/server.js');
	const backend = memoryBackend();
	const authorize = (request) => ({ allow: true, scope: request.headers.get('x-scope'), actor: request.headers.get('x-actor') });
	const server = createServer(getRequestListener(createCustomersHandler({ backend, authorize })));
	await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { customer } = await backend.create({ email: 'asha@example.com' }, { scope: 'scope-0' });
	process.on('message', async (what) => {
		if (what === 'change') await backend.update(customer.id, { name: `Asha ${Date.now()}` }, { scope: 'scope-0' });
		else globalThis.gc?.();
		const { user, system } = process.cpuUsage();
		process.send({ heap: process.memoryUsage().heapUsed / 1e6, rss: process.memoryUsage().rss / 1e6, cpu: (user + system) / 1000 });
	});
	process.send({ port: server.address().port });
}

function listen(port, at, onChange) {
	return new Promise((resolve, reject) => {
		const headers = { 'X-Scope': `scope-${at % 10}`, 'X-Actor': `actor-${at}` };
		const request = get({ port, host: '127.0.0.1', path: '/api/customers/changes', headers, agent: false }, (response) => {
			if (response.statusCode !== 200) return reject(new Error(`A listener was answered ${response.statusCode}.`));
			response.setEncoding('utf8');
			response.on('data', (text) => {
				if (text.includes('listening')) resolve(request);
				if (text.includes('"updated"')) onChange();
			});
		});
		request.on('error', reject);
	});
}

async function measure() {
	const server = fork(fileURLToPath(import.meta.url), ['serve'], { execArgv: ['--expose-gc'] });
	const told = () => new Promise((resolve) => server.once('message', resolve));
	const ask = (what) => {
		const answer = told();
		server.send(what);
		return answer;
	};
	const { port } = await told();
	const before = await ask('cost');
	let heard = [];
	const began = performance.now();
	const open = [];
	for (let at = 0; at < listeners; at += 50) {
		const some = Array.from({ length: Math.min(50, listeners - at) }, (_, index) =>
			listen(port, at + index, () => heard.push(performance.now())),
		);
		open.push(...(await Promise.all(some)));
	}
	const opened = performance.now() - began;
	const after = await ask('cost');
	const first = [];
	const last = [];
	for (let change = 0; change < changes; change++) {
		heard = [];
		const from = performance.now();
		await ask('change');
		while (heard.length < listeners / 10) await new Promise((resolve) => setTimeout(resolve, 1));
		first.push(heard[0] - from);
		last.push(heard.at(-1) - from);
	}
	const end = await ask('cost');
	for (const request of open) request.destroy();
	await new Promise((resolve) => setTimeout(resolve, 500));
	const left = await ask('cost');
	server.kill();
	const median = (values) => values.sort((a, b) => a - b)[values.length >> 1].toFixed(1);
	const figures = {
		listeners,
		'to open all, ms': opened.toFixed(0),
		'heap a listener, KB': (((after.heap - before.heap) / listeners) * 1000).toFixed(1),
		'memory of the process in all, MB': `${before.rss.toFixed(0)} → ${after.rss.toFixed(0)}`,
		[`a change to the first and the last of ${listeners / 10}, ms (median of ${changes})`]: `${median(first)}, ${median(last)}`,
		'CPU a change, ms': ((end.cpu - after.cpu) / changes).toFixed(1),
		'heap once all have left, MB above before': (left.heap - before.heap).toFixed(1),
	};
	for (const [what, value] of Object.entries(figures)) process.stdout.write(`${what}: ${value}\n`);
}

await (process.argv[2] === 'serve' ? serve() : measure());
