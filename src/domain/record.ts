/** Whether a value is an object with fields: no array, no `null`. */
export function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A field of the object itself, never one of its prototype. */
export function own(record: Record<string, unknown>, key: string): unknown {
	return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** The object's own keys that are not expected. */
export function unknownKeys(record: Record<string, unknown>, expected: readonly string[]): string[] {
	return Object.keys(record).filter((key) => !expected.includes(key));
}
