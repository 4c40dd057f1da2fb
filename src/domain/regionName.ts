/** Names by language and code: asking `Intl` for one takes as long as drawing the cell it stands in, for all of them a tenth of a first page. */
const names = new Map<string, { of: Intl.DisplayNames; by: Record<string, string> }>();

/**
 * What `Intl` calls a country, for who shows one that is stored and has no use for the list of all.
 *
 * @returns the name; the text itself where it is none of two capital letters, or Unicode's for no country
 */
export function regionName(code: string, locale: string): string {
	if (!/^(?!ZZ)[A-Z]{2}$/.test(code)) return code;
	const named = names.get(locale) ?? { of: new Intl.DisplayNames([locale, 'en'], { type: 'region' }), by: {} };
	names.set(locale, named);
	named.by[code] ??= named.of.of(code) ?? code;
	return named.by[code];
}
