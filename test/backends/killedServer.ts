import { Pool } from 'pg';
import { postgresBackend } from '../../src/backends/postgres';
import { createCustomersHandler } from '../../src/server';

/** Edits a customer of the database in `DATABASE_URL` as a server does that is killed once its write is committed, before it answers. */

const { DATABASE_URL, EDIT_URL, EDIT_KEY, EDIT_VERSION } = process.env as Record<string, string>;
const pool = new Pool({ connectionString: DATABASE_URL });
const handler = createCustomersHandler({
	backend: postgresBackend({
		query: async (text, params) => {
			const result = await pool.query(text, params);
			if (text.includes('UPDATE proyecta_customers ')) process.kill(process.pid, 'SIGKILL');
			return result;
		},
	}),
	authorize: () => ({ allow: true, scope: 'a', actor: 'one' }),
});
await handler(
	new Request(EDIT_URL!, {
		method: 'PATCH',
		headers: { 'Content-Type': 'application/json', 'Idempotency-Key': EDIT_KEY!, 'If-Match': EDIT_VERSION! },
		body: JSON.stringify({ name: 'Asha' }),
	}),
);
process.stdout.write('It lived on.');
