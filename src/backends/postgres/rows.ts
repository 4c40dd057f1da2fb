import { type Address, addressFields, type Customer, type CustomerPatch } from '../../domain/customer';
import { emailKey } from '../../domain/email';
import { fullAddress } from '../kit/copyCustomer';
import { foldText } from '../kit/foldText';
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

/** The columns that a patch sets, with the keys that lists sort and search by. */
export function toColumns(patch: CustomerPatch): Record<string, string | null> {
	const { email, name, phone, address } = patch;
	return {
		...(email === undefined ? {} : { email, email_key: emailKey(email) }),
		...(name === undefined ? {} : { name, name_key: foldText(name ?? '') }),
		...(phone === undefined ? {} : { phone }),
		...(address === undefined ? {} : Object.fromEntries(addressFields.map((field) => [field, address?.[field] ?? null]))),
	};
}

function text(value: unknown): string | null {
	return typeof value === 'string' ? value : null;
}
