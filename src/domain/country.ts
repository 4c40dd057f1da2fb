import { rules } from './addressRule';

/** ISO 3166-1 alpha-2, and AC, TA and XK: 252 regions. */
export const countryCodes: readonly string[] = [...rules.keys()];

/** Whether the text is one of {@link countryCodes}; lower case is not. */
export function isCountry(code: string): boolean {
	return rules.has(code);
}

const displayNames = new Map<string, Intl.DisplayNames>();

/**
 * A country's name in the reader's language, by `Intl.DisplayNames`; the text itself where it is no country.
 * @param locale BCP 47. @default 'en'
 */
export function countryName(code: string, locale = 'en'): string {
	if (!isCountry(code)) return code;
	let names = displayNames.get(locale);
	if (!names) {
		names = new Intl.DisplayNames([locale, 'en'], { type: 'region' });
		displayNames.set(locale, names);
	}
	return names.of(code) ?? code;
}
