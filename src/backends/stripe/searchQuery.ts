import type { Customer } from '../../domain/customer';
import { phoneDigits } from '../../domain/phonePatterns';

type Field = 'name' | 'email' | 'phone';

/** A search in Stripe's language, and whether it finds a customer that Stripe does not have in its index yet. */
export interface SearchQuery {
	text: string;
	finds(customer: Customer): boolean;
}

/** What Stripe's `~` needs at the least. */
export const minSearchLength = 3;

/**
 * What a query asks Stripe for. Clauses are joined by AND or by OR, never by both, so several words ask for names that have each of them,
 * and anything else for a name, an email or a phone that has the whole.
 */
export function readQuery(query: string): SearchQuery {
	const forms = [...new Set([query.normalize('NFC'), query.normalize('NFD')])];
	const words = query.split(/\s+/);
	const digits = phoneDigits(query.normalize('NFKC'));
	const [single] = words;
	if (digits === null && words.length > 1 && forms.length === 1 && words.length <= 10 && words.every(isLong) && single) {
		return queryOf(
			' AND ',
			words.map((word) => ['name', word]),
		);
	}
	return queryOf(' OR ', [
		...forms.flatMap((form): [Field, string][] => [
			['name', form],
			['email', form],
		]),
		...(digits !== null && isLong(digits) ? [['phone', digits] as [Field, string]] : []),
	]);
}

/** A text as Stripe's language takes it. */
export function quoted(text: string): string {
	return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

function isLong(text: string): boolean {
	return [...text].length >= minSearchLength;
}

function queryOf(joint: ' AND ' | ' OR ', clauses: readonly [Field, string][]): SearchQuery {
	const has = (customer: Customer) => (clause: [Field, string]) =>
		customer[clause[0]]?.toLowerCase().includes(clause[1].toLowerCase()) ?? false;
	return {
		text: clauses.map(([field, text]) => `${field}~${quoted(text)}`).join(joint),
		finds: (customer) => (joint === ' OR ' ? clauses.some(has(customer)) : clauses.every(has(customer))),
	};
}
