import { packedRules } from './addressRules.generated';
import type { Address } from './customer';

/** How one country writes addresses. */
export interface AddressRule {
	/** ISO 3166-1 alpha-2. */
	country: string;
	/** The fields of an envelope in the country's own order, line by line. The country itself is not among them: it is chosen first. */
	lines: readonly (readonly (keyof Address | 'name')[])[];
	/** What must be filled once any field besides the country is. */
	required: readonly (keyof Address)[];
	/** What the country calls its parts. Keys: the words live in the locales. */
	labels: { city: CityLabel; state: StateLabel; postal_code: PostalCodeLabel };
	/** Whether `loadSubdivisions` has a list to choose the state from. */
	hasSubdivisions: boolean;
	/** A code in canonical spelling; `null` where the country has no rule for postal codes. */
	postalCodeExample: string | null;
}

export type CityLabel = 'city' | 'post_town' | 'suburb' | 'district';
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
export type PostalCodeLabel = 'postal_code' | 'zip' | 'pin' | 'eircode';

/** A decoded line of the generated data. Not public. */
export interface PackedRule extends AddressRule {
	/** `%N` name, `%A` line1 and line2, `%C` city, `%S` state, `%Z` postal code, `^` line break. */
	format: string;
	/** The same for addresses in Latin letters, where the country has two layouts. */
	latinFormat: string;
	/** Whether envelopes show the subdivision's code, not its name. */
	stateAsCode: boolean;
	/** Pattern of the canonical postal code, without anchors; empty without a rule. */
	postal: string;
	/** Where the canonical spelling has separators: `-3 ` is a space before the last three characters. */
	postalGroups: readonly string[];
	/** What people write before a code that is not part of it. */
	postalPrefixes: readonly string[];
}

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

function decode(line: string): PackedRule {
	const [country = '', format = '', latin = '', required = '', labels = '', flags = '', postal = '', example, groups, prefixes] =
		line.split('~');
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
		postalCodeExample: example || null,
		format,
		latinFormat: latin || format,
		stateAsCode: flags.includes('c'),
		postal,
		postalGroups: groups ? groups.split(',') : [],
		postalPrefixes: prefixes ? prefixes.split(',') : [],
	};
}

/** The packed line of every region, by its code. Not public. */
export const rules: ReadonlyMap<string, string> = new Map(packedRules.split('\n').map((line) => [line.slice(0, 2), line]));

const decoded = new Map<string, PackedRule>();

/** A country's rule with the columns that only the domain needs. Not public. */
export function packedRule(country: string): PackedRule {
	const code = country.toUpperCase();
	let rule = decoded.get(code);
	if (!rule) {
		const line = rules.get(code);
		if (line === undefined) return decode('~%N^%A^%C %S %Z');
		rule = decode(line);
		decoded.set(code, rule);
	}
	return rule;
}

/** How a country writes addresses. An unknown country gets a rule that shows every field and requires none. */
export function addressRule(country: string): AddressRule {
	return packedRule(country);
}
