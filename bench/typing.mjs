// What a keystroke costs in CustomerForm: CPU time of the main thread for the key and the frame that shows it, at a quarter of the CPU's
// speed, on a production build, beside an input that nothing listens to. `node bench/typing.mjs`; with `--record` it writes typing.md.
// A text is typed several times over: a key costs the median of that, since the same key into the bare input varies by half. A minute and a
// half on a quiet machine; fails where a key's frame comes late.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { build, preview } from 'vite';
import { findBrowser } from '../test/browser.mjs';

const frame = 1000 / 60;
const throttling = 4;
const rounds = 5;
const outDir = fileURLToPath(new URL('../.cache/typing', import.meta.url));

const cases = [
	{ what: 'a bare input', page: '/', input: 'bare', text: 'asha.rao@example.com' },
	{ what: 'a controlled input of React', page: '/?controlled', input: 'controlled', text: 'asha.rao@example.com' },
	{ what: 'email', page: '/?form', input: 'email', text: 'asha.rao@example.com' },
	{ what: 'phone', page: '/?form', input: 'phone', text: '9876543210' },
	{ what: 'phone with country code', page: '/?form', input: 'phone', text: '+442079460958' },
	{ what: 'address line', page: '/?form', input: 'address.line1', text: '221 MG Road, Shivaji' },
	{ what: 'postal code', page: '/?form', input: 'address.postal_code', text: '411005' },
];

/** What the main thread does because of a key: its listeners (React renders in them), and the frame that follows. */
const counted = new Set(
	'EventDispatch RunMicrotasks FunctionCall TimerFire FireAnimationFrame UpdateLayoutTree Layout PrePaint Paint Layerize Commit'.split(' '),
);

/**
 * Milliseconds of CPU time a key, from a trace: what others do on this machine meanwhile does not count. `frame`: until the first frame
 * that shows the letter is handed over. `rest`: what else is done before the next key, such as for letting this one go.
 */
function costsOf(trace) {
	const { traceEvents } = JSON.parse(trace);
	const isKey = (event) => event.name === 'EventDispatch' && event.args?.data?.type === 'keydown';
	const { pid, tid } = traceEvents.find(isKey);
	const events = traceEvents
		.filter((event) => event.pid === pid && event.tid === tid && event.ph === 'X' && counted.has(event.name))
		.sort((a, b) => a.ts - b.ts);
	const costs = [];
	let end = 0;
	let shown = false;
	for (const event of events) {
		if (isKey(event)) {
			costs.push({ frame: 0, rest: 0 });
			shown = false;
		}
		if (event.ts < end || costs.length === 0) continue;
		end = event.ts + event.dur;
		costs[costs.length - 1][shown ? 'rest' : 'frame'] += event.tdur / 1000;
		shown ||= event.name === 'Layerize';
	}
	return costs;
}

async function measure(browser, origin, { page: path, input, text }) {
	const page = await browser.newPage();
	await page.goto(origin + path);
	await page.locator(`[name="${input}"]`).click();
	await page.waitForTimeout(1500);
	const session = await page.context().newCDPSession(page);
	await session.send('Emulation.setCPUThrottlingRate', { rate: throttling });
	const typed = [];
	for (let round = 0; round <= rounds; round++) {
		await browser.startTracing(page, { categories: ['devtools.timeline'] });
		for (const key of text) {
			// A fast typist: a key is held for 40 ms, the next one follows 40 ms later.
			await page.keyboard.press(key, { delay: 40 });
			await page.waitForTimeout(40);
		}
		const trace = (await browser.stopTracing()).toString();
		// The first round warms up the compiler.
		if (round > 0) typed.push(costsOf(trace));
		await page.keyboard.press('Control+A');
		await page.keyboard.press('Backspace');
		await page.waitForTimeout(50);
	}
	await page.close();
	const ofKeys = (part) => [...text].map((_, key) => typed.map((costs) => costs[key][part])).map((presses) => at(0.5, presses));
	const presses = typed.flat().map(({ frame }) => frame);
	return {
		median: at(0.5, ofKeys('frame')),
		p95: at(0.95, ofKeys('frame')),
		rest: at(0.95, ofKeys('rest')),
		press: at(0.95, presses),
		keys: `${text.length} × ${rounds}`,
	};
}

function at(share, figures) {
	return figures.toSorted((a, b) => a - b)[Math.min(figures.length - 1, Math.floor(share * figures.length))];
}

mkdirSync(outDir, { recursive: true });
await build({
	root: fileURLToPath(new URL('typing', import.meta.url)),
	configFile: false,
	logLevel: 'error',
	build: { outDir, emptyOutDir: true },
});
const server = await preview({ root: outDir, configFile: false, logLevel: 'error', build: { outDir }, preview: { port: 0 } });
const browser = await chromium.launch({ executablePath: findBrowser() });
const rows = [];
const [load] = loadavg();
try {
	const { port } = server.httpServer.address();
	const version = `Chromium ${browser.version()}, ${cpus().length} × ${cpus()[0].model}, Node ${process.version}, CPU throttled ${throttling}×, load ${load.toFixed(1)} when it began`;
	const table = [
		'| typing into | until its frame | beyond the bare input | of all presses | afterwards | keys |',
		'|---|---:|---:|---:|---:|---:|',
	];
	process.stdout.write(`${version}\n${table.join('\n')}\n`);
	for (const one of cases) {
		const row = { ...one, ...(await measure(browser, `http://localhost:${port}`, one)) };
		rows.push(row);
		const [bare] = rows;
		const { what, median, p95, rest, press, keys } = row;
		const added = [median - bare.median, p95 - bare.p95].map((ms) => ms.toFixed(1)).join(' / ');
		table.push(`| ${what} | ${median.toFixed(1)} / ${p95.toFixed(1)} | ${added} | ${press.toFixed(1)} | ${rest.toFixed(1)} | ${keys} |`);
		process.stdout.write(`${table.at(-1)}\n`);
	}
	if (process.argv.includes('--record')) {
		const words = [
			'# What a keystroke costs',
			'All work of the main thread from the key until the frame that shows its letter is painted, in ms; one frame is 16.7 ms. Each text is typed several times over, and a key costs the median of that: the table has the median and the 95th percentile of the keys, how much more that is than in the bare input, the 95th percentile of all presses (the noise of the machine with them), and the 95th percentile of what follows a key before the next one, the frame that shows what the letter means included. Written by `node bench/typing.mjs --record`.',
			version,
			table.join('\n'),
		];
		writeFileSync(fileURLToPath(new URL('typing.md', import.meta.url)), `${words.join('\n\n')}\n`);
	}
	// What a letter means is shown by the frame after its own.
	if (rows.some(({ p95, rest }) => p95 > frame || p95 + rest > 2 * frame)) process.exitCode = 1;
} finally {
	await browser.close();
	await server.close();
	rmSync(join(outDir), { recursive: true, force: true });
}
