/** When customers were created: from `gte` on, before `lt`; ISO 8601 instants. */
export interface CreatedRange {
	gte?: string;
	lt?: string;
}

export const createdPresets = ['today', 'last7Days', 'last30Days', 'thisYear'] as const;
export type CreatedPreset = (typeof createdPresets)[number];

/** A preset as a range in the reader's time zone. It starts at midnight, so that it stays the same all day. */
export function presetRange(preset: CreatedPreset, now = new Date()): CreatedRange {
	const [year, month, day] = [now.getFullYear(), now.getMonth(), now.getDate()];
	const start = {
		today: new Date(year, month, day),
		last7Days: new Date(year, month, day - 6),
		last30Days: new Date(year, month, day - 29),
		thisYear: new Date(year, 0, 1),
	}[preset];
	return { gte: start.toISOString() };
}

/** The preset that a range came from, if any. */
export function presetOf(range: CreatedRange, now = new Date()): CreatedPreset | undefined {
	return createdPresets.find((preset) => range.lt === undefined && range.gte === presetRange(preset, now).gte);
}

/** What two date inputs (`YYYY-MM-DD`, both days included) mean in the reader's time zone; `undefined` when both are empty. */
export function rangeOfDays(from: string, to: string): CreatedRange {
	const gte = midnight(from, 0);
	const lt = midnight(to, 1);
	return { ...(gte && { gte }), ...(lt && { lt }) };
}

/** The other way round: what the two date inputs show. */
export function daysOfRange(range: CreatedRange): { from: string; to: string } {
	return { from: dayOf(range.gte, 0), to: dayOf(range.lt, -1) };
}

function midnight(day: string, shift: number): string | undefined {
	const [year, month, date] = day.split('-').map(Number);
	if (!year || !month || !date) return undefined;
	const instant = new Date(0);
	// Not `new Date(year, …)`: there 99 means 1999, and a year being typed would jump.
	instant.setFullYear(year, month - 1, date + shift);
	instant.setHours(0, 0, 0, 0);
	return instant.toISOString();
}

function dayOf(instant: string | undefined, shift: number): string {
	if (!instant) return '';
	const date = new Date(instant);
	date.setDate(date.getDate() + shift);
	return [String(date.getFullYear()).padStart(4, '0'), pad(date.getMonth() + 1), pad(date.getDate())].join('-');
}

function pad(value: number): string {
	return String(value).padStart(2, '0');
}
