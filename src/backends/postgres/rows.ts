import { type Address, addressFields, type Customer, type CustomerPatch } from '../../domain/customer';
import { emailKey } from '../../domain/email';
import { nameSortKey } from '../../domain/nameSortKey';
import { searchedText } from '../../domain/searchedText';
import { fullAddress } from '../kit/copyCustomer';
import type { Row } from './database';

/** When a customer was created, in UTC with all six decimals: a `Date` would lose three. */
export const createdText = `to_char(customer.created AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** What a customer is read from, out of a table or statement named `customer`. */
export const customerColumns = `${['id', 'email', 'name', 'phone', ...addressFields].map((column) => `customer.${column}`).join(', ')},
	customer.version::text AS version, ${createdText} AS created`;

/** Copies the declared fields, and nothing else that the table may hold. */
export function toCustomer(row: Row): Customer {
	const address = Object.fromEntries(addressFields.map((field) => [field, text(row[field])])) as unknown as Address;
	return {
		id: String(row.id),
		email: text(row.email),
		name: text(row.name),
		phone: text(row.phone),
		address: fullAddress(address),
		created: text(row.created),
		version: text(row.version),
	};
}

/** What a customer is searched and sorted by. */
type Named = Pick<Customer, 'id' | 'name' | 'email'>;

/** The columns that a patch sets of a customer, with the keys that lists sort and search by. */
export function toColumns(former: Named, patch: CustomerPatch): Record<string, string | null> {
	const { email, name, phone, address } = patch;
	const { id, email: formerEmail, name: formerName } = former;
	return {
		...(email === undefined ? {} : { email, email_key: emailKey(email) }),
		...(name === undefined ? {} : { name, name_key: plainKey(name) }),
		...(email === undefined && name === undefined
			? {}
			: toFold({ id, email: email ?? formerEmail, name: name === undefined ? formerName : name })),
		...(phone === undefined ? {} : { phone }),
		...(address === undefined ? {} : Object.fromEntries(addressFields.map((field) => [field, address?.[field] ?? null]))),
	};
}

/** The folded text of a customer, and what it was made from: it is stale where that is no longer what the row holds ({@link isStale}). */
export function toFold(customer: Named): Record<'name_sort' | 'search_text' | 'folded_from', string> {
	const { name, email } = customer;
	return { name_sort: nameSortKey(name), search_text: searchedText(customer), folded_from: `${name ?? ''}\u0001${email ?? ''}` };
}

/** What names are sorted and searched by in processes that know of no fold, and in rows that are yet to be folded. */
export function plainKey(text: string | null): string {
	return (text ?? '').toLowerCase().normalize('NFC');
}

function text(value: unknown): string | null {
	return typeof value === 'string' ? value : null;
}
