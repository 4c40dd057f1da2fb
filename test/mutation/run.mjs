// npm run test:mutation -- ROOM [FILE…]: changes a room's sources, one place at a time, and counts the changes that its tests notice.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { rooms } from './rooms.mjs';

const [room, ...only] = process.argv.slice(2);
if (!Object.hasOwn(rooms, room ?? '')) throw new Error(`npm run test:mutation -- ROOM, one of ${Object.keys(rooms).join(', ')}`);
process.chdir(new URL('../..', import.meta.url).pathname);
process.env.MUTATION_ROOM = room;
/** So many lines are a few minutes on a busy machine. */
const portion = 30;
const kept = `.cache/mutation/${room}`;
mkdirSync(kept, { recursive: true });

/**
 * A file at a time, and a long one in portions, so that a run that was broken off goes on where it was: what a file's mutants came to is kept,
 * and asked again only where source or tests differ.
 */
async function mutate(source) {
	const name = basename(source, '.ts');
	const incrementalFile = `${kept}/${name}.json`;
	const lines = readFileSync(source, 'utf8').split('\n');
	askAgain(incrementalFile);
	if (lines.length > portion) {
		for (let from = 1; from <= lines.length; from += portion)
			await run(`${source}:${from}-${Math.min(from + portion - 1, lines.length)}`, incrementalFile);
	}
	// The whole, at last: what reaches from one portion into the next, and of the others what was kept.
	const results = await run(source, incrementalFile);
	const noticed = results.filter(({ status }) => status === 'Killed' || status === 'Timeout');
	const missed = results.filter(({ status }) => status === 'Survived' || status === 'NoCoverage');
	for (const { location, status, replacement } of missed) {
		const { start, end } = location;
		const was = lines[start.line - 1].slice(start.column - 1, start.line === end.line ? end.column - 1 : undefined);
		console.log(`${source}:${start.line}:${start.column} ${status}: ${was.slice(0, 80)} → ${replacement.slice(0, 80)}`);
	}
	return { name, noticed: noticed.length, all: noticed.length + missed.length };
}

/** Nothing is kept of a run before its end, so a long file has several. */
function run(part, incrementalFile) {
	return new Stryker({
		mutate: [part],
		incremental: true,
		incrementalFile,
		testRunner: 'vitest',
		plugins: ['@stryker-mutator/vitest-runner', './test/mutation/ignoreMessages.mjs'],
		ignorers: ['messages'],
		vitest: { configFile: 'test/mutation/vitest.config.mjs', related: false },
		concurrency: 1,
		reporters: [],
		ignorePatterns: ['**', '!src/**', '!test/**', '!package.json'],
		tempDirName: '.stryker-tmp',
		logLevel: 'error',
	}).runMutationTest();
}

/** By itself Stryker does not see that a new test may notice what is changed as a module is loaded. */
function askAgain(incrementalFile) {
	if (!existsSync(incrementalFile)) return;
	const report = JSON.parse(readFileSync(incrementalFile, 'utf8'));
	for (const file of Object.values(report.files))
		file.mutants = file.mutants.filter((mutant) => !mutant.static || (mutant.status !== 'Survived' && mutant.status !== 'NoCoverage'));
	writeFileSync(incrementalFile, JSON.stringify(report));
}

const told = ({ name, noticed, all }) => `${name}: ${noticed} of ${all}, ${all ? ((noticed / all) * 100).toFixed(1) : 100} %`;
const counts = [];
for (const source of rooms[room].sources.filter((path) => only.length === 0 || only.includes(basename(path, '.ts')))) {
	counts.push(await mutate(source));
	console.log(told(counts.at(-1)));
}
const sum = (of) => counts.reduce((total, count) => total + count[of], 0);
console.log(told({ name: room, noticed: sum('noticed'), all: sum('all') }));
