import type { Customer, CustomerPatch } from '../../domain/customer';
import { emailExists, notFound, versionConflict } from '../kit/refusals';
import { type Row, type Run, violates } from './database';
import { answerAndRecord, type KeyUse } from './idempotency';
import { toColumns, toCustomer } from './rows';
import { createStatement } from './statement';

interface Update {
	/** As it was read before the write. Where that was long ago, what is folded from it is stale, and folded anew by the next search. */
	former: Customer;
	patch: CustomerPatch;
	scope: string;
	ifVersion: string | null | undefined;
	use: KeyUse | null;
	signal: AbortSignal | undefined;
}

/** Sets the columns of a patch in one statement, if the version still is the one that was seen. */
export async function updateCustomer(run: Run, update: Update): Promise<Customer> {
	const { former, scope, ifVersion, signal } = update;
	const { id } = former;
	const updated = await write(run, update);
	if (updated) return toCustomer(updated);
	const [current] = await run('SELECT id FROM proyecta_customers WHERE scope = $1 AND id = $2', [scope, id], signal);
	throw current && ifVersion != null ? versionConflict() : notFound();
}

async function write(run: Run, { former, patch, scope, ifVersion, use, signal }: Update): Promise<Row | undefined> {
	const statement = createStatement();
	const { value } = statement;
	const sets = Object.entries(toColumns(former, patch)).map(([column, text]) => `${column} = ${value(text)}`);
	const where = [`scope = ${value(scope)}`, `id = ${value(former.id)}`];
	// What is no number is no version, and may be no text that Postgres takes.
	if (ifVersion != null) where.push(/^\d+$/.test(ifVersion) ? `version::text = ${value(ifVersion)}` : 'false');
	const sql = `WITH customer AS (
			UPDATE proyecta_customers SET ${[...sets, 'version = version + 1'].join(', ')} WHERE ${where.join(' AND ')} RETURNING *
		) ${answerAndRecord(statement, use, 'updated')}`;
	try {
		const [updated] = await run(sql, statement.params, signal);
		return updated;
	} catch (failure) {
		throw violates(failure, 'proyecta_customers_email') ? emailExists() : failure;
	}
}
