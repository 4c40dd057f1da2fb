import { packedLayouts } from './addressLayouts.generated';
import type { Address } from './customer';

/** What a form or an envelope of a country looks like: its rule without what is known about its postal codes. Not public. */
export interface AddressLayout {
	/** ISO 3166-1 alpha-2. */
	country: string;
	/** The fields of an envelope in the country's own order, line by line. The country itself is not among them: it is chosen first. */
	lines: readonly (readonly (keyof Address | 'name')[])[];
	/** What must be filled once any field besides the country is. */
	required: readonly (keyof Address)[];
	/** What the country calls its parts. Keys: the words live in the locales. */
	labels: {
		/** Key of `locale.address.city`. */
		city: CityLabel;
		/** Key of `locale.address.state`. */
		state: StateLabel;
		/** Key of `locale.address.postal_code`. */
		postal_code: PostalCodeLabel;
	};
	/** Whether `loadSubdivisions` has a list to choose the state from. */
	hasSubdivisions: boolean;
	/** `%N` name, `%A` line1 and line2, `%C` city, `%S` state, `%Z` postal code, `^` line break. */
	format: string;
	/** The same for addresses in Latin letters, where the country has two layouts. */
	latinFormat: string;
	/** Whether envelopes show the subdivision's code, not its name. */
	stateAsCode: boolean;
}

/** What a country calls the place: `city`, `post_town` (as in the United Kingdom), `suburb` or `district`. */
export type CityLabel = 'city' | 'post_town' | 'suburb' | 'district';
/**
 * What a country calls its subdivisions: `province`, `state`, `area`, `county`, `department`, `district`, `do_si` (South Korea), `emirate`,
 * `island`, `oblast`, `parish`, `prefecture` or `region`.
 */
export type StateLabel =
	| 'province'
	| 'state'
	| 'area'
	| 'county'
	| 'department'
	| 'district'
	| 'do_si'
	| 'emirate'
	| 'island'
	| 'oblast'
	| 'parish'
	| 'prefecture'
	| 'region';
/** What a country calls its postal codes: `postal_code`, `zip` (as in the United States), `pin` (India) or `eircode` (Ireland). */
export type PostalCodeLabel = 'postal_code' | 'zip' | 'pin' | 'eircode';

const fieldsOf: Record<string, readonly (readonly (keyof Address | 'name')[])[]> = {
	N: [['name']],
	A: [['line1'], ['line2']],
	C: [['city']],
	S: [['state']],
	Z: [['postal_code']],
};
const requirable = { A: 'line1', C: 'city', S: 'state', Z: 'postal_code' } as const;

function linesOf(format: string): (keyof Address | 'name')[][] {
	return format.split('^').flatMap((line) => {
		const groups = [...line.matchAll(/%([NACSZ])/g)].map((match) => fieldsOf[match[1]!]!);
		if (groups.some((group) => group.length > 1)) return groups.flat().map((fields) => [...fields]);
		return groups.length ? [groups.flat(2)] : [];
	});
}

function decode(country: string, line: string): AddressLayout {
	const [format = '', latin = '', required = '', labels = '', flags = ''] = line.split('~');
	const [city, state, postalCode] = labels.split(',');
	return {
		country,
		lines: linesOf(format),
		required: [...required].map((letter) => requirable[letter as keyof typeof requirable]),
		labels: {
			city: (city || 'city') as CityLabel,
			state: (state || 'province') as StateLabel,
			postal_code: (postalCode || 'postal_code') as PostalCodeLabel,
		},
		hasSubdivisions: flags.includes('s'),
		format,
		latinFormat: latin || format,
		stateAsCode: flags.includes('c'),
	};
}

/** The packed line of every region, by its code. */
export const layouts: ReadonlyMap<string, string> = new Map(
	packedLayouts.split('\n').flatMap((line) =>
		line
			.split('~')
			.at(-1)!
			.match(/../g)!
			.map((code) => [code, line] as const),
	),
);

const decoded = new Map<string, AddressLayout>();

/** A country's layout. An unknown country gets one that shows every field and requires none. */
export function addressLayout(country: string): AddressLayout {
	const code = country.toUpperCase();
	let layout = decoded.get(code);
	if (!layout) {
		const line = layouts.get(code);
		layout = decode(line ? code : '', line ?? '%N^%A^%C %S %Z');
		if (line !== undefined) decoded.set(code, layout);
	}
	return layout;
}
