import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { postgresSchema } from '../src/backends/postgres';

/** An embedded Postgres in memory with the tables in place. Takes seconds: share one a test file. */
export async function openPglite(): Promise<PGlite> {
	const database = new PGlite({ extensions: { pg_trgm } });
	await database.query(postgresSchema);
	return database;
}
