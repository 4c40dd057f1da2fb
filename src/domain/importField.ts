import type { Address } from './customer';

/**
 * What a column of an imported file can become: the `email`, `name` or `phone` of a customer, `name.first`, `name.middle` or `name.last` of
 * a name that is put together, or one field of the address.
 */
export type ImportField = 'email' | 'name' | 'name.first' | 'name.middle' | 'name.last' | 'phone' | `address.${keyof Address}`;

/** Every field that can be imported, in the order to offer them. */
export const importFields = [
	'email',
	'name',
	'name.first',
	'name.middle',
	'name.last',
	'phone',
	'address.line1',
	'address.line2',
	'address.city',
	'address.state',
	'address.postal_code',
	'address.country',
] as const satisfies readonly ImportField[];
