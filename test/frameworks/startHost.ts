import { type ChildProcess, spawn } from 'node:child_process';
import { freePort } from '../freePort';
import { environment } from './install';

/** A host that runs. */
export interface Host {
	url: string;
	close(): Promise<void>;
}

/** Starts a host's server on 127.0.0.1, and comes back once it answers. What it printed is told where it does not. */
export async function startHost(
	folder: string,
	command: string,
	args: (port: number) => string[],
	env: Record<string, string> = {},
): Promise<Host> {
	const port = await freePort();
	const server = spawn(command, args(port), {
		cwd: folder,
		env: { ...environment(folder), ...env, PORT: String(port), HOST: '127.0.0.1' },
		// A group of its own, so that what it starts ends with it.
		detached: true,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let printed = '';
	server.stdout!.on('data', (text) => (printed += text));
	server.stderr!.on('data', (text) => (printed += text));
	const url = `http://127.0.0.1:${port}`;
	const close = () => end(server);
	for (const began = Date.now(); ; await new Promise((later) => setTimeout(later, 100))) {
		if (server.exitCode !== null || Date.now() - began > 60_000) {
			await close();
			throw new Error(`${command} did not answer at ${url}:\n${printed}`);
		}
		const answer = await fetch(url).catch(() => null);
		await answer?.body?.cancel();
		if (answer) return { url, close };
	}
}

async function end(server: ChildProcess): Promise<void> {
	if (server.exitCode !== null || server.signalCode !== null) return;
	const ended = new Promise((resolve) => server.once('exit', resolve));
	process.kill(-server.pid!, 'SIGKILL');
	await ended;
}
