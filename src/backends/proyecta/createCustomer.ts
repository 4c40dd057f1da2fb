import type { CallOptions, CreateResult, WriteOptions } from '../../contract/backend';
import { isCustomerError } from '../../contract/errors';
import type { CustomerInput } from '../../domain/customer';
import { emailKey } from '../../domain/email';
import { badAnswer } from '../kit/answer';
import { fullAddress } from '../kit/copyCustomer';
import type { Account } from './account';
import { toCustomer } from './toCustomer';

/** Creates a customer, unless one with that email can be found, before or after. */
export async function createCustomer(account: Account, value: CustomerInput, call: WriteOptions): Promise<CreateResult> {
	const found = await findExisting(account, value.email, call);
	if (found) return found;
	const { id, email, name, phone } = value;
	const address = fullAddress(value.address) && value.address;
	const fields = { ...(id && { id }), email, ...(name && { name }), ...(phone && { phone }), ...(address && { address }) };
	const { calls, emails, positional } = account;
	try {
		const customer = toCustomer(await calls.create(fields, call));
		if (customer.email === null || emailKey(customer.email) !== emailKey(email))
			throw badAnswer('The answer has another email than the one given.');
		emails.remember(customer);
		// Someone else may have created it since the look-up: then the answer is theirs, not what was sent.
		const ours = customer.name === (name ?? null) && customer.phone === (phone ?? null) && (id === undefined || customer.id === id);
		return { customer, outcome: positional && ours ? 'created' : 'unknown' };
	} catch (error) {
		const winner = isCustomerError(error) && error.code === 'email_exists' ? await findExisting(account, email, call) : null;
		if (winner) return winner;
		throw error;
	}
}

async function findExisting({ emails }: Account, email: string, call: CallOptions): Promise<CreateResult | null> {
	const customer = await emails.find(email, call);
	return customer && { customer, outcome: 'existing' };
}
