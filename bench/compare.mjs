// Our table and form beside the same written by hand, in one run: `npm run bench`, or for one row
// `node bench/compare.mjs --rows mount50 --rounds 4 --cpu 4`. See README.md.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { findBrowser } from '../test/browser.mjs';
import { bytesOf, serve, subjects } from './compare/build.mjs';
import { figuresOf, headLines, isHeld, lineOf, partsOf } from './compare/figures.mjs';
import { rows } from './compare/rows.mjs';
import { Stage } from './compare/stage.mjs';

const { values: options } = parseArgs({
	options: {
		rows: { type: 'string' },
		rounds: { type: 'string', default: '4' },
		cpu: { type: 'string', default: '1,4' },
		/** `cpu`: thread CPU decides in all rows, and a busy machine disturbs no round. */
		by: { type: 'string' },
		/** Says of each row what the thread was at. */
		parts: { type: 'boolean', default: false },
		record: { type: 'boolean', default: false },
	},
});
const asked = options.rows?.split(',');
const chosen = rows.filter(({ id }) => asked?.includes(id) ?? true);
const unknown = asked?.find((id) => !rows.some((row) => row.id === id));
if (unknown) throw new Error(`There is no row "${unknown}". There are ${rows.map(({ id }) => id).join(', ')}.`);
const rounds = Number(options.rounds);
const rates = options.cpu.split(',').map(Number);
/** So many times as many rounds are tried before the machine is called too busy. */
const patience = 3;

/** Rounds in which each subject had its turn and nothing else had the processor. */
async function roundsOf(row, rate, stages) {
	const kept = [];
	const dropped = [];
	const wanted = row.loadFree ? 1 : Math.min(rounds, row.most ?? rounds);
	let tries = 0;
	for (; kept.length < wanted && tries < wanted * patience; tries++) {
		const round = {};
		// Each is first, in turns.
		const taking = stages.filter(({ subject }) => !row.without?.includes(subject));
		for (const stage of [...taking.slice(tries % taking.length), ...taking.slice(0, tries % taking.length)]) {
			Object.assign(stage, { rate, disturbed: false });
			round[stage.subject] = await row.run(stage);
			if (stage.disturbed) round.disturbed = true;
		}
		if (round.disturbed && !row.loadFree && options.by !== 'cpu') dropped.push(round);
		else kept.push(round);
	}
	return { kept, dropped };
}

async function measure(browser, origin) {
	const stages = subjects.map((subject) => new Stage(browser, origin, subject));
	if (chosen.some(({ id }) => id === 'js' || id === 'css')) for (const stage of stages) stage.bytes = await bytesOf(stage.subject);
	const all = [];
	for (const line of headLines) process.stdout.write(`${line}\n`);
	for (const row of chosen) {
		for (const rate of row.loadFree ? [1] : rates) {
			const { kept, dropped } = await roundsOf(row, rate, stages);
			const by = options.by === 'cpu' && row.by === 'wall' ? 'cpu' : row.by;
			// A hint where the machine never was quiet: it decides nothing.
			const figures = { row, rate, by, kept: kept.length, dropped: dropped.length, ...figuresOf(by, kept.length > 0 ? kept : dropped) };
			all.push(figures);
			process.stdout.write(`${lineOf(figures)}\n`);
			if (options.parts) for (const line of partsOf(figures)) process.stdout.write(`${line}\n`);
		}
	}
	for (const stage of stages) await stage.close();
	return all;
}

/** Writes what was measured into the README; lines of rows that were not stay. */
function record(all, browser) {
	const file = fileURLToPath(new URL('README.md', import.meta.url));
	const text = readFileSync(file, 'utf8');
	const [before, after] = ['<!-- figures -->', '<!-- /figures -->'];
	const [start, end] = [text.indexOf(before) + before.length, text.indexOf(after)];
	const keyOf = (line) => /\(`\w+`\) \| [^|]*/.exec(line)?.[0];
	const lines = new Map([...text.slice(start, end).split('\n'), ...all.map(lineOf)].map((line) => [keyOf(line), line]));
	lines.delete(undefined);
	const order = (line) => rows.findIndex(({ id }) => line.includes(`(\`${id}\`)`));
	const table = [...lines.values()].sort((a, b) => order(a) - order(b));
	const machine = `Chromium ${browser.version()}, ${cpus().length} × ${cpus()[0].model}, Node ${process.version}, load ${loadavg()[0].toFixed(1)} when the last row was measured.`;
	writeFileSync(file, `${text.slice(0, start)}\n${machine}\n\n${[...headLines, ...table].join('\n')}\n${text.slice(end)}`);
}

const executablePath = findBrowser();
if (executablePath === undefined) throw new Error('The bench needs Chrome or Chromium. Run `node test/browser.mjs` to install one.');
const server = await serve();
const browser = await chromium.launch({ executablePath });
try {
	process.stdout.write(`Load ${loadavg()[0].toFixed(1)} on ${cpus().length} processors.\n\n`);
	const all = await measure(browser, server.origin);
	if (options.record) record(all, browser);
	if (!all.every(isHeld)) process.exitCode = 1;
} finally {
	await browser.close();
	await server.close();
	rmSync(server.outDir, { recursive: true, force: true });
}
