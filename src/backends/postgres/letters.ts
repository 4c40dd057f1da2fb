import type { CheckedListRequest } from '../kit/checkListRequest';

/**
 * How the first two letters of a name or an email have terms in the index of search: as one number that is in the order of the list, of which
 * each unit that holds it has a term, so that a span of the order is made of few. `units`: powers of two; `last`: letters are told apart up to
 * this code point, and the few beyond are one; `beginnings`: first letters that have a term of their own, so many.
 */
const alphabets = {
	name: { sign: '<', column: 'name_sort', bits: 16, last: 0xffff, units: [0, 2, 5, 8, 12, 16, 18, 21, 24, 28], beginnings: [2, 3, 4, 5] },
	email: { sign: '@', column: 'email_key', bits: 7, last: 0x7f, units: [0, 2, 5, 7, 9, 12], beginnings: [3] },
} as const;

export type Alphabet = keyof typeof alphabets;

/** No word has it: after it come terms of a customer that nobody searches for. */
export const mark = '\u0002';

/** The units of a country: of first letters alone. */
const unitsOfCountry = (of: Alphabet): readonly number[] => alphabets[of].units.filter((unit) => unit >= alphabets[of].bits);

/** From which letters of an order to which, each as {@link letterOf} has them; without a bound to its end. */
export interface Span {
	from?: number | undefined;
	to?: number | undefined;
}

/** In SQL, the terms of a customer's first letters in each order, those of a country among them; none without a name. */
export const letterTermsInSql = (Object.keys(alphabets) as Alphabet[])
	.map((of) => {
		const { sign, column, bits, last, units, beginnings } = alphabets[of];
		const terms = (each: readonly number[]) => each.map((unit) => `'${sign}${unit} ' || (letters >> ${unit})`);
		const marked = (list: readonly string[]) => list.map((term) => `marked || ${term}`).join(', ');
		return `IF ${column} <> '' THEN
				letters := CASE WHEN ascii(${column}) < ${last}
					THEN (ascii(${column})::bigint << ${bits}) | least(ascii(substr(${column}, 2)), ${last}) ELSE ${lastOf(of)} END;
				terms := terms || ARRAY[${marked([...terms(units), ...beginnings.map((count) => `'${sign}^' || left(${column}, ${count})`)])}];
				IF country IS NOT NULL THEN
					terms := terms || ARRAY[${marked(terms(unitsOfCountry(of)).map((term) => `'=' || country || ${term}`))}];
				END IF;
			END IF;`;
	})
	.join('\n\t\t\t');

/** Whether a list's order is one whose first letters have terms, and which. */
export function alphabetOf({ sort }: Pick<CheckedListRequest, 'sort'>): Alphabet | null {
	return sort.endsWith('name') ? 'name' : sort.endsWith('email') ? 'email' : null;
}

/** The first letters of a name or an email as it is sorted, as a number in the same order. */
export function letterOf(of: Alphabet, text: string): number {
	const { bits, last } = alphabets[of];
	const [first = 0, second = 0] = Array.from(text.slice(0, 4), (letter) => letter.codePointAt(0)!);
	return first < last ? first * 2 ** bits + Math.min(second, last) : lastOf(of);
}

/** The terms of a span: who begins in it has one of these. Those of a country are of a little more. */
export function letterTerms(of: Alphabet, span: Span, ofCountry = false): string[] {
	const units = ofCountry ? unitsOfCountry(of) : alphabets[of].units;
	const whole = 2 ** Math.min(...units);
	const to = Math.ceil(((span.to ?? lastOf(of)) + 1) / whole) * whole - 1;
	const terms: string[] = [];
	for (let at = Math.floor((span.from ?? 0) / whole) * whole; at <= to; ) {
		const unit = units.findLast((each) => at % 2 ** each === 0 && at + 2 ** each - 1 <= to)!;
		terms.push(`${mark}${alphabets[of].sign}${unit} ${Math.floor(at / 2 ** unit)}`);
		at += 2 ** unit;
	}
	return terms;
}

/** Those that begin alike: their term, and from where to where they are sorted. */
export interface Beginning {
	term: string;
	from: string;
	to: string;
}

/** The names or emails that begin as a word does, or its first letters; `null` where it is too short. */
export function beginningOf(of: Alphabet, word: string): Beginning | null {
	const characters = [...word.trimStart()];
	const { sign, beginnings } = alphabets[of];
	const count = beginnings.findLast((each) => each <= characters.length);
	if (count === undefined) return null;
	const begun = characters.slice(0, count);
	const next = begun.at(-1)!.codePointAt(0)! + 1;
	// What comes after this one may be no character.
	if ((next >= 0xd800 && next < 0xe000) || next > 0x10ffff) return null;
	const from = begun.join('');
	return { term: `${mark}${sign}^${from}`, from, to: begun.slice(0, -1).join('') + String.fromCodePoint(next) };
}

function lastOf(of: Alphabet): number {
	const { bits, last } = alphabets[of];
	return last * 2 ** bits + last;
}
