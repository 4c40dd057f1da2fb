import { addressLayout } from './addressLayout';

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
	if (!addressLayout(code).hasSubdivisions) return [];
	return ((await loadLists()).get(code) ?? '').split(';').map(decode);
}
