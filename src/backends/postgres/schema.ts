/**
 * The tables that `postgresBackend` works on, as one SQL statement. Run it at each start or from your migration tool:
 * it is atomic, may run many times and from many processes at once, and never drops anything.
 *
 * The tables land in the first schema of the connection's `search_path`. Needs PostgreSQL 13 or newer. Where the extension
 * pg_trgm can be had, search gets an index; without it search gives the same answers by reading all customers of the scope.
 */
export const postgresSchema = `DO $schema$
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
		RAISE NOTICE 'pg_trgm is not available: customers are searched without an index';
	END;

	CREATE TABLE IF NOT EXISTS proyecta_customer_keys (
		scope text COLLATE "C" NOT NULL,
		route text COLLATE "C" NOT NULL,
		key text COLLATE "C" NOT NULL,
		input_hash text NOT NULL,
		outcome text NOT NULL,
		answer jsonb NOT NULL,
		used timestamptz NOT NULL DEFAULT now(),
		CONSTRAINT proyecta_customer_keys_key PRIMARY KEY (scope, route, key)
	);
	CREATE INDEX IF NOT EXISTS proyecta_customer_keys_used ON proyecta_customer_keys (used);

	CREATE TABLE IF NOT EXISTS proyecta_customer_secrets (name text PRIMARY KEY, value text NOT NULL);
END
$schema$`;
