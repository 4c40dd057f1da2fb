interface Sight {
	/** Of the first and the last row in sight. */
	startIndex: number;
	endIndex: number;
	/** Of all rows. */
	count: number;
}

/** From and to which row is drawn; `seen` is the first one in sight when that was last asked. */
export interface DrawnRange {
	from: number;
	to: number;
	seen: number;
}

/** Rows drawn above and below those in sight, at least. */
const margin = 4;
/** Whoever scrolls by so many at once, or fewer, has more drawn ahead: further away none would be spared. */
const mostAhead = 10;

/**
 * Which rows are to be drawn. Those that are stay while there are enough around what is in sight, and whoever scrolls has as many more
 * ahead as went by since: rows are drawn every other time, and what each drawing costs whatever it draws is spared.
 */
export function nextDrawn({ startIndex, endIndex, count }: Sight, drawn: DrawnRange | undefined): DrawnRange {
	const [from, to] = [Math.max(0, startIndex - margin), Math.min(count - 1, endIndex + margin)];
	if (!drawn) return { from, to, seen: startIndex };
	const moved = startIndex - drawn.seen;
	if (drawn.from <= from && drawn.to >= to && drawn.to < count) return { ...drawn, seen: startIndex };
	const ahead = Math.abs(moved) > mostAhead ? 0 : Math.max(2, Math.abs(moved));
	return {
		from: moved < 0 ? Math.max(0, from - ahead) : from,
		to: moved > 0 ? Math.min(count - 1, to + ahead) : to,
		seen: startIndex,
	};
}
