const base = 36;
const tMin = 1;
const tMax = 26;
const skew = 38;
const damp = 700;

/** A domain as people read it (`xn--mnchen-3ya.de` → `münchen.de`); labels that are in no ASCII form stay as they are. */
export function unicodeDomain(domain: string): string {
	return domain.replace(/(?<=^|\.)xn--([a-z0-9-]+)/gi, (label, encoded: string) => decode(encoded.toLowerCase()) ?? label);
}

/** Punycode of RFC 3492; `null` where the text is none. */
function decode(encoded: string): string | null {
	const delimiter = encoded.lastIndexOf('-');
	const points = [...encoded.slice(0, Math.max(delimiter, 0))].map((character) => character.codePointAt(0)!);
	let point = 128;
	let bias = 72;
	let index = 0;
	for (let at = delimiter + 1; at < encoded.length; ) {
		const former = index;
		for (let weight = 1, k = base; ; k += base) {
			const digit = digitOf(encoded.charCodeAt(at++));
			if (digit === null) return null;
			index += digit * weight;
			const threshold = Math.min(Math.max(k - bias, tMin), tMax);
			if (digit < threshold) break;
			weight *= base - threshold;
		}
		const count = points.length + 1;
		bias = adapt(index - former, count, former === 0);
		point += Math.floor(index / count);
		index %= count;
		if (point > 0x10ffff || (point >= 0xd800 && point < 0xe000)) return null;
		points.splice(index++, 0, point);
	}
	return String.fromCodePoint(...points);
}

function digitOf(code: number): number | null {
	if (code >= 97 && code <= 122) return code - 97;
	return code >= 48 && code <= 57 ? code - 22 : null;
}

function adapt(delta: number, count: number, first: boolean): number {
	let rest = Math.floor(delta / (first ? damp : 2));
	rest += Math.floor(rest / count);
	let k = 0;
	for (; rest > ((base - tMin) * tMax) >> 1; k += base) rest = Math.floor(rest / (base - tMin));
	return k + Math.floor(((base - tMin + 1) * rest) / (rest + skew));
}
