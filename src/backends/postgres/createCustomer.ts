import type { CreateResult } from '../../contract/backend';
import { CustomerError } from '../../contract/errors';
import type { CustomerInput } from '../../domain/customer';
import { emailKey } from '../../domain/email';
import { randomId } from '../kit/randomId';
import { idTaken } from '../kit/refusals';
import { type Row, type Run, violates } from './database';
import { answerAndRecord, findAnswer, type KeyUse, keyConstraint } from './idempotency';
import { toColumns, toCustomer } from './rows';
import { createStatement } from './statement';

/** How often the row that was in the way may be gone again before it is read. */
const attempts = 3;

/**
 * Inserts the customer, or finds the one that has its email. The unique index decides; the existing row is read by a statement
 * of its own, because the one that lost the race cannot see the winner's row yet.
 */
export async function createCustomer(
	run: Run,
	input: CustomerInput,
	scope: string,
	use: KeyUse | null,
	signal?: AbortSignal,
): Promise<CreateResult> {
	const id = input.id ?? randomId();
	for (let attempt = 0; attempt < attempts; attempt++) {
		const created = await insert(run, { ...input, id }, scope, use, signal);
		if (created) return { customer: toCustomer(created), outcome: 'created' };

		const before = use && (await findAnswer(run, use, signal));
		if (before) return { customer: before.customer, outcome: before.outcome === 'created' ? 'created' : 'existing' };

		const existing = await readExisting(run, input.email, scope, use, signal);
		if (existing) return { customer: toCustomer(existing), outcome: 'existing' };

		const [holder] = await run('SELECT id FROM proyecta_customers WHERE scope = $1 AND id = $2', [scope, id], signal);
		if (holder) throw idTaken();
	}
	throw new CustomerError('upstream_unavailable', { message: 'The customer with this email kept coming and going. Try again.' });
}

/** The new row; nothing where the email, the id or the key was used before. */
async function insert(run: Run, input: CustomerInput & { id: string }, scope: string, use: KeyUse | null, signal?: AbortSignal) {
	const { id, email, name = null, phone = null, address = null } = input;
	const statement = createStatement();
	const columns = { scope, id, ...toColumns({ id, email, name }, { email, name, phone, address }) };
	const sql = `WITH customer AS (
			INSERT INTO proyecta_customers (${Object.keys(columns).join(', ')})
			VALUES (${Object.values(columns).map(statement.value).join(', ')}) ON CONFLICT DO NOTHING RETURNING *
		) ${answerAndRecord(statement, use, 'created')}`;
	return unlessKeyIsUsed(run(sql, statement.params, signal));
}

/** The customer that has the email, with the key's use recorded; nothing where there is none, or the key was used meanwhile. */
async function readExisting(run: Run, email: string, scope: string, use: KeyUse | null, signal?: AbortSignal) {
	const statement = createStatement();
	const sql = `WITH customer AS (
			SELECT * FROM proyecta_customers WHERE scope = ${statement.value(scope)} AND email_key = ${statement.value(emailKey(email))}
		) ${answerAndRecord(statement, use, 'existing')}`;
	return unlessKeyIsUsed(run(sql, statement.params, signal));
}

async function unlessKeyIsUsed(rows: Promise<readonly Row[]>): Promise<Row | undefined> {
	try {
		return (await rows)[0];
	} catch (error) {
		if (violates(error, keyConstraint)) return undefined;
		throw error;
	}
}
