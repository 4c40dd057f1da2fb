import type { CreatedRange } from './createdRange';

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
