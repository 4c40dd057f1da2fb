import { emailKey } from '../../domain/email';
import { phoneDigits } from '../../domain/phonePatterns';
import type { SearchTerms } from '../../domain/searchTerms';
import type { CheckedListRequest } from '../kit/checkListRequest';
import { plainKey } from './rows';
import { isStale } from './schema';
import type { Statement } from './statement';

/** The conditions of a list request on the table `customer` but for its search, to be joined by AND. */
export function filterCustomers({ value }: Statement, request: CheckedListRequest, scope: string): string[] {
	const { email, country, created } = request;
	const where = [`customer.scope = ${value(scope)}`];
	if (email !== null) where.push(`customer.email_key = ${value(email)}`);
	if (country !== null) where.push(`customer.country = ANY(${value(country)}::text[])`);
	if (created.gte !== null) where.push(`customer.created >= ${value(created.gte)}::text::timestamptz`);
	if (created.lt !== null) where.push(`customer.created < ${value(created.lt)}::text::timestamptz`);
	return where;
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
