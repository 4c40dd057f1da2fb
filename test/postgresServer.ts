import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { Client } from 'pg';
import { freePort } from './freePort';

/** A real Postgres server for tests. */
export interface PostgresServer {
	/** For node-postgres; whatever tables are made through it are gone after `stop`. */
	connectionString: string;
	/** Stops the server and starts it again, at once. Not there where it is somebody else's. */
	restart?(): Promise<void>;
	stop(): Promise<void>;
}

/**
 * What starts a server for tests: in the one that `DATABASE_URL_TEST` names (a schema of its own), or from the Postgres
 * installed here. `null`, told on the console, where there is neither. `keep`: the folder that its database stays in for the next time.
 */
export function findPostgres(): ((keep?: string) => Promise<PostgresServer>) | null {
	const given = process.env.DATABASE_URL_TEST;
	if (given) return () => borrowServer(given);
	const bin = findBinaries();
	if (bin) return (keep) => startServer(bin, keep);
	console.warn(
		'\nSKIPPED: the tests on a real Postgres server. None is installed (Debian: apt-get install postgresql) and DATABASE_URL_TEST names none.\n',
	);
	return null;
}

function findBinaries(): string | null {
	const debian = '/usr/lib/postgresql';
	const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
	const folders = [...versions.map((version) => join(debian, version, 'bin')), ...(process.env.PATH ?? '').split(delimiter)];
	return folders.find((folder) => ['initdb', 'postgres'].every((name) => existsSync(join(folder, executable(name))))) ?? null;
}

function executable(name: string): string {
	return process.platform === 'win32' ? `${name}.exe` : name;
}

async function startServer(bin: string, keep?: string): Promise<PostgresServer> {
	if (keep !== undefined) mkdirSync(keep, { recursive: true });
	const folder = keep ?? mkdtempSync(join(tmpdir(), 'customers-postgres-'));
	const account = serverAccount();
	if (account) chownSync(folder, account.uid, account.gid);
	const data = join(folder, 'data');
	const options = { ...account, cwd: folder, env: { ...process.env, LC_ALL: 'C' } };
	if (!existsSync(data)) {
		execFileSync(join(bin, executable('initdb')), ['-D', data, '-U', 'test', '-A', 'trust', '-E', 'UTF8', '--no-sync'], {
			...options,
			stdio: ['ignore', 'ignore', 'pipe'],
		});
	}
	const port = await freePort();
	const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', `unix_socket_directories=${process.platform === 'win32' ? '' : folder}`];
	const args = ['-D', data, ...[...settings, 'fsync=off', 'max_connections=60'].flatMap((setting) => ['-c', setting])];
	const log: string[] = [];
	const start = () => {
		const started = spawn(join(bin, executable('postgres')), args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
		started.stderr.on('data', (text) => log.push(String(text)));
		return started;
	};
	let server = start();
	const killed = () => void server.kill('SIGQUIT');
	process.once('exit', killed);
	const connectionString = `postgres://test@127.0.0.1:${port}/postgres`;
	const stop = async () => {
		process.removeListener('exit', killed);
		await end(server);
		if (keep === undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
	};
	try {
		await untilReady(connectionString, server);
	} catch (error) {
		await stop();
		throw new Error(`The Postgres in ${bin} did not start:\n${log.join('')}`, { cause: error });
	}
	const restart = async () => {
		// Clients are turned out, and do not leave by themselves.
		server.kill('SIGINT');
		await end(server);
		server = start();
		await untilReady(connectionString, server);
	};
	return { connectionString, restart, stop };
}

/** Postgres refuses to run as root: as root, it runs as the account that Debian's package made. */
function serverAccount(): { uid: number; gid: number } | undefined {
	if (process.getuid?.() !== 0) return undefined;
	const [uid, gid] = ['-u', '-g'].map((flag) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout));
	if (uid && gid) return { uid, gid };
	return { uid: 65534, gid: 65534 };
}

async function untilReady(connectionString: string, server: ChildProcess): Promise<void> {
	for (let attempt = 0; ; attempt++) {
		const client = new Client({ connectionString });
		try {
			await client.connect();
			await client.end();
			return;
		} catch (error) {
			if (attempt === 300 || server.exitCode !== null) throw error;
			await new Promise((resolve) => setTimeout(resolve, 100));
		}
	}
}

/** Waits for clients that are just leaving, and turns out those that stay. */
function end(server: ChildProcess): Promise<void> {
	return new Promise((resolve) => {
		if (server.exitCode !== null || server.signalCode !== null) return resolve();
		const impatient = setTimeout(() => server.kill('SIGINT'), 5_000);
		server.once('exit', () => {
			clearTimeout(impatient);
			resolve();
		});
		server.kill('SIGTERM');
	});
}

async function borrowServer(given: string): Promise<PostgresServer> {
	const schema = `customers_test_${crypto.randomUUID().slice(0, 8)}`;
	const admin = async (sql: string) => {
		const client = new Client({ connectionString: given });
		await client.connect();
		await client.query(sql).finally(() => client.end());
	};
	await admin(`CREATE SCHEMA ${schema}`);
	const url = new URL(given);
	url.searchParams.set('options', `-c search_path=${schema},public`);
	return { connectionString: url.href, stop: () => admin(`DROP SCHEMA ${schema} CASCADE`) };
}
