import { loadPhones } from './phone';
import { phoneDigits } from './phonePatterns';
import { type SearchTerms, searchTerms } from './searchTerms';

/** Reads a query, with the phone plans where it may be a phone; where those cannot be had, phones are found by their digits. */
export async function readSearch(query: string): Promise<SearchTerms> {
	return searchTerms(query, phoneDigits(query) === null ? null : await loadPhones().catch(() => null));
}
