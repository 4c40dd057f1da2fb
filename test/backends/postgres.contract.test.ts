import type { PGlite } from '@electric-sql/pglite';
import { Pool } from 'pg';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { type PostgresQuery, postgresBackend, postgresSchema } from '../../src/backends/postgres';
import { httpBackend } from '../../src/client';
import { type Capabilities, type CustomerBackend, createCustomersHandler } from '../../src/server';
import { backendContract } from '../../src/testing';
import { openPglite } from '../pglite';
import { findPostgres, type PostgresServer } from '../postgresServer';

let query: PostgresQuery;
const backend = postgresBackend({ query: (text, params) => query(text, params) });

function overHttp(scope = 'everyone'): CustomerBackend {
	const handler = createCustomersHandler({ backend, authorize: () => ({ allow: true, scope }), onError: () => {} });
	return httpBackend({ url: 'https://shop.test/api/customers', fetch: (input, init) => handler(new Request(input, init)) });
}

function keepsTheContract(): void {
	for (const { name, applies, check } of backendContract) {
		if (applies && !applies(backend.capabilities() as Capabilities)) continue;
		it(name, () => check(async () => backend));
		it(`${name}: through HTTP`, () => check(async ({ scope } = {}) => overHttp(scope)));
	}
}

describe('Postgres embedded as PGlite', () => {
	let database: PGlite;
	beforeAll(async () => {
		database = await openPglite();
		query = database.query.bind(database);
	});
	afterAll(() => database.close());
	keepsTheContract();

	const listening = async () => postgresBackend({ query, listen: database.listen.bind(database) });
	for (const { name, check } of backendContract.filter(({ name }) => name.startsWith('live:'))) it(name, () => check(listening));
});

const startServer = findPostgres();

describe.runIf(startServer)('Postgres on a server, through a pool', () => {
	let server: PostgresServer;
	let pool: Pool;
	beforeAll(async () => {
		server = await startServer!();
		pool = new Pool({ connectionString: server.connectionString, max: 20 });
		await pool.query(postgresSchema);
		query = pool.query.bind(pool);
	});
	afterAll(async () => {
		await pool?.end();
		await server?.stop();
	});
	keepsTheContract();
});
