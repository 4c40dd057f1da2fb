import { changeTrigger, hasChangeTrigger } from './changeTrigger';
import { hasTermsFunction, termsFunction, termsIndex } from './terms';

/** What a row is folded from; `of` names the row where a statement has several. */
export function foldSource(of?: string): string {
	const column = (name: string) => (of === undefined ? name : `${of}.${name}`);
	return `(coalesce(${column('name')}, '') || chr(1) || ${column('email')})`;
}

/**
 * Whether a row is folded from what it no longer holds, or not at all. An index has these few; only a condition that reads exactly so
 * finds it.
 */
export const isStale = `folded_from IS DISTINCT FROM ${foldSource()}`;

const folds = ['name_sort text COLLATE "C"', 'search_text text COLLATE "C"', 'folded_from text COLLATE "C"'];

const hasFolds = `EXISTS (SELECT FROM pg_attribute WHERE attrelid = to_regclass('proyecta_customers') AND attname = 'folded_from' AND NOT attisdropped)`;

/** Folded rows up to which writes may wait until the large indexes are made: some seconds. */
const most = 50_000;

/** Those of one country in the orders by name and by email. */
export const countryIndexes: readonly (readonly [name: string, on: string])[] = [
	['proyecta_customers_country_name', 'proyecta_customers (scope, country, name_sort, id, created) WHERE name_sort IS NOT NULL'],
	['proyecta_customers_country_email', 'proyecta_customers (scope, country, email_key)'],
];

/** Those that are large. In both orders by name, the country and the time come last: rows that a filter leaves out are not fetched. */
const largeIndexes: readonly (readonly [name: string, on: string])[] = [
	[
		'proyecta_customers_by_name',
		`proyecta_customers (scope, (name_sort = ''), name_sort, id, country, created) WHERE name_sort IS NOT NULL`,
	],
	['proyecta_customers_by_name_down', 'proyecta_customers (scope, name_sort, id, country, created) WHERE name_sort IS NOT NULL'],
	...countryIndexes,
	termsIndex,
];

function index(name: string, on: string): string {
	return `IF to_regclass(here || '.${name}') IS NULL THEN CREATE INDEX ${name} ON ${on}; END IF;`;
}

/** Each statement looks first, because `IF NOT EXISTS` of an index or a column would lock the table before it does. */
const tables = `
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
		${folds.join(',\n\t\t')},
		PRIMARY KEY (scope, id),
		CONSTRAINT proyecta_customers_email UNIQUE (scope, email_key)
	);
	IF NOT ${hasFolds} THEN
		ALTER TABLE proyecta_customers ${folds.map((column) => `ADD COLUMN ${column}`).join(', ')};
	END IF;
	${index('proyecta_customers_created', 'proyecta_customers (scope, created, id)')}
	${index('proyecta_customers_country', 'proyecta_customers (scope, country, created, id)')}
	${index('proyecta_customers_scope', 'proyecta_customers (scope, country)')}
	${index('proyecta_customers_stale', `proyecta_customers (scope) WHERE ${isStale}`)}
	${termsFunction}
	IF ${largeIndexes.map(([name]) => `to_regclass(here || '.${name}') IS NULL`).join(' OR ')} THEN
		IF NOT EXISTS (SELECT FROM proyecta_customers WHERE search_text IS NOT NULL OFFSET ${most}) THEN
			${largeIndexes.map(([name, on]) => index(name, on)).join('\n\t\t\t')}
		END IF;
	END IF;

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
	${index('proyecta_customer_keys_used', 'proyecta_customer_keys (used)')}

	-- What the handler answered under an idempotency key; no answer yet means that somebody is at it, until "ends" at the latest.
	CREATE TABLE IF NOT EXISTS proyecta_customer_answers (
		key text COLLATE "C" PRIMARY KEY,
		scope text COLLATE "C" NOT NULL,
		actor text COLLATE "C" NOT NULL,
		fingerprint text NOT NULL,
		answer text,
		used timestamptz NOT NULL DEFAULT now(),
		ends timestamptz NOT NULL
	);
	${index('proyecta_customer_answers_scope', 'proyecta_customer_answers (scope, used)')}
	${index('proyecta_customer_answers_ends', 'proyecta_customer_answers (ends)')}

	-- When each caller's bucket is full again. That a crash empties it hurts nobody.
	CREATE UNLOGGED TABLE IF NOT EXISTS proyecta_customer_rates (
		caller text COLLATE "C" PRIMARY KEY,
		full_at timestamptz NOT NULL,
		passed boolean NOT NULL
	);

	CREATE TABLE IF NOT EXISTS proyecta_customer_secrets (name text PRIMARY KEY, value text NOT NULL);

	${changeTrigger}`;

/** All tables and indexes. */
const relations = [...tables.matchAll(/TABLE IF NOT EXISTS (\w+)|to_regclass\(here \|\| '\.(\w+)'\)/g)].map(
	([, table, index]) => table ?? index,
);

/** Whether nothing is missing: then nothing is locked, not even against others who run it, and nobody needs the right to make tables. */
const isInPlace = `(SELECT bool_and(to_regclass(here || '.' || name) IS NOT NULL) FROM unnest('{${[...new Set(relations)].join()}}'::text[]) AS name)
		AND ${[hasFolds, hasTermsFunction, hasChangeTrigger].join(' AND ')}`;

/**
 * The indexes of `postgresSchema` that take seconds to make on a large table, to be made while it is read and written: run these, one after
 * the other and not within a transaction, where a table had more than 50,000 customers before an index of these came with a new version.
 * `postgresSchema` makes them on smaller tables only. Until they are there search gives the same answers more slowly. Where one of them is
 * broken off, drop that index and run them again.
 *
 * @example
 * await pool.query(postgresSchema);
 * for (const statement of postgresIndexes) await pool.query(statement);
 */
export const postgresIndexes: readonly string[] = largeIndexes.map(
	([name, on]) => `CREATE INDEX CONCURRENTLY IF NOT EXISTS ${name} ON ${on}`,
);

/**
 * The tables that `postgresBackend` works on, as one SQL statement. Run it at each start or from your migration tool:
 * it is atomic, may run many times and from many processes at once, and never drops anything.
 *
 * Triggers tell of each change on the channel `proyecta_customers`, by a digest of its scope and the customer's id: see `listen` of
 * {@link postgresBackend}.
 *
 * The tables land in the first schema of the connection's `search_path`. Needs PostgreSQL 13 or newer, an
 * encoding of UTF8, and no extension.
 *
 * A table of an older version gets new columns and no row is rewritten: the backend fills them as rows are written and searched, so old
 * and new versions of it may run side by side. While the indexes of these columns are made, once, the table is locked for about two seconds
 * a million customers. What is in place is not locked at all, and where that is everything, no right to make tables is needed; what is missing is added only once no open transaction is in the way: for a
 * lock it waits a tenth of a second at a time, so that others never queue behind it, and after twenty seconds it fails with `55P03`
 * (lock_not_available). `proyecta_customers_name`, `_name_down`, `_names`, `_names_down`, `_search`, `_texts` and `_terms` serve older versions only; drop them
 * when none runs any more and {@link postgresIndexes} are in place.
 */
export const postgresSchema = `DO $schema$
DECLARE
	here text := quote_ident(current_schema());
	timeout text := current_setting('lock_timeout');
BEGIN
	IF ${isInPlace} THEN
		RETURN;
	END IF;
	-- Whoever waits for a lock makes all others wait behind it: rather let go of everything and try again.
	FOR attempt IN 1..100 LOOP
		BEGIN
			PERFORM set_config('lock_timeout', '100ms', true);
			PERFORM pg_advisory_xact_lock(hashtext('proyecta_customers'));
			${tables}
			EXIT;
		EXCEPTION WHEN lock_not_available THEN
			IF attempt = 100 THEN RAISE; END IF;
			PERFORM pg_sleep(0.1);
		END;
	END LOOP;
	PERFORM set_config('lock_timeout', timeout, true);
END
$schema$`;
