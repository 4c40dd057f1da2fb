// Each word is a first letter and all that come second.
/** ISO 3166-1 alpha-2, and AC, TA and XK: 252 regions. */
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

/** Names by language and code: asking `Intl` for one takes as long as drawing the cell it stands in. */
const names = new Map<string, Map<string, string>>();

/**
 * A country's name in the reader's language, by `Intl.DisplayNames`; the text itself where it is no country.
 * @param locale BCP 47. @default 'en'
 */
export function countryName(code: string, locale = 'en'): string {
	if (!isCountry(code)) return code;
	let ofLocale = names.get(locale);
	if (!ofLocale) {
		const inLanguage = new Intl.DisplayNames([locale, 'en'], { type: 'region' });
		ofLocale = new Map(countryCodes.map((code) => [code, inLanguage.of(code) ?? code]));
		names.set(locale, ofLocale);
	}
	return ofLocale.get(code) ?? code;
}
