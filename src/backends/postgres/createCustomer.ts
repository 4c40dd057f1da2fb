import type { CreateResult } from '../../contract/backend';
import { CustomerError } from '../../contract/errors';
import type { CustomerInput } from '../../domain/customer';
import { emailKey } from '../../domain/email';
import { idTaken, randomId } from '../write';
import type { Run } from './database';
import { findKey, type KeyUse, recordKey } from './idempotency';
import { customerColumns, toColumns, toCustomer } from './rows';
import { createStatement } from './statement';

/** How often a customer may be deleted between the insert that met it and the read that looks for it. */
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
		const [inserted] = await insert(run, { ...input, id }, scope, use, signal);
		if (inserted) return { customer: toCustomer(inserted), outcome: 'created' };

		const before = use && (await findKey(run, use, signal));
		if (before?.id) return { customer: toCustomer(before), outcome: before.outcome === 'created' ? 'created' : 'existing' };

		const byEmail = `SELECT ${customerColumns} FROM proyecta_customers AS customer WHERE customer.scope = $1 AND customer.email_key = $2`;
		const [existing] = await run(byEmail, [scope, emailKey(input.email)], signal);
		if (existing) {
			const remember = `UPDATE proyecta_customer_keys SET customer_id = $4, outcome = 'existing' WHERE scope = $1 AND route = $2 AND key = $3`;
			if (use) await run(remember, [use.scope, use.route, use.key, existing.id], signal);
			return { customer: toCustomer(existing), outcome: 'existing' };
		}
		const [holder] = await run('SELECT id FROM proyecta_customers WHERE scope = $1 AND id = $2', [scope, id], signal);
		if (holder) throw idTaken();
	}
	throw new CustomerError('upstream_unavailable', { message: 'The customer with this email kept coming and going. Try again.' });
}

function insert(run: Run, input: CustomerInput & { id: string }, scope: string, use: KeyUse | null, signal?: AbortSignal) {
	const statement = createStatement();
	const { email, name = null, phone = null, address = null } = input;
	const columns = { scope, id: input.id, ...toColumns({ email, name, phone, address }) };
	const recorded = use && recordKey(statement, use, input.id, 'created', 'ON CONFLICT DO NOTHING');
	const values = Object.values(columns).map((text) => `${statement.value(text)}::text`);
	const sql = `WITH ${recorded ? `${recorded}, ` : ''}customer AS (
			INSERT INTO proyecta_customers (${Object.keys(columns).join(', ')}) SELECT ${values.join(', ')} ${recorded ? 'FROM recorded' : ''}
			ON CONFLICT DO NOTHING RETURNING *
		) SELECT ${customerColumns} FROM customer`;
	return run(sql, statement.params, signal);
}
