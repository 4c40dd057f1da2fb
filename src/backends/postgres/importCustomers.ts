import type { Customer } from '../../domain/customer';
import { createRun, type PostgresQuery } from './database';
import { toColumns } from './rows';

/** Rows a statement. */
const batch = 500;

/**
 * Copies customers into a scope in bulk, with their ids and creation times: a move from another store, or a seed.
 * They are taken as they are, unvalidated; one whose id or email is there already, or who has no email, is left out.
 *
 * @param options `scope`: whose customers they become. Default: the scope `''`
 * @returns how many were new
 * @throws `upstream_unavailable`, `upstream_timeout`, `misconfigured` or `malformed_request`, as every call of the backend; batches of
 * 500 that came before stay
 * @example
 * const added = await importCustomers(pool.query.bind(pool), [...rows.values()], { scope: 'acme' });
 */
export async function importCustomers(
	query: PostgresQuery,
	customers: readonly Customer[],
	options: { scope?: string } = {},
): Promise<number> {
	const { scope = '' } = options;
	const run = createRun(query);
	let imported = 0;
	for (let at = 0; at < customers.length; at += batch) {
		const rows = customers.slice(at, at + batch).flatMap(({ id, email, name, phone, address, created }) => {
			if (email === null) return [];
			return [
				{ scope, id, ...toColumns({ id, email, name }, { email, name, phone, address }), created: created ?? new Date().toISOString() },
			];
		});
		const [first] = rows;
		if (!first) continue;
		const columns = Object.keys(first).join(', ');
		const sql = `INSERT INTO proyecta_customers (${columns})
			SELECT ${columns} FROM jsonb_populate_recordset(NULL::proyecta_customers, $1::text::jsonb) ON CONFLICT DO NOTHING RETURNING id`;
		imported += (await run(sql, [JSON.stringify(rows)])).length;
	}
	return imported;
}
