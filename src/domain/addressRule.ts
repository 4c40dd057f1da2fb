import { type AddressLayout, addressLayout } from './addressLayout';
import { postalRule } from './postalRule';

/** How one country writes addresses. */
export interface AddressRule extends Omit<AddressLayout, 'format' | 'latinFormat' | 'stateAsCode'> {
	/** A code in canonical spelling; `null` where the country has no rule for postal codes. */
	postalCodeExample: string | null;
}

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
