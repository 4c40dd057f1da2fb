import type { SearchTerms } from '../../domain/searchTerms';
import type { Run } from './database';

/** Characters of a term. More would be found faster, in a much larger index. */
const length = 4;

/** What the index has of a customer; only a condition that reads exactly so finds it. */
const termsOf = 'proyecta_customer_terms(scope, search_text, phone, country)';

/** The index of search: name, and what follows `ON`. No plan needs to know how often terms are, which would be dear to find out. */
export const termsIndex = [
	'proyecta_customers_terms',
	`proyecta_customers USING gin (${termsOf}) WITH (fastupdate = off) WHERE search_text IS NOT NULL`,
] as const;

/**
 * The function of the index of search: no extension, and terms that say whose they are, so that a small tenant's search costs no more
 * beside large ones. A term is where a word begins, with a space, and each place in a word, with what follows up to
 * four characters; of the last places of words that have nothing but ASCII only what a search can ask for.
 */
export const termsFunction = `
	-- Restricted, so that no search of a millisecond waits for parallel workers to start.
	IF to_regprocedure(here || '.proyecta_customer_terms(text, text, text, text)') IS NULL THEN
		CREATE FUNCTION proyecta_customer_terms(scope text, search_text text, phone text, country text) RETURNS tsvector
		LANGUAGE plpgsql IMMUTABLE PARALLEL RESTRICTED AS $terms$
		DECLARE
			whose text := left(md5(scope), 6);
			terms text[] := CASE WHEN country IS NULL THEN '{}' ELSE ARRAY[whose || country] END;
			word text;
		BEGIN
			FOREACH word IN ARRAY string_to_array(translate(concat_ws(' ', search_text, phone), chr(10), ' '), ' ') LOOP
				CONTINUE WHEN word = '';
				FOR place IN 1..CASE WHEN octet_length(word) > length(word) THEN length(word) + 1 ELSE greatest(length(word) - 1, 1) END LOOP
					terms := terms || (whose || substr(' ' || word, place, ${length}));
				END LOOP;
			END LOOP;
			RETURN array_to_tsvector(terms);
		END
		$terms$;
	END IF;`;

/** Whether the index of search is there; asked until it is. */
export function createIndexCheck(run: Run): (signal?: AbortSignal) => Promise<boolean> {
	let ready = false;
	return async (signal) => {
		ready ||= (await run(`SELECT FROM pg_index WHERE indexrelid = to_regclass('${termsIndex[0]}') AND indisvalid`, [], signal)).length > 0;
		return ready;
	};
}

/** The condition that the index answers: true of all that these terms find, and of little else. */
export function matchIndex(
	value: (value: unknown) => string,
	{ words, literal, phones }: SearchTerms,
	country: readonly string[] | null,
	scope: string,
): string {
	const whole = (text: string) => all(piecesOf(text).map(quoted));
	const finds = [
		...(words.length > 0 ? [all(words.map(whole))] : []),
		...(literal === null ? [] : [whole(literal)]),
		...phones.map((part) => whole(part.startsWith('+') ? ` ${part}` : part)),
	];
	if (finds.length === 0) return 'false';
	const from = country === null ? [] : [any(country.map((code) => quoted(code)))];
	const query = all([any(finds), ...from]);
	return `${termsOf} @@ replace(${value(query)}::text, '${whose}', left(md5(${value(scope)}::text), 6))::tsquery`;
}

/** Stands for the scope in a term that is looked for; no search has such a character. */
const whose = '\u0001';

/** As few terms as have all of a text; one that is shorter than a term may go on. */
function piecesOf(text: string): { text: string; goesOn: boolean }[] {
	const characters = [...text.replaceAll('\0', '\uFFFD')];
	const last = Math.max(characters.length - length, 0);
	const places = new Set([...Array(Math.ceil(last / length)).keys()].map((at) => at * length)).add(last);
	return [...places].map((at) => ({ text: characters.slice(at, at + length).join(''), goesOn: characters.length < length }));
}

function quoted(piece: string | { text: string; goesOn: boolean }): string {
	const { text, goesOn } = typeof piece === 'string' ? { text: piece, goesOn: false } : piece;
	return `'${whose}${text.replace(/['\\]/g, '$&$&')}'${goesOn ? ':*' : ''}`;
}

function all(parts: readonly string[]): string {
	return `(${parts.join(' & ')})`;
}

function any(parts: readonly string[]): string {
	return `(${parts.join(' | ')})`;
}
