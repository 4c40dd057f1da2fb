import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildScript } from '../buildScript';
import { findPostgres } from '../postgresServer';
import { runs } from './runs';

const startServer = findPostgres();

let writer: Awaited<ReturnType<typeof buildScript>>;
beforeAll(async () => {
	writer = await buildScript('test/long/killedWriter.ts');
});
afterAll(() => writer.remove());

interface Line {
	n?: number;
	rows?: unknown[];
}

/** Runs the writer until it ends. `onLine` gets what it prints, and what kills it. */
async function write(env: Record<string, string>, onLine: (line: Line, text: string, kill: () => void) => void): Promise<void> {
	const child = spawn(process.execPath, [writer.file], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
	createInterface(child.stdout).on('line', (text) => onLine(JSON.parse(text), text, () => child.kill('SIGKILL')));
	const [code, signal] = await new Promise<[number | null, string | null]>((ended) => child.once('close', (...how) => ended(how)));
	expect([null, 0]).toContain(code);
	expect([null, 'SIGKILL']).toContain(signal);
}

const upTo = (count: number) => Math.floor(Math.random() * count);

/** Kills one writer after the other at a random moment: what one answered the next answers again, and all was done once. */
async function survives(database: Record<string, string>, kills: number): Promise<void> {
	const answers: string[] = [];
	const hear = ({ n }: Line, text: string) => {
		if (n === undefined) return;
		if (answers[n] !== undefined) expect(text).toBe(answers[n]);
		answers[n] = text;
	};
	for (let round = 0; round < kills; round++) {
		const known = answers.length;
		const more = upTo(6);
		const inside = round % 2 === 0;
		// Each write that is done is two commits: the customer, and its answer.
		const env = inside ? { ...database, KILL_AT: String(1 + more + upTo(2)) } : database;
		await write(env, (line, text, kill) => {
			hear(line, text);
			if (!inside && line.n === known + more) setTimeout(kill, Math.random() * 15);
		});
	}
	const last = answers.length + 3 - (answers.length % 3);
	let rows: unknown[] = [];
	await write({ ...database, STOP_AT: String(last) }, (line, text) => {
		hear(line, text);
		rows = line.rows ?? rows;
	});
	expect(answers).toHaveLength(last);
	expect(rows).toEqual(Array.from({ length: last / 3 }, (_, at) => ({ name: `Name ${at * 3 + 2}`, version: 3 })));
}

it('a process with the embedded database is killed at any moment: what it answered is there, and nothing twice', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'customers-killed-'));
	try {
		await survives({ DATABASE_FOLDER: folder }, runs(2));
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
});

it.runIf(startServer)(
	'a server is killed between commit and answer: the next one answers as it would have, and nothing twice',
	async () => {
		const server = await startServer!();
		try {
			await survives({ DATABASE_URL: server.connectionString }, runs(6));
		} finally {
			await server.stop();
		}
	},
);
