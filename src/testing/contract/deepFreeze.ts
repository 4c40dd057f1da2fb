/** Freezes a value with all that is in it: what several cases write is the same for each, whatever a backend does to what it is given. */
export function deepFreeze<T>(value: T): T {
	if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) deepFreeze(inner);
	return Object.freeze(value);
}
