/** Checks of JSON values, each at its place: `page.data[0].email should be a string.` */
type Fields = Record<string, unknown>;

/** Names the place, never the value, which may be personal. */
export function fail(at: string, wanted: string): never {
	throw new TypeError(`${at} should be ${wanted}.`);
}

export function object(value: unknown, at: string): Fields {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : fail(at, 'an object');
}

export function list<T>(value: unknown, at: string, read: (entry: unknown, at: string) => T): T[] {
	// Not its own map(): an array of another class would make one more of its kind.
	return Array.isArray(value) ? Array.from<unknown, T>(value, (entry, index) => read(entry, `${at}[${index}]`)) : fail(at, 'an array');
}

export function text(value: unknown, at: string): string {
	return typeof value === 'string' ? value : fail(at, 'a string');
}

export function textOrNull(value: unknown, at: string): string | null {
	return value === null ? null : text(value, at);
}

export function instantOrNull(value: unknown, at: string): string | null {
	const instant = textOrNull(value, at);
	return instant === null || !Number.isNaN(Date.parse(instant)) ? instant : fail(at, 'an ISO 8601 instant');
}

export function flag(value: unknown, at: string): boolean {
	return typeof value === 'boolean' ? value : fail(at, 'a boolean');
}

export function count(value: unknown, at: string): number {
	return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : fail(at, 'a whole number');
}

export function word<T extends string>(value: unknown, words: readonly T[], at: string): T {
	return words.find((candidate) => candidate === value) ?? fail(at, `one of ${words.join(', ')}`);
}
