import { countryCodes, countryName, isCountry } from './country';
import { packedCountryNames } from './countryNames.generated';
import { foldName } from './foldName';

/** What people write that no list of names has. */
const aliases: Readonly<Record<string, string>> = {
	america: 'US',
	'bosnia and herzegovina': 'BA',
	britain: 'GB',
	burma: 'MM',
	'cape verde': 'CV',
	congo: 'CG',
	'congo brazzaville': 'CG',
	'congo kinshasa': 'CD',
	'czech republic': 'CZ',
	'democratic peoples republic of korea': 'KP',
	dprk: 'KP',
	'dr congo': 'CD',
	drc: 'CD',
	'east timor': 'TL',
	eire: 'IE',
	england: 'GB',
	'great britain': 'GB',
	holland: 'NL',
	'holy see': 'VA',
	'hong kong': 'HK',
	'ivory coast': 'CI',
	korea: 'KR',
	'korea north': 'KP',
	'korea south': 'KR',
	'lao pdr': 'LA',
	macau: 'MO',
	macedonia: 'MK',
	'former yugoslav republic of macedonia': 'MK',
	fyrom: 'MK',
	'northern ireland': 'GB',
	'palestinian territories': 'PS',
	'palestinian territory': 'PS',
	'occupied palestinian territory': 'PS',
	prc: 'CN',
	ksa: 'SA',
	'republic of korea': 'KR',
	'russian federation': 'RU',
	'saint helena ascension and tristan da cunha': 'SH',
	scotland: 'GB',
	'slovak republic': 'SK',
	swaziland: 'SZ',
	turkey: 'TR',
	turkiye: 'TR',
	uae: 'AE',
	uk: 'GB',
	'united kingdom of great britain and northern ireland': 'GB',
	'united states of america': 'US',
	us: 'US',
	usa: 'US',
	'bolivarian republic of venezuela': 'VE',
	'plurinational state of bolivia': 'BO',
	'viet nam': 'VN',
	wales: 'GB',
};

const indexes = new Map<string, ReadonlyMap<string, string>>();

/**
 * A country's code from its code of two or three letters or its name, as files have them: in English, in its own languages and in the
 * kit's ten, as ISO turns it round (`Korea, Republic of`), with its code behind (`United States (US)`); `null` for anything else. Alike in
 * every engine; in a reader's language beyond those, by the engine's own names.
 *
 * @param locale BCP 47. @default 'en'
 */
export function findCountry(text: string, locale = 'en'): string | null {
	return find(text, locale) ?? findTurned(text, locale);
}

function find(text: string, locale: string): string | null {
	const code = text.trim().toUpperCase();
	if (isCountry(code)) return code;
	const name = fold(text);
	if (name === '') return null;
	return aliases[name] ?? known().get(name) ?? namesIn(locale).get(name) ?? null;
}

/** `Korea, Republic of`, `Bolivia (Plurinational State of)`, `United States (US)`. */
function findTurned(text: string, locale: string): string | null {
	const [, name, rest, closed] = /^([^,(（]+)[,(（]\s*([^)）]+)([)）]?)\s*$/.exec(text.trim()) ?? [];
	if (name === undefined || rest === undefined) return null;
	const turned = find(`${rest} ${name}`, locale);
	if (turned || !closed) return turned;
	// Georgia (US) is not Georgia: what stands in the brackets wins.
	return /^[A-Za-z]{2,3}$/.test(rest) ? find(rest, locale) : find(name, locale);
}

/** The names of the generated list; one that two countries bear is only the one's whose usual name it is. */
function known(): ReadonlyMap<string, string> {
	let index = indexes.get('');
	if (!index) {
		const countries = packedCountryNames.split('\n').map((line) => line.split('~'));
		const usual = new Map(countries.map(([code, , name]) => [fold(name!), code!]));
		const all = new Map<string, string | null>();
		for (const [code, ...names] of countries) {
			if (!isCountry(code!)) continue;
			for (const name of names.map(fold)) all.set(name, (all.get(name) ?? code) === code ? code! : null);
		}
		index = new Map([...[...all].filter((entry): entry is [string, string] => entry[1] !== null), ...usual]);
		indexes.set('', index);
	}
	return index;
}

function namesIn(locale: string): ReadonlyMap<string, string> {
	let index = indexes.get(locale);
	if (!index) {
		index = new Map(countryCodes.map((code) => [fold(countryName(code, locale)), code]));
		indexes.set(locale, index);
	}
	return index;
}

function fold(text: string): string {
	return foldName(text).replace(/^the | sar( china)?$/g, '');
}
