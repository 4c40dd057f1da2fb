// How long finding takes among a million customers, beside ten thousand, an `ILIKE` page and a `tsvector` page, in one run on a real Postgres:
// `node bench/finding.mjs`, after `npm run build`. Fails where a bar is not reached. See README.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { createServer } from 'vite';
import { postgresBackend } from '../dist/backends/postgres.js';
import { byHand } from './finding/byHand.mjs';
import { fill, fillByHand } from './finding/fill.mjs';
import { rows } from './finding/rows.mjs';

const { values: options } = parseArgs({
	options: {
		size: { type: 'string', default: '1000000' },
		rows: { type: 'string' },
		/** Requests a row and table. */
		rounds: { type: 'string', default: '100' },
		clients: { type: 'string', default: '8' },
		record: { type: 'boolean', default: false },
	},
});
const [small, large] = [10_000, Number(options.size)];
const rounds = Number(options.rounds);
const clients = Number(options.clients);
const bars = { ms: 10, ratio: 2 };
const asked = options.rows?.split(',');
const chosen = rows.filter(({ id }) => asked?.includes(id) ?? true);

/** The table of a size, in a schema of its own; one that is there already in the server that `DATABASE_URL_TEST` names is used again. */
async function openTable(connectionString, size) {
	const schema = `finding_${size}`;
	const admin = new pg.Client({ connectionString });
	await admin.connect();
	const { rows: there } = await admin.query('SELECT to_regclass($1) AS there', [`${schema}.by_hand`]);
	if (!there[0].there) await admin.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE; CREATE SCHEMA ${schema}`);
	await admin.end();
	const pool = new pg.Pool({ connectionString, max: clients, options: `-c search_path=${schema},public` });
	pool.on('error', () => {});
	if (!there[0].there) {
		const began = performance.now();
		await fill(pool, size);
		await fillByHand(pool);
		process.stdout.write(`${size} customers filled in ${((performance.now() - began) / 1000).toFixed(0)} s\n`);
	}
	const backend = postgresBackend({ query: pool.query.bind(pool) });
	const share = Math.min(100, 2_000_000 / size);
	const { rows: ids } = await pool.query('SELECT id FROM proyecta_customers TABLESAMPLE SYSTEM ($1) ORDER BY random() LIMIT 1000', [share]);
	const people = await Promise.all(ids.map(({ id }) => backend.get(id, { scope: 'acme' })));
	return { size, pool, backend, people };
}

async function timed(work) {
	const began = performance.now();
	await work();
	return performance.now() - began;
}

function spread(times) {
	const sorted = times.toSorted((a, b) => a - b);
	return { p50: sorted[Math.floor(sorted.length / 2)], p95: sorted[Math.floor(sorted.length * 0.95)] };
}

const askOurs = ({ backend }, request) => timed(() => backend.list(request, { scope: 'acme' }));

async function measure(row, tables) {
	const [few, many] = tables;
	const times = { few: [], many: [], eight: [], ilike: [], tsvector: [] };
	for (let round = -3; round < rounds; round++) {
		const request = row.ask(many.people);
		const turn = { few: await askOurs(few, row.ask(few.people)), many: await askOurs(many, request) };
		if (round < 0) continue;
		for (const [name, ms] of Object.entries(turn)) times[name].push(ms);
		// A hundred times two seconds are enough said with ten.
		if (row.exact || row.notByHand || round >= 10) continue;
		for (const [name, statement] of Object.entries(byHand))
			times[name].push(await timed(() => many.pool.query(...statement(request.query))));
	}
	await Promise.all(
		Array.from({ length: clients }, async () => {
			for (let round = 0; round < rounds / clients; round++) times.eight.push(await askOurs(many, row.ask(many.people)));
		}),
	);
	const figures = Object.fromEntries(Object.entries(times).map(([name, list]) => [name, spread(list)]));
	const ratio = figures.many.p95 / figures.few.p95;
	const holds = row.exact || (figures.many.p95 < bars.ms && ratio <= bars.ratio);
	return { row, ...figures, ratio, holds };
}

const ms = (one) => (one.p50 === undefined ? '–' : `${one.p50.toFixed(1)} / ${one.p95.toFixed(1)}`);
const headLines = [
	`| | request | ${small} | ${large} | × | ${clients} clients | \`ILIKE\` | \`tsvector\` |`,
	'|---|---|---:|---:|---:|---:|---:|---:|',
];
const lineOf = ({ row, few, many, eight, ilike, tsvector, ratio, holds }) =>
	`| ${row.exact ? 'no bar' : holds ? 'holds' : '**fails**'} | ${row.work} (\`${row.id}\`) | ${ms(few)} | ${ms(many)} | ${ratio.toFixed(1)} | ${ms(eight)} | ${ms(ilike)} | ${ms(tsvector)} |`;

async function sizesOf({ pool }) {
	const { rows: parts } = await pool.query(
		`SELECT relname, pg_relation_size(oid) / 1048576.0 AS mb FROM pg_class
		WHERE relnamespace = current_schema()::regnamespace AND relname LIKE 'proyecta_customers%' AND relkind IN ('r', 'i') ORDER BY 1`,
	);
	return parts.map(({ relname, mb }) => `${relname.replace('proyecta_customers_', '')} ${Number(mb).toFixed(0)}`).join(', ');
}

/** A create through the backend, in milliseconds. */
async function writesOf({ backend }) {
	const times = [];
	for (let n = 0; n < rounds; n++) {
		const input = { email: `bench-${crypto.randomUUID()}@example.com`, name: 'Priya Sharma', phone: '+919876543210' };
		times.push(await timed(() => backend.create(input, { scope: 'acme' })));
	}
	return spread(times);
}

function record(text) {
	const file = fileURLToPath(new URL('README.md', import.meta.url));
	const whole = readFileSync(file, 'utf8');
	const [before, after] = ['<!-- finding -->', '<!-- /finding -->'];
	writeFileSync(file, `${whole.slice(0, whole.indexOf(before) + before.length)}\n${text}\n${whole.slice(whole.indexOf(after))}`);
}

const vite = await createServer({ configFile: false, server: { middlewareMode: true }, appType: 'custom', logLevel: 'error' });
const { findPostgres } = await vite.ssrLoadModule('/test/postgresServer.ts');
await vite.close();
const given = process.env.DATABASE_URL_TEST;
const start = given ? async () => ({ connectionString: given, stop: async () => {} }) : findPostgres();
if (!start) throw new Error('The bench needs a Postgres: install one, or name one in DATABASE_URL_TEST.');
const server = await start();
const tables = [];
try {
	for (const size of [small, large]) tables.push(await openTable(server.connectionString, size));
	const { rows: version } = await tables[0].pool.query('SHOW server_version');
	const head = `PostgreSQL ${version[0].server_version}, ${cpus().length} × ${cpus()[0].model.trim()}, Node ${process.version}, load ${loadavg()[0].toFixed(1)} when it began.`;
	process.stdout.write(`${head}\n\n${headLines.join('\n')}\n`);
	const lines = [];
	for (const row of chosen) {
		const figures = await measure(row, tables);
		if (!figures.holds) process.exitCode = 1;
		lines.push(lineOf(figures));
		process.stdout.write(`${lines.at(-1)}\n`);
	}
	const after = `A create: ${ms(await writesOf(tables[0]))} ms, ${ms(await writesOf(tables[1]))} ms. Megabytes: ${await sizesOf(tables[1])}.`;
	process.stdout.write(`\n${after}\n`);
	if (options.record) record([head, '', ...headLines, ...lines, '', after].join('\n'));
} finally {
	for (const { pool } of tables) await pool.end();
	await server.stop();
}
