/** Names by language and code: asking `Intl` for one takes as long as drawing the cell it stands in, for all of them a tenth of a first page. */
const names = new Map<string, { of: Intl.DisplayNames; by: Record<string, string> }>();

/**
 * A country's name in the reader's language, by `Intl.DisplayNames`.
 *
 * @param code one of `countryCodes`
 * @param locale BCP 47, `en` when absent
 * @returns the name; the text itself where it is no country
 * @throws `RangeError` for a locale that is no BCP 47 tag
 * @example
 * countryName('IN', 'hi'); // 'भारत'
 */
export function countryName(code: string, locale = 'en'): string {
	// All of Unicode's but the one that means none.
	if (!/^(?!ZZ)[A-Z]{2}$/.test(code)) return code;
	const named = names.get(locale) ?? { of: new Intl.DisplayNames([locale, 'en'], { type: 'region' }), by: {} };
	names.set(locale, named);
	named.by[code] ??= named.of.of(code) ?? code;
	return named.by[code];
}
