import type { WriteOptions } from '../../contract/backend';
import type { Customer, CustomerPatch } from '../../domain/customer';
import { digest } from '../../domain/digest';
import { randomHex } from '../../domain/randomHex';
import { emailExists } from '../kit/refusals';
import { type Account, findByEmail, whole } from './account';
import { isRefused } from './calls';
import { toFields } from './toFields';
import { upstreamKey } from './upstreamKey';

/** Writes a valid patch, unless it takes another customer's email. */
export async function updateCustomer(account: Account, id: string, patch: CustomerPatch, call: WriteOptions): Promise<Customer> {
	const { calls, recent } = account;
	const { email } = patch;
	if (email !== undefined) {
		const owners = await findByEmail(account, email, call);
		if (owners.some((owner) => owner.id !== id)) throw emailExists();
	}
	const { idempotencyKey, scope = '' } = call;
	// A repeated call must be the same to the letter, so its mark comes from its key.
	const intent = idempotencyKey === undefined ? null : ['update', scope, id, idempotencyKey];
	const revision = intent === null ? randomHex(8) : (await digest(JSON.stringify(intent))).slice(0, 16);
	const extras = { customer: true, fields: true, ...(intent && { key: await upstreamKey(...intent) }) };
	try {
		const customer = whole(await calls.send('customers.update', [id, toFields(patch, revision)], call, extras), id);
		recent.note(customer);
		return customer;
	} catch (error) {
		if (isRefused(error, 'not_found')) recent.forget(id);
		throw error;
	}
}
