import { writeSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { Pool } from 'pg';
import { type PostgresQuery, postgresBackend, postgresSchema } from '../../src/backends/postgres';
import { createCustomersHandler } from '../../src/server';

/**
 * A server that writes one customer after the other, each made and then edited twice, and prints each answer as it comes. Those before it
 * did the same in the same order, under the same keys: what they had answered is answered again. It is killed from outside, or kills itself
 * once its write number `KILL_AT` is committed. With `STOP_AT` it ends after so many, with all that there is.
 */

const { DATABASE_URL, DATABASE_FOLDER, KILL_AT, STOP_AT } = process.env;

async function open(): Promise<PostgresQuery> {
	if (DATABASE_URL) {
		const pool = new Pool({ connectionString: DATABASE_URL, max: 2 });
		return pool.query.bind(pool);
	}
	const database = new PGlite(DATABASE_FOLDER!, { extensions: { pg_trgm } });
	return database.query.bind(database);
}

const query = await open();
await query(postgresSchema, []);
let committed = 0;
const handler = createCustomersHandler({
	backend: postgresBackend({
		query: async (text, params) => {
			const result = await query(text, params);
			if (/INSERT INTO proyecta_customers |UPDATE proyecta_customers |SET answer/.test(text) && ++committed === Number(KILL_AT))
				process.kill(process.pid, 'SIGKILL');
			return result;
		},
	}),
	authorize: () => ({ allow: true, scope: 'a', actor: 'one' }),
	onError: () => {},
	deadlineMs: 1000,
});
const base = 'https://shop.test/api/customers';

/** The answer to a write, however often it has to be asked for: who was killed at it may have left its key claimed. */
async function write(n: number, path: string, method: string, version: string, body: object) {
	for (;;) {
		const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': `k${n}`, 'If-Match': version };
		const response = await handler(new Request(base + path, { method, headers, body: JSON.stringify(body) }));
		if (response.ok) return { n, status: response.status, etag: response.headers.get('etag'), body: await response.json() };
		const { code } = (await response.json()) as { code: string };
		if (!['idempotency_in_progress', 'upstream_timeout', 'upstream_unavailable'].includes(code)) throw new Error(`${n}: ${code}`);
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
}

let path = '';
let version = '*';
for (let n = 0; n !== Number(STOP_AT); n++) {
	const made = n % 3 === 0;
	const name = `Name ${n}`;
	const answer = made
		? await write(n, '', 'POST', '*', { email: `w${n}@example.com`, name })
		: await write(n, path, 'PATCH', version, { name });
	if (made) path = `/${answer.body.customer.id}`;
	version = answer.etag ?? '';
	writeSync(1, `${JSON.stringify(answer)}\n`);
}
const { rows } = await query('SELECT name, version::int FROM proyecta_customers ORDER BY length(email), email', []);
writeSync(1, `${JSON.stringify({ rows })}\n`);
process.exit();
