import type { SearchTerms } from '../../domain/searchTerms';
import type { CheckedListRequest } from '../kit/checkListRequest';
import { letterTermsInSql, mark } from './letters';

/** Characters of a term, and one more where a digit is among them: of these there are few else, and phones and ids have nothing but them. */
const length = 3;

/** What the index has of a customer; only a condition that reads exactly so finds it. */
const termsOf = 'proyecta_customer_finds(scope, id, search_text, name_sort, email_key, phone, country, created)';

/** The index of search: name, and what follows `ON`. No plan needs to know how often terms are, which would be dear to find out. */
export const termsIndex = [
	'proyecta_customers_finds',
	`proyecta_customers USING gin (${termsOf}) WITH (fastupdate = off) WHERE search_text IS NOT NULL`,
] as const;

/** Units of time that have a term, as powers of two in seconds: an hour, most of a day, twelve days, half a year. */
const units = [12, 16, 20, 24];
/** Shares of all customers that have one, by the id's digest: a 256th and a 16th. */
const shares = { small: 2, large: 1 };

export const hasTermsFunction = `to_regprocedure(here || '.proyecta_customer_finds(text, text, text, text, text, text, text, timestamptz)') IS NOT NULL`;

/**
 * The function of the index of search: no extension, and terms that say whose they are, so that a small tenant's search costs no more
 * beside large ones. A term is where a word begins, with a space, and each place in a word, with what follows: three characters or, with a
 * digit among them, four; and one and two where a script may be written without spaces. Of the last places of words that have nothing but
 * ASCII only what a search can ask for. Further ones narrow a search down: the country, when it was that a customer came, how the name
 * begins, where in the orders of names and emails, and a share.
 */
export const termsFunction = `
	-- Restricted, so that no search of a millisecond waits for parallel workers to start.
	IF NOT (${hasTermsFunction}) THEN
		CREATE FUNCTION proyecta_customer_finds(
			scope text, id text, search_text text, name_sort text, email_key text, phone text, country text, created timestamptz
		) RETURNS tsvector
		LANGUAGE plpgsql IMMUTABLE PARALLEL RESTRICTED AS $terms$
		DECLARE
			whose text := left(md5(scope), 6);
			marked text := whose || chr(2);
			terms text[] := ARRAY[${Object.values(shares)
				.map((digits) => `marked || '#' || left(md5(id), ${digits})`)
				.join(', ')}];
			letters bigint;
			word text;
			term text;
		BEGIN
			IF country IS NOT NULL THEN
				terms := terms || (marked || '=' || country);
			END IF;
			${letterTermsInSql}
			IF isfinite(created) THEN
				terms := terms || ARRAY[${units.map((unit) => `marked || '${unit} ' || (floor(extract(epoch FROM created))::bigint >> ${unit})`).join(', ')}];
			END IF;
			FOREACH word IN ARRAY string_to_array(translate(concat_ws(' ', search_text, phone), chr(10) || chr(2), '  '), ' ') LOOP
				CONTINUE WHEN word = '';
				terms := terms || (whose || ' ' || left(word, 1));
				IF octet_length(word) = length(word) AND word !~ '[0-9]' THEN
					FOR place IN 1..greatest(length(word) - 1, 1) LOOP
						terms := terms || (whose || substr(' ' || word, place, ${length}));
					END LOOP;
					CONTINUE;
				END IF;
				FOR place IN 1..CASE WHEN octet_length(word) > length(word) THEN length(word) + 1 ELSE greatest(length(word) - 1, 1) END LOOP
					term := substr(' ' || word, place, ${length + 1});
					IF term ~ '[0-9]' THEN
						terms := terms || (whose || term);
					END IF;
					IF left(term, ${length}) !~ '[0-9]' THEN
						terms := terms || (whose || left(term, ${length}));
					END IF;
					IF octet_length(left(term, 1)) > 2 THEN
						terms := terms || ARRAY[whose || left(term, 1), whose || left(term, 2)];
					END IF;
				END LOOP;
			END LOOP;
			RETURN array_to_tsvector(terms);
		END
		$terms$;
	END IF;`;

/** Terms that narrow a search down. */
export interface Within {
	/** Customers have one of these. */
	some?: readonly string[] | undefined;
	/** And one of these, of first letters of a country, where {@link isOfFewCountries}. */
	letters?: readonly string[] | undefined;
	/** And they have none of these. */
	but?: readonly string[] | undefined;
}

/** Whose customers are searched, and which of them: what the index has terms of narrows a search down by itself. */
interface Filtered {
	request: Pick<CheckedListRequest, 'country' | 'created' | 'sort'>;
	scope: string;
}

/** The condition that the index answers: true of all that these terms find, and of little else. */
export function matchIndex(value: (value: unknown) => string, terms: SearchTerms, within: Within, of: Filtered): string {
	const { words, literal, phones } = terms;
	const whole = (text: string, most = 3) => piecesOf(text, most).map(quoted);
	const longest = words.reduce((one, other) => (other.length > one.length ? other : one), '');
	// Many a phone's spellings end alike.
	const finds = new Set([
		...(words.length > 0 ? [all(words.flatMap((word) => whole(word, words.length === 1 ? undefined : word === longest ? 2 : 1)))] : []),
		...(literal === null ? [] : [all(whole(literal))]),
		...phones.map((part) => all(whole(part.startsWith('+') ? ` ${part}` : part))),
	]);
	if (finds.size === 0) return 'false';
	const { country, created, sort } = of.request;
	const { some, letters, but } = within;
	// In the order of creation these are of a time already.
	const during = some && sort.endsWith('created') ? null : timesOf(created);
	const query = all([
		any([...finds]),
		...placesOf(country, letters),
		...(during === null ? [] : [any(during.map(quoted))]),
		...(some === undefined ? [] : [any(some.map(quoted))]),
		...(but?.length ? [`!${any(but.map(quoted))}`] : []),
	]);
	return `${termsOf} @@ replace(${value(query)}::text, '${whose}', left(md5(${value(of.scope)}::text), 6))::tsquery`;
}

/** Of so many countries the first letters have terms of their own that are asked for. */
const fewCountries = 4;

export function isOfFewCountries({ country }: Pick<CheckedListRequest, 'country'>): boolean {
	return country !== null && country.length <= fewCountries;
}

/** The condition on where customers are, and on their first letters there. */
function placesOf(country: readonly string[] | null, letters: readonly string[] | undefined): string[] {
	const places = country?.map((code) => `${mark}=${code}`);
	const terms = letters ? places?.flatMap((place) => letters.map((letter) => place + letter.slice(mark.length))) : places;
	return terms ? [any(terms.map(quoted))] : [];
}

/** The term of a 256th of all customers, or of a 16th. */
export function shareTerm(share: keyof typeof shares): string {
	return `${mark}#${'0'.repeat(shares[share])}`;
}

/** The terms of all who came within about so many seconds of a moment, at least; `null` where those are too many. */
export function timeTerms(moment: number, seconds: number): string[] | null {
	const unit = units.find((each) => Math.abs(seconds) / 2 ** each < 12);
	if (unit === undefined) return null;
	const [from, to] = [moment, moment + seconds].map((time) => Math.floor(time / 2 ** unit)).sort((a, b) => a - b) as [number, number];
	return Array.from({ length: to - from + 1 }, (_, n) => `${mark}${unit} ${from + n}`);
}

/** The terms of all who came in a time; `null` where it has no end, or is too long. */
function timesOf({ gte, lt }: CheckedListRequest['created']): string[] | null {
	if (gte === null || lt === null) return null;
	const [from, to] = [gte, lt].map((time) => Date.parse(time) / 1000) as [number, number];
	return timeTerms(from, to - from);
}

/** Whether a search says so much that it finds next to nobody: a whole email, an id, a phone. */
export function isTelling({ words, literal, phones }: SearchTerms): boolean {
	const says = (text: string) => text.replace(/\D/g, '').length + (/^.{4,}@./.test(text) ? telling : 0);
	const finds = [words.join(''), ...(literal === null ? [] : [literal]), ...phones];
	return finds.every((text) => says(text) >= telling);
}

/** So many digits. */
const telling = 7;

/** Stands for the scope in a term that is looked for; no search has such a character. */
const whose = '\u0001';

/** Terms of every customer, whose id begins so: those of "Marcus" say the least. */
const everywhere = new Set([' cu', 'cus', 'us_']);

/** Terms that have most of a text, from its end, where those are that few have; those first that have digits, a domain last. */
function piecesOf(text: string, most: number): string[] {
	const characters = [...text.replaceAll('\0', '\uFFFD')];
	const domain = characters.lastIndexOf('@');
	const pieces: { piece: string; rank: number }[] = [];
	/** Adds the term that ends here, and says where it began. */
	const add = (at: number): number => {
		const from = Math.max(at - length - 1, 0);
		const longer = characters.slice(from, from + length + 1).join('');
		const start = hasDigit(longer) ? from : Math.max(at - length, 0);
		const end = start + (hasDigit(longer) ? length + 1 : length);
		const piece = characters.slice(start, end).join('');
		pieces.push({ piece, rank: domain >= length && end > domain ? 2 : hasDigit(longer) ? 0 : 1 });
		return start;
	};
	for (let at = characters.length; at > 0; ) at = add(at);
	// What a short text has across those two.
	for (let at = characters.length - 1; at > length && pieces.length < most; at--) add(at);
	const all = [...new Set(pieces.sort((a, b) => a.rank - b.rank).map(({ piece }) => piece))];
	const telling = all.filter((piece) => !everywhere.has(piece));
	return (telling.length > 0 ? telling : all).slice(0, most);
}

function hasDigit(text: string): boolean {
	return /[0-9]/.test(text);
}

function quoted(term: string): string {
	const { length: size } = [...term];
	const isWhole = term.startsWith(' ') ? size === 2 || size >= length : size >= length || term.codePointAt(0)! >= 0x800;
	const isTerm = term.startsWith(mark) || (isWhole && !(size === length && hasDigit(term)));
	return `'${whose}${term.replace(/['\\]/g, '$&$&')}'${isTerm ? '' : ':*'}`;
}

function all(parts: readonly string[]): string {
	return `(${parts.join(' & ')})`;
}

function any(parts: readonly string[]): string {
	return `(${parts.join(' | ')})`;
}
