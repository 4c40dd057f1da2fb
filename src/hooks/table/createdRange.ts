/** When customers were created: from `gte` on, before `lt`; ISO 8601 instants. */
export interface CreatedRange {
	gte?: string;
	lt?: string;
}

/** Spans that move with the calendar, in the reader's time zone. */
export const createdPresets = ['today', 'last7Days', 'last30Days', 'thisMonth', 'lastMonth', 'thisYear'] as const;
export type CreatedPreset = (typeof createdPresets)[number];

/** A preset as a range in the reader's time zone. It starts at midnight, so that it stays the same all day. */
export function presetRange(preset: CreatedPreset, now = new Date()): CreatedRange {
	const [month, day] = [now.getMonth(), now.getDate()];
	const starts: Record<CreatedPreset, [number, number]> = {
		today: [month, day],
		last7Days: [month, day - 6],
		last30Days: [month, day - 29],
		thisMonth: [month, 1],
		lastMonth: [month - 1, 1],
		thisYear: [0, 1],
	};
	const midnight = (month: number, day: number) => new Date(now.getFullYear(), month, day).toISOString();
	const gte = midnight(...starts[preset]);
	return preset === 'lastMonth' ? { gte, lt: midnight(month, 1) } : { gte };
}

/** The preset that a range came from, if any. */
export function presetOf({ gte, lt }: CreatedRange, now = new Date()): CreatedPreset | undefined {
	return createdPresets.find((preset) => {
		const range = presetRange(preset, now);
		return range.gte === gte && range.lt === lt;
	});
}
