import type { Address, Customer, CustomerPatch } from '../../domain/customer';
import { addressFields } from '../../domain/customer';

/** A customer as it will be once a patch is saved. Edits bring this along, so that what nobody edits need not know it. */
export function patchedCustomer(customer: Customer, { address, ...fields }: CustomerPatch): Customer {
	const known = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
	return { ...customer, ...known, ...(address !== undefined && { address: address && wholeAddress(address) }) };
}

function wholeAddress(address: Partial<Address>): Address | null {
	const whole = Object.fromEntries(addressFields.map((field) => [field, address[field] ?? null])) as unknown as Address;
	return addressFields.some((field) => whole[field] !== null) ? whole : null;
}
