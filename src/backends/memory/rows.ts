import type { CustomerSort } from '../../contract/backend';
import type { Customer } from '../../domain/customer';
import { emailKey } from '../../domain/email';
import type { CheckedListRequest } from '../kit/checkRequest';
import { toInstant } from '../kit/instant';
import { foldText, phoneDigits } from '../kit/search';

/** Where a row stands in a sort: its key, then its id. A missing key is `null`. */
export type Position = readonly [key: string | null, id: string];

type SearchField = 'name' | 'email' | 'phone' | 'id';

/** A stored customer, frozen, with the keys that it is sorted and compared by: each made when first asked for. */
export class Row {
	readonly customer: Customer;
	#created?: string | null;
	#name?: string | null;
	#email?: string | null;

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
		this.#name ??= name === null ? null : foldText(name);
		return this.#name;
	}

	get email(): string | null {
		const { email } = this.customer;
		this.#email ??= email === null ? null : emailKey(email);
		return this.#email;
	}
}

/** The customers of one scope, kept in the order of each sort that was asked for. */
export class MemoryRows {
	readonly #byId: Map<string, Row>;
	/** Ids by email key, from the first time that an email is looked up. */
	#byEmail: Map<string, string> | undefined;
	readonly #sorted = new Map<CustomerSort, Row[]>();

	constructor(rows: readonly Row[]) {
		this.#byId = new Map(rows.map((row) => [row.customer.id, row]));
	}

	get(id: string): Row | undefined {
		return this.#byId.get(id);
	}

	findByEmail(key: string): Row | undefined {
		if (!this.#byEmail) {
			this.#byEmail = new Map();
			for (const row of this.#byId.values()) this.#claimEmail(row);
		}
		const id = this.#byEmail.get(key);
		return id === undefined ? undefined : this.#byId.get(id);
	}

	put(row: Row): void {
		const { id } = row.customer;
		const former = this.#byId.get(id);
		this.#byId.set(id, row);
		if (former?.email && this.#byEmail?.get(former.email) === id) this.#byEmail.delete(former.email);
		this.#claimEmail(row);
		for (const [sort, rows] of this.#sorted) {
			if (former) rows.splice(firstAfter(rows, sort, position(former, sort), 'at'), 1);
			rows.splice(firstAfter(rows, sort, position(row, sort), 'at'), 0, row);
		}
	}

	/** Up to `count` matching rows on one side of a position, nearest first. */
	walk(sort: CustomerSort, from: Position | null, direction: 'forward' | 'backward', matches: (row: Row) => boolean, count: number): Row[] {
		const rows = this.#inOrder(sort);
		const found: Row[] = [];
		if (direction === 'forward') {
			for (let at = from ? firstAfter(rows, sort, from, 'past') : 0; at < rows.length && found.length < count; at++) {
				if (matches(rows[at]!)) found.push(rows[at]!);
			}
		} else {
			for (let at = (from ? firstAfter(rows, sort, from, 'at') : rows.length) - 1; at >= 0 && found.length < count; at--) {
				if (matches(rows[at]!)) found.push(rows[at]!);
			}
		}
		return found;
	}

	count(matches: (row: Row) => boolean): number {
		let total = 0;
		for (const row of this.#byId.values()) if (matches(row)) total++;
		return total;
	}

	/** Of several customers who had one email from the start, the first keeps it. */
	#claimEmail({ email, customer }: Row): void {
		if (email !== null && this.#byEmail && !this.#byEmail.has(email)) this.#byEmail.set(email, customer.id);
	}

	#inOrder(sort: CustomerSort): Row[] {
		let rows = this.#sorted.get(sort);
		if (!rows) {
			rows = [...this.#byId.values()]
				.map((row) => ({ row, at: position(row, sort) }))
				.sort((a, b) => compare(sort, a.at, b.at))
				.map(({ row }) => row);
			this.#sorted.set(sort, rows);
		}
		return rows;
	}
}

export function position(row: Row, sort: CustomerSort): Position {
	return [row[sort.replace('-', '') as 'created' | 'name' | 'email'], row.customer.id];
}

/** Customers without a key come last, whichever way the sort runs. */
function compare(sort: CustomerSort, [a, aId]: Position, [b, bId]: Position): number {
	const sign = sort.startsWith('-') ? -1 : 1;
	if (a !== b) {
		if (a === null) return 1;
		if (b === null) return -1;
		return a < b ? -sign : sign;
	}
	return aId === bId ? 0 : aId < bId ? -sign : sign;
}

/** The index of the first row at (or past) a position, by binary search. */
function firstAfter(rows: readonly Row[], sort: CustomerSort, target: Position, edge: 'at' | 'past'): number {
	let low = 0;
	let high = rows.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		const order = compare(sort, position(rows[middle]!, sort), target);
		if (order < 0 || (edge === 'past' && order === 0)) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Whether a row is one of those that a request asks for. */
export function matcher(request: CheckedListRequest, fields: readonly SearchField[]): (row: Row) => boolean {
	const { email, country, created } = request;
	const found = request.query === null ? null : searcher(request.query, fields);
	return (row) =>
		(email === null || row.email === email) &&
		(country === null || country.includes(row.customer.address?.country ?? '')) &&
		(created.gte === null || (row.created !== null && row.created >= created.gte)) &&
		(created.lt === null || (row.created !== null && row.created < created.lt)) &&
		(found === null || found(row));
}

function searcher(query: string, fields: readonly SearchField[]): (row: Row) => boolean {
	const text = foldText(query);
	const key = emailKey(query);
	const digits = fields.includes('phone') ? phoneDigits(query) : null;
	return ({ customer, name, email }) =>
		(fields.includes('name') && name?.includes(text)) ||
		(fields.includes('email') && (email?.includes(text) || email?.includes(key))) ||
		(fields.includes('id') && customer.id.toLowerCase().includes(text)) ||
		(digits !== null && customer.phone?.includes(digits) === true);
}
