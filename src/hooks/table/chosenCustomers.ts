/** Which customers are chosen. */
export interface ChosenCustomers {
	ids: ReadonlySet<string>;
	/** All that match, also those that were never loaded. */
	all: boolean;
	/** Where an extension begins, whether it chooses or the opposite, and what was chosen before it. */
	anchor: { id: string; on: boolean; base: ReadonlySet<string> } | null;
}

export const nobody: ChosenCustomers = { ids: new Set(), all: false, anchor: null };
export const everybody: ChosenCustomers = { ...nobody, all: true };

/** How many of the rows shown are chosen. */
export function shownOf({ ids, all }: ChosenCustomers, rows: readonly string[]): 'none' | 'some' | 'all' {
	const isChosen = (id: string) => all || ids.has(id);
	if (!rows.some(isChosen)) return 'none';
	return rows.every(isChosen) ? 'all' : 'some';
}

/** Chooses a row, or no longer. Where all that match were chosen, the rows shown but this one are left. */
export function toggleRow(chosen: ChosenCustomers, rows: readonly string[], id: string): ChosenCustomers {
	const base = idsOf(chosen, rows);
	return extend({ id, on: !base.has(id), base }, [id]);
}

/** Does to every row from the one toggled last up to this one what was done to that; an extension before it is taken back. */
export function extendRows(chosen: ChosenCustomers, rows: readonly string[], id: string, from: string): ChosenCustomers {
	const { anchor } = chosen;
	const begin = anchor && rows.includes(anchor.id) ? anchor : { id: from, on: true, base: idsOf(chosen, rows) };
	const [first, last] = [rows.indexOf(begin.id), rows.indexOf(id)].sort((a, b) => a - b) as [number, number];
	return extend(begin, rows.slice(Math.max(first, 0), last + 1));
}

/** Chooses the rows shown, or none where they are all chosen. */
export function toggleRows(chosen: ChosenCustomers, rows: readonly string[]): ChosenCustomers {
	if (chosen.all) return nobody;
	return { ...nobody, ids: withIds(chosen.ids, rows, shownOf(chosen, rows) !== 'all') };
}

function idsOf({ ids, all }: ChosenCustomers, rows: readonly string[]): ReadonlySet<string> {
	return all ? new Set(rows) : ids;
}

function extend(anchor: NonNullable<ChosenCustomers['anchor']>, range: readonly string[]): ChosenCustomers {
	return { ids: withIds(anchor.base, range, anchor.on), all: false, anchor };
}

function withIds(base: ReadonlySet<string>, ids: readonly string[], on: boolean): ReadonlySet<string> {
	const next = new Set(base);
	for (const id of ids) {
		if (on) next.add(id);
		else next.delete(id);
	}
	return next;
}
