import { emailKey } from '../../domain/email';
import { phoneDigits } from '../../domain/phonePatterns';
import type { SearchTerms } from '../../domain/searchTerms';
import type { CheckedListRequest } from '../kit/checkListRequest';
import type { Ordered } from './orders';
import { plainKey } from './rows';
import { isStale } from './schema';
import type { Statement } from './statement';

/** The filters of a list request on the table `customer`, to be joined by AND. */
export function filterCustomers({ value }: Statement, request: CheckedListRequest, scope: string): string[] {
	return [`customer.scope = ${value(scope)}`, ...filterCreated(value, request), ...filterPlace(value, request)];
}

/** Those of {@link filterCustomers} that an index in the order of the list answers, and all the others. */
export function splitFilters(
	{ value }: Statement,
	{ request, scope, ofCountry }: Ordered & { scope: string },
): { inOrder: string[]; others: string[] } {
	const [created, place] = [filterCreated(value, request), filterPlace(value, request)];
	const answersCreated = request.sort.endsWith('created');
	const answersPlace = ofCountry || request.email !== null || (answersCreated && request.country?.length === 1);
	return {
		inOrder: [`customer.scope = ${value(scope)}`, ...(answersCreated ? created : []), ...(answersPlace ? place : [])],
		others: [...(answersCreated ? [] : created), ...(answersPlace ? [] : place)],
	};
}

function filterCreated(value: Statement['value'], { created }: CheckedListRequest): string[] {
	return [
		...(created.gte === null ? [] : [`customer.created >= ${value(created.gte)}::text::timestamptz`]),
		...(created.lt === null ? [] : [`customer.created < ${value(created.lt)}::text::timestamptz`]),
	];
}

function filterPlace(value: Statement['value'], { email, country }: CheckedListRequest): string[] {
	const [first, ...others] = country ?? [];
	return [
		...(email === null ? [] : [`customer.email_key = ${value(email)}`]),
		// One by itself can be walked in the order of an index.
		...(first === undefined
			? []
			: [others.length > 0 ? `customer.country = ANY(${value(country)}::text[])` : `customer.country = ${value(first)}`]),
	];
}

/** How a list is searched. */
export interface Search {
	query: string;
	/** How the query is read. */
	terms: SearchTerms;
	/** Whether every row is folded. Where some are not yet, they are found as they were before there was a fold. */
	folded: boolean;
}

/**
 * Whether a search finds a row of the table `customer`.
 *
 * @param indexed a condition that is true of every folded row that is found; its index has folded rows only
 */
export function matchSearch({ value }: Statement, { query, terms, folded }: Search, indexed?: string): string {
	const found = `(${matchTerms(value, terms).join(' OR ') || 'false'})`;
	const matches = ['customer.search_text IS NOT NULL', ...(indexed === undefined ? [] : [indexed]), found].join(' AND ');
	return folded ? `(${matches})` : `(${matches} OR ${isStale} AND (${matchPlainly(value, query).join(' OR ')}))`;
}

function matchTerms(value: Statement['value'], { words, literal, phones }: SearchTerms): string[] {
	const contains = (text: string) => `customer.search_text LIKE ${value(containing(text))}::text`;
	return [
		...(words.length > 0 ? [`(${words.map(contains).join(' AND ')})`] : []),
		...(literal === null ? [] : [contains(literal)]),
		...phones.map((part) => `customer.phone LIKE ${value(part.startsWith('+') ? `${part}%` : `%${part}%`)}::text`),
	];
}

function matchPlainly(value: Statement['value'], query: string): string[] {
	const text = value(containing(plainKey(query)));
	const matches = ['customer.name_key', 'customer.email_key', 'lower(customer.id)'].map((column) => `${column} LIKE ${text}::text`);
	const key = emailKey(query);
	if (key !== plainKey(query)) matches.push(`customer.email_key LIKE ${value(containing(key))}::text`);
	const digits = phoneDigits(query);
	if (digits !== null) matches.push(`customer.phone LIKE ${value(containing(digits))}::text`);
	return matches;
}

/** The LIKE pattern for text that contains this text, in which `%`, `_` and `\` stand for themselves. */
function containing(text: string): string {
	// Postgres holds no NUL: the replacement character stands for it, and matches as little.
	return `%${text.replaceAll('\0', '\uFFFD').replace(/[\\%_]/g, '\\$&')}%`;
}
