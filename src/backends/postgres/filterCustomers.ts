import { emailKey } from '../../domain/email';
import type { CheckedListRequest } from '../kit/checkListRequest';
import { foldText, phoneDigits } from '../kit/foldText';
import type { Statement } from './statement';

/** The conditions of a list request on the table `customer`, to be joined by AND. */
export function filterCustomers({ value }: Statement, request: CheckedListRequest, scope: string): string[] {
	const { query, email, country, created } = request;
	const where = [`customer.scope = ${value(scope)}`];
	if (email !== null) where.push(`customer.email_key = ${value(email)}`);
	if (country !== null) where.push(`customer.country = ANY(${value(country)}::text[])`);
	if (created.gte !== null) where.push(`customer.created >= ${value(created.gte)}::text::timestamptz`);
	if (created.lt !== null) where.push(`customer.created < ${value(created.lt)}::text::timestamptz`);
	if (query !== null) where.push(`(${matchQuery(value, query).join(' OR ')})`);
	return where;
}

function matchQuery(value: Statement['value'], query: string): string[] {
	const text = value(containing(foldText(query)));
	const matches = ['customer.name_key', 'customer.email_key', 'lower(customer.id)'].map((column) => `${column} LIKE ${text}::text`);
	const key = emailKey(query);
	if (key !== foldText(query)) matches.push(`customer.email_key LIKE ${value(containing(key))}::text`);
	const digits = phoneDigits(query);
	if (digits !== null) matches.push(`customer.phone LIKE ${value(containing(digits))}::text`);
	return matches;
}

/** The LIKE pattern for text that contains this text, in which `%`, `_` and `\` stand for themselves. */
function containing(text: string): string {
	// Postgres holds no NUL: the replacement character stands for it, and matches as little.
	return `%${text.replaceAll('\0', '\uFFFD').replace(/[\\%_]/g, '\\$&')}%`;
}
