import { asciiDigits } from './asciiDigits';
import { isCountry } from './country';
import { postalRule } from './postalRule';
import type { Subdivision } from './subdivision';

/** NFKC, no format characters, upper case, ASCII digits and dashes, single spaces. Not public. */
export function cleanPostalCode(text: string): string {
	return asciiDigits(text.normalize('NFKC'))
		.replace(/\p{Cf}/gu, '')
		.toUpperCase()
		.normalize('NFKC')
		.replace(/[\p{Pd}\u2212\u30FC]/gu, '-')
		.replace(/\s+/g, ' ')
		.trim();
}

/** Writes the separator of a group such as `-3 ` into a bare code; at an end of it, where no pattern has one, if the code is too short. */
function separate(bare: string, group: string): string {
	const index = Number.parseInt(group, 10);
	return `${bare.slice(0, index)}${group.at(-1)}${bare.slice(index)}`;
}

/**
 * A postal code in the country's canonical spelling, however it was typed. Where the country has no rule any text is a code.
 *
 * @param country ISO 3166-1 alpha-2, in either case
 * @returns the code; `null` when the text is none, or the country is unknown
 * @example
 * normalizePostalCode('sw1a1aa', 'GB'); // 'SW1A 1AA'
 */
export function normalizePostalCode(text: string, country: string): string | null {
	const code = country.toUpperCase();
	const cleaned = cleanPostalCode(text);
	if (!isCountry(code) || cleaned === '') return null;
	const rule = postalRule(code);
	if (!rule.pattern) return cleaned;
	const pattern = new RegExp(`^(?:${rule.pattern})$`);
	const bare = cleaned.replace(/[\s.-]/g, '');
	// The pattern itself may begin with the country's code (AD100), so the whole comes first.
	for (const start of ['', code, ...rule.prefixes]) {
		const candidate = bare.startsWith(start) ? bare.slice(start.length) : code + bare;
		for (const group of rule.groups) {
			const separated = separate(candidate, group);
			if (pattern.test(separated)) return separated;
		}
		if (pattern.test(candidate)) return candidate;
	}
	return null;
}

/** Whether a canonical postal code lies in a subdivision, as far as is known. A mismatch is a hint for people, never an issue. */
export function postalMatchesState(postalCode: string, subdivision: Subdivision): boolean {
	return subdivision.postalPrefix === undefined || new RegExp(`^(?:${subdivision.postalPrefix})`).test(postalCode);
}
