import type { Address, Customer, CustomerPatch } from '../../domain/customer';
import { addressFields } from '../../domain/customer';

/** What a patch makes of a customer's fields once it is saved. */
export function changedFields({ address, ...fields }: CustomerPatch): Partial<Customer> {
	const known = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
	return { ...known, ...(address !== undefined && { address: address && wholeAddress(address) }) };
}

function wholeAddress(address: Partial<Address>): Address | null {
	const whole = Object.fromEntries(addressFields.map((field) => [field, address[field] ?? null])) as unknown as Address;
	return addressFields.some((field) => whole[field] !== null) ? whole : null;
}
