import type { Customer } from './customer';
import { emailKey } from './email';
import { foldText } from './foldText';
import { unicodeDomain } from './unicodeDomain';

/** What can be searched. */
export type SearchField = 'name' | 'email' | 'phone' | 'id';

/** All that a search compares of a customer but the phone: the folded name, the email in both forms of its domain, the id. Each word has a space before it. */
export function searchedText(
	customer: Pick<Customer, 'id' | 'name' | 'email'>,
	fields: readonly SearchField[] = ['name', 'email', 'id'],
): string {
	const { id, name, email } = customer;
	const lines: string[] = [];
	if (name && fields.includes('name')) lines.push(foldText(name));
	if (email && fields.includes('email')) {
		const at = email.lastIndexOf('@') + 1;
		// Folded, its dashes part words; its key has them.
		lines.push(...new Set([foldText(email.slice(0, at) + unicodeDomain(email.slice(at))), emailKey(email)]));
	}
	if (fields.includes('id')) lines.push(id.toLowerCase());
	return ` ${lines.join('\n ')}`;
}
