/** A statement under construction: values go in as parameters, never as text. */
export interface Statement {
	readonly params: unknown[];
	/** Adds a value and returns its placeholder. */
	value(value: unknown): string;
}

/** An empty statement. */
export function createStatement(): Statement {
	const params: unknown[] = [];
	return { params, value: (value) => `$${params.push(value)}` };
}
