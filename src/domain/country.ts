import { regionName } from './regionName';

// Each word is a first letter and all that come second.
/** The countries that an address may have: ISO 3166-1 alpha-2, and AC, TA and XK, 252 in all, in upper case and alphabetical order. */
export const countryCodes: readonly string[] = (
	'ACDEFGILMOQRSTUWXZ BABDEFGHIJLMNOQRSTVWYZ CACDFGHIKLMNORUVWXYZ DEJKMOZ ECEGHRST FIJKMOR GABDEFGHILMNPQRSTUWY HKMNRTU ' +
	'IDELMNOQRST JEMOP KEGHIMNPRWYZ LABCIKRSTUVY MACDEFGHKLMNOPQRSTUVWXYZ NACEFGILOPRUZ OM PAEFGHKLMNRSTWY QA REOSUW ' +
	'SABCDEGHIJKLMNORSTVXYZ TACDFGHJKLMNORTVWZ UAGMSYZ VACEGINU WFS XK YET ZAMW'
)
	.split(' ')
	.flatMap(([first, ...seconds]) => seconds.map((second) => `${first}${second}`));

const known = new Set(countryCodes);

/** Whether the text is one of {@link countryCodes}; lower case is not. */
export function isCountry(code: string): boolean {
	return known.has(code);
}

/**
 * A country's name in the reader's language, by `Intl.DisplayNames`.
 *
 * @param code one of {@link countryCodes}
 * @param locale BCP 47, `en` when absent
 * @returns the name; the text itself where it is no country
 * @throws `RangeError` for a locale that is no BCP 47 tag
 * @example
 * countryName('IN', 'hi'); // 'भारत'
 */
export function countryName(code: string, locale = 'en'): string {
	return isCountry(code) ? regionName(code, locale) : code;
}
