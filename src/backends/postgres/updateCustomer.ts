import type { Customer, CustomerPatch } from '../../domain/customer';
import { notFound } from '../request';
import { emailExists, versionConflict } from '../write';
import { type Row, type Run, violates } from './database';
import { findKey, type KeyUse, recordKey } from './idempotency';
import { customerColumns, toColumns, toCustomer } from './rows';
import { createStatement } from './statement';

/** Sets the columns of a patch, if the version still is the one that was seen, in one statement. */
export async function updateCustomer(
	run: Run,
	id: string,
	patch: CustomerPatch,
	scope: string,
	ifVersion: string | undefined,
	use: KeyUse | null,
	signal?: AbortSignal,
): Promise<Customer> {
	const { updated, failure } = await write(run, id, patch, scope, ifVersion, use, signal);
	if (updated) return toCustomer(updated);
	// A repeated call may fail for what its first time did, such as the version that it raised: the key knows.
	const before = use && (await findKey(run, use, signal));
	if (before?.id) return toCustomer(before);
	if (violates(failure, 'proyecta_customers_email')) throw emailExists();
	if (failure) throw failure;
	const [current] = await run('SELECT id FROM proyecta_customers WHERE scope = $1 AND id = $2', [scope, id], signal);
	throw current && ifVersion !== undefined ? versionConflict() : notFound();
}

async function write(
	run: Run,
	id: string,
	patch: CustomerPatch,
	scope: string,
	ifVersion: string | undefined,
	use: KeyUse | null,
	signal?: AbortSignal,
): Promise<{ updated?: Row; failure?: unknown }> {
	const statement = createStatement();
	const { value } = statement;
	const sets = Object.entries(toColumns(patch)).map(([column, text]) => `${column} = ${value(text)}::text`);
	const where = [`scope = ${value(scope)}`, `id = ${value(id)}`];
	if (ifVersion !== undefined) where.push(`version::text = ${value(ifVersion)}`);
	const sql = `WITH customer AS (
			UPDATE proyecta_customers SET ${[...sets, 'version = version + 1'].join(', ')} WHERE ${where.join(' AND ')} RETURNING *
		)${use ? `, ${recordKey(statement, use, id, 'updated', 'FROM customer')}` : ''}
		SELECT ${customerColumns} FROM customer`;
	try {
		const [updated] = await run(sql, statement.params, signal);
		return updated ? { updated } : {};
	} catch (failure) {
		if (violates(failure, 'proyecta_customers_email') || violates(failure, 'proyecta_customer_keys_key')) return { failure };
		throw failure;
	}
}
