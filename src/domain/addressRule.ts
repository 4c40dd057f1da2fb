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
	/** A code in canonical spelling; `null` where the country has no rule for postal codes. */
	postalCodeExample: string | null;
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

/**
 * How a country writes addresses, after Google's libaddressinput.
 *
 * @param country ISO 3166-1 alpha-2, in either case
 * @returns the country's rule; for an unknown country one that shows every field and requires none
 * @example
 * const { lines, required, labels } = addressRule('JP'); // labels.state is 'prefecture'
 */
export function addressRule(country: string): AddressRule {
	const { lines, required, labels, hasSubdivisions, country: code } = addressLayout(country);
	return { country: code, lines, required, labels, hasSubdivisions, postalCodeExample: postalRule(country).example };
}
