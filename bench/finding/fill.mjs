import { importCustomers, postgresIndexes, postgresSchema } from '../../dist/backends/postgres.js';
import { sampleCustomers } from '../../dist/testing.js';

/** Customers that are made one by one; the others have their names and places, and phones, emails, ids and times of their own. */
const templates = 10_000;

/** Fills an empty schema with so many customers of one scope, in the order in which they were created, as a table grows. */
export async function fill(pool, rows) {
	const query = pool.query.bind(pool);
	await query(postgresSchema);
	await importCustomers(query, sampleCustomers(Math.min(rows, templates)), { scope: 'templates' });
	await query('CREATE TABLE templates AS SELECT * FROM proyecta_customers');
	await query('DROP TABLE proyecta_customers');
	await query('CREATE TABLE proyecta_customers (LIKE templates)');
	const columns = 'line1, line2, city, state, postal_code, country, name, name_key, name_sort';
	await query(
		`INSERT INTO proyecta_customers (scope, version, ${columns}, id, email, email_key, phone, created, search_text, folded_from)
		SELECT 'acme', 1, ${columns}, 'cus_' || left(md5(id || n), 16), replace(email, '@', n || '@'), replace(email_key, '@', n || '@'),
			left(phone, -5) || lpad((random() * 99999)::int::text, 5, '0'),
			'2024-11-01'::timestamptz + random() * interval '730 days' AS created, replace(left(search_text, -length(id)), '@', n || '@') || 'cus_' || left(md5(id || n), 16), coalesce(name, '') || chr(1) || replace(email, '@', n || '@')
		FROM templates, (SELECT lpad(n::text, 4, '0') AS n FROM generate_series(1, $1::int) AS n) AS copies ORDER BY created`,
		[Math.ceil(rows / templates)],
	);
	await query('DROP TABLE templates');
	await query(`ALTER TABLE proyecta_customers ADD PRIMARY KEY (scope, id), ADD CONSTRAINT proyecta_customers_email UNIQUE (scope, email_key),
		ALTER version SET DEFAULT 1, ALTER created SET DEFAULT now()`);
	await query(postgresSchema);
	for (const statement of postgresIndexes) await query(statement);
	await query('VACUUM ANALYZE proyecta_customers');
}

/** The same customers as a page by hand has them: trigrams for `ILIKE`, and words. */
export async function fillByHand(pool) {
	const query = pool.query.bind(pool);
	await query(`CREATE TABLE by_hand AS SELECT id, scope, name, email, phone, country, created,
		to_tsvector('simple', concat_ws(' ', name, email, phone, id)) AS words FROM proyecta_customers`);
	await query('CREATE INDEX by_hand_created ON by_hand (scope, created, id)');
	await query('CREATE INDEX by_hand_words ON by_hand USING gin (words)');
	await query(
		'CREATE INDEX by_hand_texts ON by_hand USING gin (name gin_trgm_ops, email gin_trgm_ops, phone gin_trgm_ops, id gin_trgm_ops)',
	);
	await query('VACUUM ANALYZE by_hand');
}
