import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Pool as NeonPool, neonConfig } from '@neondatabase/serverless';
import { sql as drizzleSql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { CompiledQuery, Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type PostgresQuery, postgresBackend, postgresSchema } from '../../src/backends/postgres';
import type { Capabilities } from '../../src/server';
import { backendContract } from '../../src/testing';
import { findPgBouncer } from '../pgBouncer';
import { findPostgres, type PostgresServer } from '../postgresServer';
import { startWebSocketProxy } from './webSocketProxy';

/** A client on a server at this address. */
interface OpenClient {
	query: PostgresQuery;
	close: () => Promise<unknown>;
}

const startServer = findPostgres();
const startPooler = findPgBouncer();
let server: PostgresServer;
beforeAll(async () => {
	if (!startServer) return;
	server = await startServer();
	const pool = new Pool({ connectionString: server.connectionString });
	await pool.query(postgresSchema);
	await pool.end();
});
afterAll(() => server?.stop());

/** The whole contract through a client, and its schema: clients prepare statements and read values each in their way. */
function keepsTheContract(name: string, open: (connectionString: string) => Promise<OpenClient>, isInstalled = true): void {
	describe.runIf(startServer && isInstalled)(name, () => {
		let client: OpenClient;
		const backend = postgresBackend({ query: (text, params) => client.query(text, params) });
		beforeAll(async () => {
			client = await open(server.connectionString);
		});
		afterAll(() => client?.close());

		it('runs the schema', () => client.query(postgresSchema, []));
		for (const { name, applies, check } of backendContract) {
			if (applies && !applies(backend.capabilities() as Capabilities)) continue;
			it(name, () => check(async () => backend));
		}
		it('knows a taken email, a lost table and a wrong value for what they are', async () => {
			const code = (sql: string) =>
				postgresBackend({ query: (_text, params) => client.query(sql, params) })
					.list({}, { scope: 'shop' })
					.then(
						() => null,
						({ code }) => code,
					);
			expect(await code('SELECT 1 FROM proyecta_nowhere')).toBe('misconfigured');
			expect(await code("SELECT 'x'::int")).toBe('malformed_request');
			const call = { scope: 'taken' };
			const [asha, ravi] = await Promise.all(
				['asha', 'ravi'].map(async (name) => (await backend.create({ email: `${name}@example.com` }, call)).customer),
			);
			await expect(backend.update(ravi!.id, { email: asha!.email! }, call)).rejects.toMatchObject({ code: 'email_exists' });
		});
	});
}

async function throughPg(connectionString: string): Promise<OpenClient> {
	const pool = new Pool({ connectionString, max: 20 });
	return { query: pool.query.bind(pool), close: () => pool.end() };
}

async function throughPostgresJs(connectionString: string, options = {}): Promise<OpenClient> {
	const sql = postgres(connectionString, { max: 20, onnotice: () => {}, ...options });
	return { query: async (text, params) => ({ rows: await sql.unsafe(text, params as never[]) }), close: () => sql.end() };
}

keepsTheContract('postgres.js', throughPostgresJs);

keepsTheContract('Kysely', async (connectionString) => {
	const db = new Kysely({ dialect: new PostgresDialect({ pool: new Pool({ connectionString, max: 20 }) }) });
	return { query: (text, params) => db.executeQuery(CompiledQuery.raw(text, params)), close: () => db.destroy() };
});

keepsTheContract('Drizzle', async (connectionString) => {
	const db = drizzle(connectionString);
	return { query: (text, params) => db.$client.query(text, params), close: () => db.$client.end() };
});

keepsTheContract('Drizzle, whose own statements wrap what went wrong', async (connectionString) => {
	const db = drizzle(connectionString);
	return {
		query: (text, params) => {
			const parts = text
				.split(/\$(\d+)/)
				.map((part, at) => (at % 2 ? drizzleSql`${drizzleSql.param(params[Number(part) - 1])}` : drizzleSql.raw(part)));
			return db.execute(drizzleSql.join(parts));
		},
		close: () => db.$client.end(),
	};
});

keepsTheContract('Neon’s driver, over a WebSocket', async (connectionString) => {
	const proxy = await startWebSocketProxy();
	Object.assign(neonConfig, { wsProxy: proxy.address, webSocketConstructor: WebSocket, useSecureWebSocket: false, pipelineConnect: false });
	const pool = new NeonPool({ connectionString, max: 20 });
	pool.on('error', () => {});
	return {
		query: pool.query.bind(pool),
		close: async () => {
			await pool.end();
			await proxy.stop();
		},
	};
});

keepsTheContract('Prisma', async (connectionString) => {
	const folder = mkdtempSync(join(tmpdir(), 'customers-prisma-'));
	cpSync(join(import.meta.dirname, 'prisma'), folder, { recursive: true });
	// What its command line would fetch from elsewhere is for migrations, which nobody makes here.
	const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath };
	for (const [command, ...words] of [
		['npm', 'install', '--no-audit', '--no-fund'],
		['npx', 'prisma', 'generate'],
		['npx', 'tsc'],
	])
		execFileSync(command!, words, { cwd: folder, env, stdio: ['ignore', 'ignore', 'pipe'] });
	const { openPrisma } = await import(pathToFileURL(join(folder, 'dist/open.js')).href);
	const { close, ...client } = await openPrisma(connectionString);
	return {
		...client,
		close: async () => {
			await close();
			rmSync(folder, { recursive: true, force: true });
		},
	};
});

for (const [name, open] of [
	['node-postgres', throughPg],
	['postgres.js, which prepares nothing then', (address: string) => throughPostgresJs(address, { prepare: false })],
] as const)
	keepsTheContract(
		`PgBouncer in transaction mode, through ${name}`,
		async (connectionString) => {
			const bouncer = await startPooler!(connectionString);
			const client = await open(bouncer.connectionString);
			return {
				...client,
				close: async () => {
					await client.close();
					await bouncer.stop();
				},
			};
		},
		startPooler !== null,
	);
