/** The table of customers, and how rows were written to it, from before there was a fold: an older version of this package beside this one. */
export const olderSchema = `DO $schema$
BEGIN
	PERFORM pg_advisory_xact_lock(hashtext('proyecta_customers'));
	CREATE TABLE IF NOT EXISTS proyecta_customers (
		scope text COLLATE "C" NOT NULL,
		id text COLLATE "C" NOT NULL,
		email text NOT NULL,
		email_key text COLLATE "C" NOT NULL,
		name text,
		name_key text COLLATE "C" NOT NULL,
		phone text,
		line1 text,
		line2 text,
		city text,
		state text,
		postal_code text,
		country text,
		created timestamptz(6) NOT NULL DEFAULT now(),
		version bigint NOT NULL DEFAULT 1,
		PRIMARY KEY (scope, id),
		CONSTRAINT proyecta_customers_email UNIQUE (scope, email_key)
	);
	CREATE INDEX IF NOT EXISTS proyecta_customers_created ON proyecta_customers (scope, created, id);
	CREATE INDEX IF NOT EXISTS proyecta_customers_country ON proyecta_customers (scope, country, created, id);
	CREATE INDEX IF NOT EXISTS proyecta_customers_name ON proyecta_customers (scope, (name_key = ''), name_key, id);
	CREATE INDEX IF NOT EXISTS proyecta_customers_name_down ON proyecta_customers (scope, name_key, id);
	BEGIN
		CREATE EXTENSION IF NOT EXISTS pg_trgm;
		CREATE INDEX IF NOT EXISTS proyecta_customers_search ON proyecta_customers USING gin
			(name_key gin_trgm_ops, email_key gin_trgm_ops, phone gin_trgm_ops, lower(id) gin_trgm_ops);
	EXCEPTION WHEN insufficient_privilege OR undefined_file OR feature_not_supported OR undefined_object THEN
		RAISE NOTICE 'pg_trgm is not available';
	END;
END
$schema$`;

type Query = (text: string, params: unknown[]) => Promise<unknown>;

export async function insertAsOlder(query: Query, id: string, name: string | null, phone: string | null = null): Promise<void> {
	const email = `${id}@example.com`;
	const key = (name ?? '').toLowerCase().normalize('NFC');
	await query(`INSERT INTO proyecta_customers (scope, id, email, email_key, name, name_key, phone) VALUES ('', $1, $2, $2, $3, $4, $5)`, [
		`cus_${id}`,
		email,
		name,
		key,
		phone,
	]);
}

export async function renameAsOlder(query: Query, id: string, name: string): Promise<void> {
	const key = name.toLowerCase().normalize('NFC');
	await query(`UPDATE proyecta_customers SET name = $2, name_key = $3, version = version + 1 WHERE scope = '' AND id = $1`, [
		`cus_${id}`,
		name,
		key,
	]);
}

/** What an older process finds and in which order it sorts. */
export const olderSearch = `SELECT id FROM proyecta_customers WHERE scope = '' AND name_key LIKE $1`;
