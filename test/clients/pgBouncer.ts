import { spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../freePort';
import { serverAccount } from '../postgresServer';

const binary = '/usr/sbin/pgbouncer';

/** Whether PgBouncer is installed (Debian: `apt-get install pgbouncer`). */
export const hasPgBouncer = existsSync(binary);

/** PgBouncer before this database: a connection is somebody's for one transaction. */
export async function startPgBouncer(connectionString: string) {
	const { hostname, port, pathname, username } = new URL(connectionString);
	const folder = mkdtempSync(join(tmpdir(), 'customers-pgbouncer-'));
	const listenPort = await freePort();
	const file = join(folder, 'pgbouncer.ini');
	writeFileSync(
		file,
		`[databases]
* = host=${hostname} port=${port} user=${username}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${listenPort}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = 4
max_prepared_statements = 0
`,
	);
	const account = serverAccount();
	for (const each of [folder, file]) if (account) chownSync(each, account.uid, account.gid);
	const bouncer = spawn(binary, [file], { ...account, stdio: 'ignore' });
	await untilListening(listenPort);
	return {
		connectionString: `postgres://${username}@127.0.0.1:${listenPort}${pathname}`,
		stop: async () => {
			const gone = new Promise((resolve) => bouncer.once('exit', resolve));
			bouncer.kill('SIGINT');
			await gone;
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

async function untilListening(port: number): Promise<void> {
	for (let attempt = 0; ; attempt++) {
		const isOpen = await new Promise<boolean>((resolve) => {
			const probe = connect(port, '127.0.0.1', () => resolve(true)).once('error', () => resolve(false));
			probe.once('connect', () => probe.end());
		});
		if (isOpen) return;
		if (attempt === 100) throw new Error('PgBouncer did not start');
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
}
