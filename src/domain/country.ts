import { rules } from './addressRule';

/** ISO 3166-1 alpha-2, and AC, TA and XK: 252 regions. */
export const countryCodes: readonly string[] = [...rules.keys()];

/** Whether the text is one of {@link countryCodes}, in upper case. */
export function isCountry(code: string): boolean {
	return rules.has(code);
}

/** A country's name in a language, by `Intl.DisplayNames`; the code itself where there is no such country. @default locale 'en' */
export function countryName(code: string, locale = 'en'): string {
	if (!isCountry(code)) return code;
	return new Intl.DisplayNames([locale, 'en'], { type: 'region' }).of(code) ?? code;
}
