import { countryCodes, countryName, isCountry } from './country';
import { foldName } from './foldName';

/** What people write that is no name of `Intl.DisplayNames`. */
const aliases: Readonly<Record<string, string>> = {
	america: 'US',
	'bosnia and herzegovina': 'BA',
	britain: 'GB',
	burma: 'MM',
	'cape verde': 'CV',
	'czech republic': 'CZ',
	england: 'GB',
	'great britain': 'GB',
	holland: 'NL',
	'hong kong': 'HK',
	'ivory coast': 'CI',
	korea: 'KR',
	macau: 'MO',
	macedonia: 'MK',
	'northern ireland': 'GB',
	'republic of korea': 'KR',
	'russian federation': 'RU',
	scotland: 'GB',
	swaziland: 'SZ',
	turkey: 'TR',
	uae: 'AE',
	uk: 'GB',
	'united states of america': 'US',
	us: 'US',
	usa: 'US',
	'viet nam': 'VN',
	wales: 'GB',
};

const indexes = new Map<string, Map<string, string>>();

/**
 * A country's code from its code or its name, in English or in the reader's language; `null` for anything else.
 * @param locale BCP 47. @default 'en'
 */
export function findCountry(text: string, locale = 'en'): string | null {
	const code = text.trim().toUpperCase();
	if (isCountry(code)) return code;
	const name = fold(text);
	return aliases[name] ?? namesIn('en').get(name) ?? namesIn(locale).get(name) ?? null;
}

function namesIn(locale: string): Map<string, string> {
	let index = indexes.get(locale);
	if (!index) {
		index = new Map(countryCodes.map((code) => [fold(countryName(code, locale)), code]));
		indexes.set(locale, index);
	}
	return index;
}

function fold(text: string): string {
	return foldName(text).replace(/^the /, '');
}
