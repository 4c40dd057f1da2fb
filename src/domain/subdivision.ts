import { packedRule } from './addressRule';

/** A state, province or prefecture of a country that has a list of them. */
export interface Subdivision {
	/** ISO 3166-2 suffix, for instance `MH` or `13`; Google's key where there is no ISO code. */
	code: string;
	/** In Latin letters. */
	name: string;
	/** In the country's own script. */
	localName?: string;
	/** A pattern that the country's postal codes begin with there. */
	postalPrefix?: string;
	/** Other spellings and former codes. */
	aliases?: readonly string[];
}

let loading: Promise<ReadonlyMap<string, string>> | undefined;

function loadLists(): Promise<ReadonlyMap<string, string>> {
	loading ??= import('./subdivisions.generated').then(
		({ packedSubdivisions }) => new Map(packedSubdivisions.split('\n').map((line) => [line.slice(0, 2), line.slice(3)])),
		(error) => {
			loading = undefined;
			throw error;
		},
	);
	return loading;
}

function decode(entry: string): Subdivision {
	const [code = '', name = '', localName, postalPrefix, aliases] = entry.split('~');
	return {
		code,
		name,
		...(localName && { localName }),
		...(postalPrefix && { postalPrefix }),
		...(aliases && { aliases: aliases.split('^') }),
	};
}

/** A country's subdivisions, in its own order; empty where there is no list. Loads all lists (20 KB compressed) at the first call. */
export async function loadSubdivisions(country: string): Promise<readonly Subdivision[]> {
	const code = country.toUpperCase();
	if (!packedRule(code).hasSubdivisions) return [];
	return ((await loadLists()).get(code) ?? '').split(';').map(decode);
}

/** Case, accents, punctuation and spaces do not matter in a name. */
function fold(text: string): string {
	return text
		.normalize('NFKD')
		.toLowerCase()
		.replace(/&/g, ' and ')
		.replace(/[\u0300-\u036F]|\p{Cf}|[^\p{L}\p{M}\p{N}]/gu, '');
}

/** Finds a subdivision by its code, name (Latin or local) or another spelling. */
export function findSubdivision(text: string, list: readonly Subdivision[]): Subdivision | undefined {
	const code = text.trim().toUpperCase();
	const name = fold(text);
	if (name === '') return undefined;
	return (
		list.find((entry) => entry.code.toUpperCase() === code) ??
		list.find((entry) => [entry.name, entry.localName ?? '', ...(entry.aliases ?? [])].some((spelling) => fold(spelling) === name))
	);
}
