import type { Address } from './customer';

/**
 * What a column of an imported file can become: the `email`, `name` or `phone` of a customer, `name.first`, `name.middle` or `name.last` of
 * a name that is put together, one field of the address, or the `id`, where the backend takes one (`write.customId`): for a move from
 * another place, whose ids stand elsewhere, too.
 */
export type ImportField = 'id' | 'email' | 'name' | 'name.first' | 'name.middle' | 'name.last' | 'phone' | `address.${keyof Address}`;

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
	'id',
] as const satisfies readonly ImportField[];
