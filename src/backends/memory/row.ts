import type { CustomerSort } from '../../contract/backend';
import { compareText } from '../../domain/compareText';
import type { Customer, CustomerInput, CustomerPatch } from '../../domain/customer';
import { emailKey } from '../../domain/email';
import { nameSortKey } from '../../domain/nameSortKey';
import { randomHex } from '../../domain/randomHex';
import { type SearchField, searchedText } from '../../domain/searchedText';
import { toInstant } from '../../domain/toInstant';
import { fullAddress } from '../kit/copyCustomer';
import { randomId } from '../kit/randomId';

/** A stored customer, frozen, with the keys that it is sorted and compared by: each made when first asked for. */
export class Row {
	readonly customer: Customer;
	#created?: string | null;
	#name?: string | null;
	#email?: string | null;
	#searched?: string;

	constructor(customer: Customer) {
		Object.freeze(customer.address);
		this.customer = Object.freeze(customer);
	}

	get created(): string | null {
		const { created } = this.customer;
		this.#created ??= created === null ? null : toInstant(created);
		return this.#created;
	}

	get name(): string | null {
		const { name } = this.customer;
		this.#name ??= name ? nameSortKey(name) : null;
		return this.#name;
	}

	/** The fields are always the same ones: those that its backend searches. */
	searched(fields: readonly SearchField[]): string {
		this.#searched ??= searchedText(this.customer, fields);
		return this.#searched;
	}

	get email(): string | null {
		const { email } = this.customer;
		this.#email ??= email === null ? null : emailKey(email);
		return this.#email;
	}
}

/** The row of a new customer, from a valid input. */
export function newRow(input: CustomerInput, created: string): Row {
	const { id = randomId(), email, name = null, phone = null, address } = input;
	return new Row({ id, email, name, phone, address: fullAddress(address), created, version: randomHex(16) });
}

/** The row of a customer after a valid patch. */
export function patchedRow(former: Customer, patch: CustomerPatch): Row {
	const { email = former.email, name = former.name, phone = former.phone } = patch;
	const address = patch.address === undefined ? former.address : fullAddress(patch.address);
	return new Row({ ...former, email, name, phone, address, version: randomHex(16) });
}

/** A place in a sort: the key of the row there, then its id. A missing key is `null`. */
export type Position = readonly [key: string | null, id: string];

/** Where a row stands in a sort. */
export function position(row: Row, sort: CustomerSort): Position {
	return [row[sort.replace('-', '') as 'created' | 'name' | 'email'], row.customer.id];
}

/** Customers without a key come last, whichever way the sort runs. */
export function comparePositions(sort: CustomerSort, [a, aId]: Position, [b, bId]: Position): number {
	const sign = sort.startsWith('-') ? -1 : 1;
	if (a !== b) {
		if (a === null) return 1;
		if (b === null) return -1;
		return sign * compareText(a, b);
	}
	return aId === bId ? 0 : aId < bId ? -sign : sign;
}
