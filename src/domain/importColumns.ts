import type { Address } from './customer';

/** What a column of an imported file can become: the `email`, `name` or `phone` of a customer, or one field of the address. */
export type ImportField = 'email' | 'name' | 'phone' | `address.${keyof Address}`;

/** Every field that can be imported, in the order to offer them. */
export const importFields = [
	'email',
	'name',
	'phone',
	'address.line1',
	'address.line2',
	'address.city',
	'address.state',
	'address.postal_code',
	'address.country',
] as const satisfies readonly ImportField[];

/** Headers by field, folded; the words before them (`customer`, `card address`) are told apart by `origins`. */
const headers: Readonly<Record<ImportField, readonly string[]>> = {
	email: ['email', 'e mail', 'email address', 'mail'],
	name: ['name', 'full name', 'display name'],
	phone: ['phone', 'phone number', 'telephone', 'tel', 'mobile', 'mobile number'],
	'address.line1': ['line1', 'line 1', 'street', 'street address', 'address 1', ''],
	'address.line2': ['line2', 'line 2', 'address 2'],
	'address.city': ['city', 'town'],
	'address.state': ['state', 'province', 'region'],
	'address.postal_code': ['postal code', 'postcode', 'postal', 'zip', 'zip code', 'pin code', 'pincode', 'pin'],
	'address.country': ['country'],
};

/**
 * What may stand before a header; the first that fits wins. Stripe's exports say `Customer Email`, `Card Address Zip`
 * and `Shipping Address City` beside the customer's own columns.
 */
const origins = ['', 'customer', 'billing', 'card', 'shipping'] as const;

const fieldsOf: Readonly<Record<'contact' | 'address', readonly ImportField[]>> = {
	contact: importFields.filter((field) => !field.startsWith('address.')),
	address: importFields.filter((field) => field.startsWith('address.')),
};

/**
 * Which field each column of a file seems to hold, by its header: of our own exports, of Stripe's, and the usual words;
 * `null` for a column to leave out. A field is given to one column, and an address is never put together from two places.
 */
export function guessImportFields(header: readonly string[]): (ImportField | null)[] {
	const folded = header.map(fold);
	const fields: (ImportField | null)[] = header.map(() => null);
	const columnOf = (field: ImportField, origin: string) =>
		spellings(field, origin)
			.map((spelling) => folded.indexOf(spelling))
			.find((at) => at >= 0 && fields[at] === null);

	for (const field of fieldsOf.contact) {
		const at = origins.map((origin) => columnOf(field, origin)).find((column) => column !== undefined);
		if (at !== undefined) fields[at] = field;
	}
	const addresses = origins.map((origin) => fieldsOf.address.flatMap((field) => columnOf(field, origin) ?? []).length);
	const origin = origins[addresses.indexOf(Math.max(...addresses))]!;
	for (const field of fieldsOf.address) {
		const at = columnOf(field, origin);
		if (at !== undefined) fields[at] = field;
	}
	return fields;
}

function spellings(field: ImportField, origin: string): string[] {
	const words = field.startsWith('address.') ? headers[field].flatMap((name) => [name, `address ${name}`]) : headers[field];
	return words.map((name) => `${origin} ${name}`.trim()).filter((name) => name !== '' && name !== origin);
}

/** `Card Address Line1`, `card.address_line1` and `card-address-line1` are the same header. */
function fold(header: string): string {
	return header
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
		.trim();
}
