import { existsSync, mkdirSync, openAsBlob, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { postgresSchema } from '../src/backends/postgres';

const extensions = { pg_trgm };
const fromRoot = (path: string) => join(import.meta.dirname, '..', path);

/** An embedded Postgres in memory without tables, or in a folder. Begins with the files that one before it had made: making them takes seconds. */
export async function emptyPglite(dataDir?: string): Promise<PGlite> {
	const { version } = JSON.parse(readFileSync(fromRoot('node_modules/@electric-sql/pglite/package.json'), 'utf8')) as { version: string };
	const kept = fromRoot(`.cache/pglite/${version}.tar`);
	if (!existsSync(kept)) await keepFiles(kept);
	return PGlite.create({ extensions, loadDataDir: await openAsBlob(kept), ...(dataDir && { dataDir }) });
}

async function keepFiles(kept: string): Promise<void> {
	const database = await PGlite.create({ extensions });
	const files = await database.dumpDataDir('none');
	await database.close();
	mkdirSync(dirname(kept), { recursive: true });
	// Another test file may be at it too.
	const own = `${kept}.${process.pid}`;
	writeFileSync(own, Buffer.from(await files.arrayBuffer()));
	renameSync(own, kept);
}

/** An embedded Postgres in memory with the tables in place. */
export async function openPglite(): Promise<PGlite> {
	const database = await emptyPglite();
	await database.query(postgresSchema);
	return database;
}
