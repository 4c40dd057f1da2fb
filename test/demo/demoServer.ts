import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What a first start on an empty folder leaves there, which takes seconds to make. */
export const seeded = join(root, '.cache', 'demo-data');

/** A folder of its own for a demo, with what a first start leaves, and what takes it away. */
export function seededFolder(): { folder: string; remove(): void } {
	const folder = mkdtempSync(join(tmpdir(), 'customers-demo-'));
	cpSync(seeded, folder, { recursive: true });
	return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

export interface DemoServer {
	url: string;
	/** What it has told so far. */
	output(): string;
	/** Stops it as Ctrl+C does; answers its exit code. */
	stop(): Promise<number | null>;
}

/** Starts the built demo as a process of its own, on any free port. Rejects with what it told, if it ends instead. */
export function startDemo(env: Record<string, string>): Promise<DemoServer> {
	const child = spawn(process.execPath, ['demo/dist/server/server.js'], {
		cwd: root,
		env: {
			...process.env,
			NODE_ENV: 'production',
			PORT: '0',
			DATABASE_URL: '',
			PROYECTA_API_KEY: '',
			STRIPE_SECRET_KEY: '',
			HOST: '',
			...env,
		},
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let output = '';
	return new Promise((resolve, reject) => {
		const hear = (text: unknown) => {
			output += text;
			const url = /(http:\/\/localhost:\d+)\/signup/.exec(output)?.[1];
			if (url) resolve({ url, output: () => output, stop: () => stop(child) });
		};
		child.stdout.on('data', hear);
		child.stderr.on('data', hear);
		child.once('exit', (code) => reject(new Error(`The demo ended with ${code}: ${output}`)));
	});
}

function stop(child: ChildProcess): Promise<number | null> {
	return new Promise((resolve) => {
		if (child.exitCode !== null) return resolve(child.exitCode);
		child.once('exit', resolve);
		child.kill('SIGINT');
	});
}
