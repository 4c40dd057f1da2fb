import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { freePort } from '../freePort';

export interface Nginx {
	port: number;
	stop(): Promise<void>;
}

/** What starts the nginx of this machine in front of a server; `null`, told on the console, where there is none. */
export function findNginx(): ((upstream: number, settings?: string) => Promise<Nginx>) | null {
	const folders = ['/usr/sbin', ...(process.env.PATH ?? '').split(delimiter)];
	const binary = folders.map((folder) => join(folder, 'nginx')).find(existsSync);
	if (binary !== undefined) return (upstream, settings = '') => startNginx(binary, upstream, settings);
	console.warn('\nSKIPPED: the tests behind nginx. None is installed (Debian: apt-get install nginx).\n');
	return null;
}

/** As it comes, but for the settings given: it speaks HTTP/1.0 to the server, and calls it by the name in `proxy_pass`. */
async function startNginx(binary: string, upstream: number, settings: string): Promise<Nginx> {
	const folder = mkdtempSync(join(tmpdir(), 'customers-nginx-'));
	const port = await freePort();
	const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((what) => `${what}_temp_path ${folder}/${what};`);
	writeFileSync(
		join(folder, 'nginx.conf'),
		`daemon off; master_process off; pid ${folder}/nginx.pid; error_log stderr;
		events {}
		http {
			access_log off; ${temporary.join(' ')}
			server { listen 127.0.0.1:${port}; ${settings} location / { proxy_pass http://127.0.0.1:${upstream}; } }
		}`,
	);
	const nginx = spawn(binary, ['-p', folder, '-e', 'stderr', '-c', join(folder, 'nginx.conf')], { stdio: ['ignore', 'ignore', 'pipe'] });
	let log = '';
	nginx.stderr.on('data', (text) => {
		log += text;
	});
	const ended = new Promise<void>((resolve) => nginx.once('exit', () => resolve()));
	const killed = () => void nginx.kill('SIGKILL');
	process.once('exit', killed);
	const stop = async () => {
		process.removeListener('exit', killed);
		nginx.kill('SIGTERM');
		await ended;
		rmSync(folder, { recursive: true, force: true });
	};
	for (let attempt = 0; attempt < 100; attempt++) {
		if (
			await fetch(`http://127.0.0.1:${port}/`).then(
				() => true,
				() => false,
			)
		)
			return { port, stop };
		if (nginx.exitCode !== null) break;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	await stop();
	throw new Error(`${binary} did not start:\n${log}`);
}
