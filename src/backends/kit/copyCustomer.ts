import type { Address, Customer } from '../../domain/customer';

/**
 * A copy of the declared fields and no others: what else a store keeps with a customer never leaves it.
 *
 * @returns a new customer, its address whole
 * @example
 * return { data: [...rows.values()].map(copyCustomer), next: null, previous: null };
 */
export function copyCustomer(customer: Customer): Customer {
	const { id, email, name, phone, address, created, version } = customer;
	return { id, email, name, phone, address: address && fullAddress(address), created, version };
}

/**
 * An address with every field, absent ones `null`; an address with nothing in it is no address.
 *
 * @returns a new address, or `null`
 * @example
 * fullAddress({ country: 'IN' }); // { line1: null, …, country: 'IN' }
 */
export function fullAddress(address: Partial<Address> | null | undefined): Address | null {
	if (!address) return null;
	const { line1 = null, line2 = null, city = null, state = null, postal_code = null, country = null } = address;
	if ((line1 ?? line2 ?? city ?? state ?? postal_code ?? country) === null) return null;
	return { line1, line2, city, state, postal_code, country };
}
