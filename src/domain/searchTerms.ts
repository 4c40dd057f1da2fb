import { foldWords, isSpaceless } from './foldText';
import { phonePatterns } from './phonePatterns';
import type { Phones } from './phones';

/** What a search looks for. A customer is found by all of its words, or by the text as it is typed, or by one of the phones. */
export interface SearchTerms {
	/** Each stands in what {@link searchedText} makes of the customer; with a space before it where it has to begin a word. */
	words: readonly string[];
	/** What may stand there instead: an email or an id with its dashes; `null` where that would be the word itself. */
	literal: string | null;
	/** What a stored phone begins with, or has anywhere where there is no plus. */
	phones: readonly string[];
}

/** From this length on, in code points, a word is found within another. */
const anywhereFrom = 3;

/** Reads a query. Without the phone plans, phones are found by their digits alone. */
export function searchTerms(query: string, plans: Phones | null): SearchTerms {
	// "Dr." is typed for "Dr" and the other way round: the shorter begins the longer.
	const words = foldWords(query).map((word) => word.replace(/(?<=[^.])\.+$/, ''));
	const literal = query.trim().normalize('NFC').toLowerCase();
	return {
		words: [...new Set(words)].map((word) => (isSpaceless(word) || [...word].length >= anywhereFrom ? word : ` ${word}`)),
		literal: literal.length < anywhereFrom || /[\s\p{Cc}]/u.test(literal) || words[0] === literal ? null : literal,
		phones: phonePatterns(query, plans),
	};
}

/** Whether these terms find a customer with this {@link searchedText} and this phone. */
export function isFound({ words, literal, phones }: SearchTerms, text: string, phone: string | null): boolean {
	return (
		(words.length > 0 && words.every((word) => text.includes(word))) ||
		(literal !== null && text.includes(literal)) ||
		(phone !== null && phones.some((part) => (part.startsWith('+') ? phone.startsWith(part) : phone.includes(part))))
	);
}
