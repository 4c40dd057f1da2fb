import { addressFields } from '../../domain/customer';
import type { Issue, IssueCode } from '../../domain/issue';

const fieldIssues = {
	email: 'invalid_email',
	phone: 'invalid_phone',
	name: 'invalid_characters',
	id: 'invalid_id',
	address: 'invalid_type',
	'address.line1': 'invalid_characters',
	'address.line2': 'invalid_characters',
	'address.city': 'invalid_characters',
	'address.state': 'invalid_state',
	'address.postal_code': 'invalid_postal_code',
	'address.country': 'invalid_country',
} as const satisfies Partial<Record<Issue['path'], IssueCode>>;

/**
 * The field that a vendor refused: `address[postal_code]`, `address.postal_code` and `/address/postal_code` name the same one.
 *
 * @param kind the vendor's own word for the refusal
 */
export function refusedField(param: string, kind: string): Issue | null {
	const parts = param.split(/[[\]./]+/).filter((part) => part !== '');
	const path = (addressFields as readonly string[]).includes(parts[0] ?? '') ? `address.${parts[0]}` : parts.join('.');
	if (!Object.hasOwn(fieldIssues, path)) return null;
	const code = /missing|required/.test(kind) ? 'required' : fieldIssues[path as keyof typeof fieldIssues];
	return { path: path as keyof typeof fieldIssues, code };
}
