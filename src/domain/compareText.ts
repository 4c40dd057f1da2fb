/**
 * Compares by code points, as a database in the C collation does; JavaScript's own `<` puts half of a pair of surrogates before `ﬁ` and `Ａ`.
 *
 * @returns a negative number, zero or a positive one
 * @example
 * ['😀', 'ﬁ'].sort(compareText); // ['ﬁ', '😀']
 */
export function compareText(a: string, b: string): number {
	const shorter = Math.min(a.length, b.length);
	for (let at = 0; at < shorter; at++) {
		const [one, other] = [a.charCodeAt(at), b.charCodeAt(at)];
		if (one !== other) return rank(one) - rank(other);
	}
	return a.length - b.length;
}

/** Surrogates come after all other units. */
function rank(unit: number): number {
	return unit >= 0xd800 && unit < 0xe000 ? unit + 0x10000 : unit;
}
