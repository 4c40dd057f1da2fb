// How fast the table is in Chromium, on a production build, next to a plain memoised <table> in the same run: `node bench/table.mjs`.
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { chromium } from 'playwright';
import { build, preview } from 'vite';
import { findBrowser } from '../test/browser.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const settings = {
	root: join(root, 'bench', 'page'),
	configFile: false,
	logLevel: 'error',
	plugins: [react()],
	build: { outDir: join(root, '.cache', 'bench'), emptyOutDir: true, target: 'es2022' },
	preview: { port: 0, host: '127.0.0.1' },
};

const median = (times) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];
const rounded = (value) => (value < 10 ? value.toFixed(2) : value.toFixed(1));

const call = (page, name, ...args) => page.evaluate(([name, ...args]) => globalThis.bench[name](...args), [name, ...args]);

/** Milliseconds that the page's own thread has worked: other programs of the machine do not count. */
async function worked(cdp) {
	const { metrics } = await cdp.send('Performance.getMetrics');
	return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
}

/** What each mount costs: rendering, committing, style and layout. In turns, and the median of them. */
async function mounts(page, cdp, rounds, subjects) {
	const times = subjects.map(() => []);
	for (let round = 0; round < rounds + 2; round++) {
		for (const [index, [prepare, ...args]] of subjects.entries()) {
			await call(page, prepare, ...args);
			const before = await worked(cdp);
			await call(page, 'mount');
			const ms = (await worked(cdp)) - before;
			await call(page, 'clear');
			if (round >= 2) times[index].push(ms);
		}
	}
	return times.map(median);
}

/** What each step costs, at most: the work of its frame, and of the next one that waits for its end. */
async function costs(cdp, steps, step) {
	const times = [];
	for (let count = 0; count < steps; count++) {
		const before = await worked(cdp);
		await step();
		times.push((await worked(cdp)) - before);
	}
	return times;
}

const results = [];

function check(what, value, limit, detail) {
	results.push({ what, value, limit, detail, over: !(value <= limit) });
}

async function measure(page, cdp) {
	for (const rate of [1, 4]) {
		await cdp.send('Emulation.setCPUThrottlingRate', { rate });
		const [ours, oursOfOne, plain, plainOfOne, bare] = await mounts(page, cdp, 15, [
			['prepareTable', 100, 'pages'],
			['prepareTable', 1, 'pages'],
			['preparePlain', 100, true],
			['preparePlain', 1, true],
			['preparePlain', 100, false],
		]);
		// Without what stands around them once: search, filters, menus and pager, which a plain table does not have.
		const [rows, plainRows] = [ours - oursOfOne, plain - plainOfOne];
		check(
			`${rate}×: 100 rows, × a plain table that looks the same`,
			rows / plainRows,
			1.4,
			`${rounded(rows)} ms and ${rounded(plainRows)} ms; whole tables ${rounded(ours)} ms and ${rounded(plain)} ms, bare HTML ${rounded(bare)} ms`,
		);
		const [few, many] = await mounts(page, cdp, 11, [
			['prepareTable', 100, 'infinite'],
			['prepareTable', 100_000, 'infinite'],
		]);
		check(`${rate}×: 100,000 windowed rows, × 100 of them`, many / few, 1.5, `${rounded(many)} ms and ${rounded(few)} ms`);
	}
	await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });

	const { rows, renders } = await call(page, 'change');
	check('rows that render when one customer changes', rows, 2, `${renders} times in all`);

	for (const [rows, mode] of [
		[100, 'pages'],
		[100_000, 'infinite'],
	]) {
		await call(page, 'prepareTable', rows, mode);
		await call(page, 'mount');
		await page.waitForTimeout(300);
		const typed = await costs(cdp, 25, () => call(page, 'type'));
		check(`1×: letter to echo, ${rows} rows, ms`, median(typed), 16, `longest ${rounded(Math.max(...typed))} ms`);
		await call(page, 'clear');
	}

	await call(page, 'prepareTable', 100_000, 'infinite');
	await call(page, 'mount');
	await page.waitForTimeout(300);
	let most = 0;
	let step = 0;
	const frames = await costs(cdp, 140, async () => {
		most = Math.max(most, await call(page, 'scroll', ++step > 80));
	});
	check('row nodes of 100,000', most, 400, 'the most at any time');
	check('1×: longest frame while scrolling, ms', Math.max(...frames), 50, `half of them under ${rounded(median(frames))} ms`);
}

const executablePath = findBrowser();
if (executablePath === undefined) throw new Error('The bench needs Chrome or Chromium. Run `node test/browser.mjs` to install one.');
await build(settings);
const server = await preview(settings);
const browser = await chromium.launch({ executablePath });
try {
	const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
	page.on('pageerror', (error) => process.stderr.write(`${error.stack}\n`));
	await page.goto(server.resolvedUrls.local[0]);
	await page.waitForFunction(() => 'bench' in globalThis);
	await call(page, 'load');
	const cdp = await page.context().newCDPSession(page);
	await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
	await measure(page, cdp);
	for (const { what, value, limit, detail, over } of results) {
		process.stdout.write(`${over ? 'OVER ' : 'ok   '}${what.padEnd(52)} ${rounded(value).padStart(6)} of ${limit} (${detail})\n`);
	}
	if (results.some(({ over }) => over)) process.exitCode = 1;
} finally {
	await browser.close();
	await server.close();
}
