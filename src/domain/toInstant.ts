const pattern = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}(?::\d{2})?)(?:\.(\d{1,9}))?(Z|[+-]\d{2}:\d{2})$/;

/**
 * An ISO 8601 instant in UTC with six decimals, so that text compares as time does.
 * (A `Date` keeps milliseconds only, which loses rows between two pages.)
 *
 * @param text with its zone; a mere day begins in UTC
 * @returns such as `2026-11-22T10:00:00.123456Z`; `null` for anything that is no instant of the years 1 to 9999 in UTC
 * @example
 * toInstant('2026-11-22T10:00:00+05:30'); // '2026-11-22T04:30:00.000000Z'
 */
export function toInstant(text: string): string | null {
	const match = pattern.exec(text);
	if (!match) return /^\d{4}-\d{2}-\d{2}$/.test(text) ? toInstant(`${text}T00:00:00Z`) : null;
	const [, day, time, decimals = '', zone] = match;
	// Most stored instants are in this form already.
	if (
		zone === 'Z' &&
		decimals.length === 6 &&
		time?.length === 8 &&
		day!.slice(8) <= '28' &&
		day! >= '0001' &&
		!Number.isNaN(Date.parse(text))
	)
		return text;
	const date = new Date(`${day}T${time}${zone}`);
	// Of years that have not four digits, text does not compare as time does, and databases have no year 0.
	if (!(date.getUTCFullYear() >= 1 && date.getUTCFullYear() <= 9999)) return null;
	// Date rolls 31 February over into March; an instant that does not exist is a mistake.
	if (new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) !== day) return null;
	return `${date.toISOString().slice(0, 19)}.${decimals.slice(0, 6).padEnd(6, '0')}Z`;
}
