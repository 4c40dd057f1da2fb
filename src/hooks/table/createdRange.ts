/** When customers were created: from `gte` on, before `lt`; ISO 8601 instants. */
export interface CreatedRange {
	gte?: string;
	lt?: string;
}

/** Spans that move with the calendar, in the reader's time zone. */
export const createdPresets = ['today', 'last7Days', 'last30Days', 'thisYear'] as const;
export type CreatedPreset = (typeof createdPresets)[number];

/** A preset as a range in the reader's time zone. It starts at midnight, so that it stays the same all day. */
export function presetRange(preset: CreatedPreset, now = new Date()): CreatedRange {
	const start = new Date(now);
	if (preset === 'thisYear') start.setMonth(0, 1);
	else start.setDate(start.getDate() - { today: 0, last7Days: 6, last30Days: 29 }[preset]);
	start.setHours(0, 0, 0, 0);
	return { gte: start.toISOString() };
}

/** The preset that a range came from, if any. */
export function presetOf(range: CreatedRange, now = new Date()): CreatedPreset | undefined {
	return createdPresets.find((preset) => range.lt === undefined && range.gte === presetRange(preset, now).gte);
}
