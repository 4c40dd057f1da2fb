import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { Client } from 'pg';
import { freePort } from './freePort';

/** PgBouncer in front of a server, in transaction mode. */
export interface PgBouncer {
	connectionString: string;
	stop(): Promise<void>;
}

/** What starts PgBouncer before the server of this address; `null`, told on the console, where it is not installed. */
export function findPgBouncer(): ((connectionString: string) => Promise<PgBouncer>) | null {
	const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin'];
	const binary = folders.map((folder) => join(folder, 'pgbouncer')).find((file) => existsSync(file));
	if (binary) return (connectionString) => start(binary, connectionString);
	console.warn('\nSKIPPED: the tests behind PgBouncer, which is not installed (Debian: apt-get install pgbouncer).\n');
	return null;
}

async function start(binary: string, connectionString: string): Promise<PgBouncer> {
	const folder = mkdtempSync(join(tmpdir(), 'customers-pgbouncer-'));
	const { hostname, port, username, pathname, searchParams } = new URL(connectionString);
	const options = searchParams.get('options');
	const connect = options ? ` connect_query='SET ${options.replace(/^-c (\w+)=/, '$1 TO ')}'` : '';
	const listenPort = await freePort();
	const settings = `[databases]
shop = host=${hostname} port=${port || 5432} dbname=${pathname.slice(1)} user=${username}${connect}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${listenPort}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = 2
`;
	chmodSync(folder, 0o755);
	writeFileSync(join(folder, 'pgbouncer.ini'), settings);
	// It refuses to run as root.
	const asNobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
	const pooler = spawn(binary, [join(folder, 'pgbouncer.ini')], { ...asNobody, cwd: folder, stdio: 'ignore' });
	const address = `postgres://${username}@127.0.0.1:${listenPort}/shop`;
	while (!(await isUp(address))) await new Promise((resolve) => setTimeout(resolve, 50));
	return {
		connectionString: address,
		async stop() {
			const gone = new Promise((resolve) => pooler.once('exit', resolve));
			pooler.kill('SIGKILL');
			await gone;
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

async function isUp(connectionString: string): Promise<boolean> {
	const client = new Client({ connectionString });
	client.on('error', () => {});
	try {
		await client.connect();
		await client.end();
		return true;
	} catch {
		return false;
	}
}
