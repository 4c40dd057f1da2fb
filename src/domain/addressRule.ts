import { addressLayout } from './addressLayout';
import type { Address } from './customer';
import { postalRule } from './postalRule';

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

/** How a country writes addresses. An unknown country gets a rule that shows every field and requires none. */
export function addressRule(country: string): AddressRule {
	const { lines, required, labels, hasSubdivisions, country: code } = addressLayout(country);
	return { country: code, lines, required, labels, hasSubdivisions, postalCodeExample: postalRule(country).example };
}
