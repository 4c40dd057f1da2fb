import type { CustomerSort } from '../../contract/backend';
import { comparePositions, type Position, position, type Row } from './row';

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
				.sort((a, b) => comparePositions(sort, a.at, b.at))
				.map(({ row }) => row);
			this.#sorted.set(sort, rows);
		}
		return rows;
	}
}

/** The index of the first row at (or past) a position, by binary search. */
function firstAfter(rows: readonly Row[], sort: CustomerSort, target: Position, edge: 'at' | 'past'): number {
	let low = 0;
	let high = rows.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		const order = comparePositions(sort, position(rows[middle]!, sort), target);
		if (order < 0 || (edge === 'past' && order === 0)) low = middle + 1;
		else high = middle;
	}
	return low;
}
