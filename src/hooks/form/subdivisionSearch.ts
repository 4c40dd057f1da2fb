import { findSubdivision } from '../../domain/findSubdivision';
import { normalizePostalCode, postalMatchesState } from '../../domain/postalCode';
import type { Subdivision } from '../../domain/subdivision';

/** What can be asked about the states of a country. */
export interface SubdivisionSearch {
	/** The entries in the country's own order; none unless they are loaded. */
	list: readonly Subdivision[];
	/** The entry that a text means: by its code, a name or another spelling. `undefined` without a list. */
	find: (text: string) => Subdivision | undefined;
	/** The state that a text means and a postal code in canonical spelling, where the code is usually in another; else `undefined`. */
	misplaced: (postalCode: string, text: string) => { state: Subdivision; postalCode: string } | undefined;
}

/** Loaded with the list. */
export function createSubdivisionSearch(list: readonly Subdivision[], country: string): SubdivisionSearch {
	const find = (text: string) => (text.trim() === '' ? undefined : findSubdivision(text, list, country));
	return {
		list,
		find,
		misplaced: (text, stateText) => {
			const state = find(stateText);
			const postalCode = state && normalizePostalCode(text, country);
			return postalCode && !postalMatchesState(postalCode, state) ? { state, postalCode } : undefined;
		},
	};
}
