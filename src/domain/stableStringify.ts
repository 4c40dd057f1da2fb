/** JSON with sorted keys: equal values have equal text. */
export function stableStringify(value: unknown): string {
	return (
		JSON.stringify(value, (_key, inner: unknown) =>
			typeof inner === 'object' && inner !== null && !Array.isArray(inner)
				? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
				: inner,
		) ?? 'null'
	);
}
