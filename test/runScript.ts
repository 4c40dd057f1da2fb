import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { buildScript } from './buildScript';

/** How a script is run. */
interface RunOptions {
	/** For Node itself: `--max-old-space-size=128`. */
	flags?: readonly string[];
	env?: Record<string, string>;
}

/** Runs a script of the tests in a process of its own, and returns what it printed. */
export async function runScript(script: string, { flags = [], env = {} }: RunOptions = {}): Promise<string> {
	const { file, remove } = await buildScript(script);
	try {
		const { stdout } = await promisify(execFile)(process.execPath, [...flags, file], { env: { ...process.env, ...env } });
		return stdout;
	} finally {
		await remove();
	}
}
