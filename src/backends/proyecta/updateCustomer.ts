import type { WriteOptions } from '../../contract/backend';
import type { Customer, CustomerPatch } from '../../domain/customer';
import { emailExists } from '../kit/refusals';
import type { Account } from './account';
import { toCustomer } from './toCustomer';
import { checkCleared, type ProyectaClearing, toFields } from './toFields';

/** Writes a valid patch, unless it takes another customer's email. */
export async function updateCustomer(
	{ calls, emails }: Account,
	id: string,
	patch: CustomerPatch,
	clear: ProyectaClearing,
	call: WriteOptions,
): Promise<Customer> {
	if (patch.email !== undefined) {
		const taken = await emails.find(patch.email, call);
		if (taken && taken.id !== id) throw emailExists();
	}
	const customer = toCustomer(await calls.update(id, toFields(patch, clear), call));
	checkCleared(patch, customer);
	if (patch.email !== undefined) emails.remember(customer);
	return customer;
}
