import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { Client, Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importCustomers, postgresBackend, postgresSchema } from '../../src/backends/postgres';
import { sampleCustomers } from '../../src/testing';
import { freePort } from '../freePort';
import { findPostgres, type PostgresServer } from '../postgresServer';

const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin'];
const pgbouncer = folders.map((folder) => join(folder, 'pgbouncer')).find((file) => existsSync(file));
if (!pgbouncer) console.warn('\nSKIPPED: the test behind PgBouncer, which is not installed (Debian: apt-get install pgbouncer).\n');
const startServer = findPostgres();

describe.runIf(startServer && pgbouncer)('behind PgBouncer in transaction mode, on two connections', () => {
	let server: PostgresServer;
	let pooler: ChildProcess;
	let pool: Pool;
	const folder = mkdtempSync(join(tmpdir(), 'customers-pgbouncer-'));

	beforeAll(async () => {
		server = await startServer!();
		const straight = new Client({ connectionString: server.connectionString });
		await straight.connect();
		await straight.query(postgresSchema);
		await straight.end();
		const { hostname, port, username, pathname, searchParams } = new URL(server.connectionString);
		const options = searchParams.get('options');
		const listenPort = await freePort();
		const settings = `[databases]\nshop = host=${hostname} port=${port || 5432} dbname=${pathname.slice(1)} user=${username}${options ? ` connect_query='SET ${options.replace(/^-c (\w+)=/, '$1 TO ')}'` : ''}
[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = ${listenPort}\nunix_socket_dir =\nauth_type = any\npool_mode = transaction\ndefault_pool_size = 2\n`;
		chmodSync(folder, 0o755);
		writeFileSync(join(folder, 'pgbouncer.ini'), settings);
		// It refuses to run as root.
		const asNobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
		pooler = spawn(pgbouncer!, [join(folder, 'pgbouncer.ini')], { ...asNobody, cwd: folder, stdio: 'ignore' });
		pool = new Pool({ connectionString: `postgres://${username}@127.0.0.1:${listenPort}/shop`, max: 16 });
		pool.on('error', () => {});
		const isUp = () => pool.query('SELECT').then(Boolean, () => false);
		while (!(await isUp())) await new Promise((resolve) => setTimeout(resolve, 50));
	}, 60_000);
	afterAll(async () => {
		await pool?.end();
		pooler?.kill('SIGKILL');
		await server?.stop();
		rmSync(folder, { recursive: true, force: true });
	});

	it('lists, searches, counts and writes for many callers at once', async () => {
		const query = pool.query.bind(pool);
		const customers = sampleCustomers(300);
		await importCustomers(query, customers);
		const backend = postgresBackend({ query });
		const known = customers.slice(0, 40);
		const found = await Promise.all(known.map(({ email }) => backend.list({ query: email!, total: 'estimate' })));
		expect(found.map(({ data }) => data[0]?.id)).toEqual(known.map(({ id }) => id));
		const edits = known.map(({ id }, n) => backend.update(id, { name: `Renamed ${n}` }, { idempotencyKey: `key-${n}` }));
		const races = Array.from({ length: 20 }, () => backend.create({ email: 'one@example.com' }));
		expect((await Promise.all(edits)).map(({ name }) => name)).toEqual(known.map((_, n) => `Renamed ${n}`));
		expect(new Set((await Promise.all(races)).map(({ customer }) => customer.id)).size).toBe(1);
		const ids = new Set<string>();
		for (let after: string | undefined, more = true; more; ) {
			const page = await backend.list({ sort: 'name', limit: 50, ...(after && { after }) });
			for (const { id } of page.data) ids.add(id);
			after = page.next ?? undefined;
			more = after !== undefined;
		}
		expect(ids.size).toBe(301);
	});
});
