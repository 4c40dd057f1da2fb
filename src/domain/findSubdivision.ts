import { foldName } from './foldName';
import type { Subdivision } from './subdivision';

// What a subdivision is, in the words that people add to its name or leave out; folded, as the names are (край is краи).
const kinds =
	/(?<=^| )(?:the|of|state|province|provincia|governorate|county|co|oblast|kray|krai|republic|respublika|republits|region|city|sheng|shi|ken|fu|to|prefecture|district|department|emirate|division|область|краи|республика|استان|محافظة|จังหวัด|tinh|thanh pho)(?= |$)|(?:省|市|都|府|県|縣|특별자치시|특별자치도|특별시|광역시|직할시|도)$/g;

/** The name without words such as "Province"; empty when it is nothing else. */
function bareName(folded: string): string {
	return folded.replace(kinds, '').replace(/ +/g, '');
}

function spellings(entry: Subdivision): string[] {
	return [entry.name, ...(entry.localName ? [entry.localName] : []), ...(entry.aliases ?? [])].map(foldName);
}

/** Finds a subdivision by its code, its name (Latin or local), a former code or another spelling. */
export function findSubdivision(text: string, list: readonly Subdivision[]): Subdivision | undefined {
	const code = text.trim().toUpperCase();
	const folded = foldName(text);
	const compact = folded.replaceAll(' ', '');
	const bare = bareName(folded);
	if (compact === '') return undefined;
	const exact =
		list.find((entry) => entry.code.toUpperCase() === code) ??
		list.find((entry) => spellings(entry).some((spelling) => spelling.replaceAll(' ', '') === compact));
	if (exact || bare === '') return exact;
	// 京都 looks as if it had a kind at its end, so it is compared with and without.
	const similar = list.filter((entry) => spellings(entry).some((spelling) => [bare, compact].includes(bareName(spelling))));
	// "Hsinchu" is a city and a county: what fits two is not guessed.
	return similar.length === 1 ? similar[0] : undefined;
}
