import type { CustomerChange } from '../../contract/backend';
import { notFound } from '../kit/refusals';
import { MemoryRows } from './memoryRows';
import type { Row } from './row';

/** One scope: its rows, the rows as search sees them, and the writes that search has yet to see. */
export class MemoryStore {
	readonly rows: MemoryRows;
	readonly #index: MemoryRows;
	readonly #lagMs: number;
	readonly #tell: (change: CustomerChange) => void;
	readonly #unseen: { at: number; row: Row }[] = [];

	constructor(rows: readonly Row[], lagMs: number, tell: (change: CustomerChange) => void) {
		this.#tell = tell;
		this.rows = new MemoryRows(rows);
		this.#index = lagMs > 0 ? new MemoryRows(rows) : this.rows;
		this.#lagMs = lagMs;
	}

	/** @throws `not_found` */
	get(id: string): Row {
		const row = this.rows.get(id);
		if (!row) throw notFound();
		return row;
	}

	put(row: Row): void {
		const { id } = row.customer;
		this.#tell({ type: this.rows.get(id) ? 'updated' : 'created', id });
		this.rows.put(row);
		if (this.#index !== this.rows) this.#unseen.push({ at: Date.now() + this.#lagMs, row });
	}

	/** The rows that search and filters see by now. */
	searched(): MemoryRows {
		while (this.#unseen[0] && this.#unseen[0].at <= Date.now()) this.#index.put(this.#unseen.shift()!.row);
		return this.#index;
	}
}
