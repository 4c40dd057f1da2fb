import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '..');

/** How a script is run. */
interface RunOptions {
	/** For Node itself: `--max-old-space-size=128`. */
	flags?: readonly string[];
	env?: Record<string, string>;
}

/** Runs a script of the tests in a process of its own, and returns what it printed. Node 20 runs no TypeScript: it is built first. */
export async function runScript(script: string, { flags = [], env = {} }: RunOptions = {}): Promise<string> {
	const folder = await mkdtemp(join(root, 'node_modules', '.script-'));
	try {
		await build({
			root,
			configFile: false,
			logLevel: 'error',
			ssr: { noExternal: true, external: ['pg'] },
			build: { ssr: script, outDir: folder, target: 'node20' },
		});
		const file = join(folder, basename(script).replace(/\.ts$/, '.js'));
		const { stdout } = await promisify(execFile)(process.execPath, [...flags, file], { env: { ...process.env, ...env } });
		return stdout;
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
