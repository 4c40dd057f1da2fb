import { foldName } from './foldName';
import type { Subdivision } from './subdivision';

// What a subdivision is, in the words that people add to its name or leave out; folded, as the names are (край is краи).
const kinds =
	/(?<=^| )(?:the|of|state|province|provincia|provincie|governorate|county|co|oblast|kray|krai|republic|respublika|republits|region|city|sheng|shi|ken|fu|to|prefecture|district|department|emirate|division|область|краи|республика|استان|محافظة|จังหวัด|tinh|thanh pho|do|si|de|del|la|el|los|las|г|город|обл|респ|авт)(?= |$)|(?:省|市|都|府|県|縣|(?:壮族|回族|维吾尔)?自治区|特别行政区|특별자치시|특별자치도|특별시|광역시|직할시|시|도)$/g;

/** The name without words such as "Province"; empty when it is nothing else. */
function bareName(folded: string): string {
	return compactName(folded.replace(kinds, ''));
}

const compactName = (folded: string) => folded.replaceAll(' ', '');

function spellings({ name, localName, aliases = [] }: Subdivision): string[] {
	return [name, ...(localName ? [localName] : []), ...aliases].map(foldPlace);
}

/**
 * Finds a subdivision by its code, also behind the country's (`JP13`, as browsers fill it in) or with dots, its name (Latin or local), both
 * with a stroke between (`Bolzano/Bozen`), a former code or another spelling.
 *
 * @param country ISO 3166-1 alpha-2 of the list
 */
export function findSubdivision(text: string, list: readonly Subdivision[], country: string): Subdivision | undefined {
	const given = text.trim().toUpperCase();
	// ISO's own whole code, "US-CA", before anything that others make of the same letters and digits.
	if (given.startsWith(`${country}-`)) return findOne(given.slice(country.length + 1), list);
	return findOne(text, list) ?? findGlued(given, list, country) ?? findEither(text.split('/'), list);
}

/** By `JP13`, or `JP1` for `01`. */
function findGlued(given: string, list: readonly Subdivision[], country: string): Subdivision | undefined {
	return list.find(({ code }) => [code, code.replace(/^0/, '')].some((suffix) => given === country + suffix));
}

/** What all sides that are known have in common. */
function findEither(sides: readonly string[], list: readonly Subdivision[]): Subdivision | undefined {
	if (sides.length < 2) return undefined;
	const found = new Set(sides.flatMap((side) => findOne(side, list) ?? []));
	return found.size === 1 ? [...found][0] : undefined;
}

function findOne(text: string, list: readonly Subdivision[]): Subdivision | undefined {
	const folded = foldPlace(text);
	const compact = compactName(folded);
	const bare = bareName(folded);
	const exact =
		list.find(({ code }) => compactName(foldPlace(code)) === compact) ??
		list.find((entry) => spellings(entry).some((spelling) => compactName(spelling) === compact));
	if (exact) return exact;
	// 京都 looks as if it had a kind at its end, so it is compared with and without.
	const similar = list.filter((entry) => spellings(entry).some((spelling) => [bare, compact].includes(bareName(spelling))));
	// "Hsinchu" is a city and a county: what fits two is not guessed.
	return similar.length === 1 ? similar[0] : undefined;
}

/** 臺 is how officials write 台. */
function foldPlace(text: string): string {
	return foldName(text).replaceAll('臺', '台');
}
