/** A deep copy of plain data. jsdom has no `structuredClone`. */
export function copyData<T>(value: T): T {
	return typeof structuredClone === 'function' ? structuredClone(value) : JSON.parse(JSON.stringify(value));
}
