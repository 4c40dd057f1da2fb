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
	const [code, name, localName, postalPrefix, aliases] = entry.split('~');
	return {
		code: code!,
		name: name!,
		...(localName && { localName }),
		...(postalPrefix && { postalPrefix }),
		...(aliases && { aliases: aliases.split('^') }),
	};
}

/**
 * The states, provinces or prefectures of a country. Loads the lists of all countries (20 KB compressed) at the first call that needs one.
 *
 * @param country ISO 3166-1 alpha-2, in either case
 * @returns them in the country's own order; none where there is no list
 * @throws `TypeError`, as `import()` does, where the lists cannot be fetched; the next call tries again
 * @example
 * const states = await loadSubdivisions('IN'); // [{ code: 'AN', name: 'Andaman & Nicobar', … }, …]
 */
export async function loadSubdivisions(country: string): Promise<readonly Subdivision[]> {
	const code = country.toUpperCase();
	if (!addressLayout(code).hasSubdivisions) return [];
	return (await loadLists()).get(code)!.split(';').map(decode);
}
