import { addressLayout } from '../domain/addressLayout';
import { countryName } from '../domain/country';
import type { Issue } from '../domain/issue';
import { formatMessage } from './formatMessage';
import type { Locale } from './locale';

/**
 * What a field is called.
 *
 * @param path where an issue is: `email`, `address.city`, …
 * @param country ISO 3166-1 alpha-2; decides what its state, city and postal code are called
 * @returns the label; none for the customer as a whole
 * @example
 * fieldLabel(locale, 'address.postal_code', 'US'); // 'ZIP code'
 */
export function fieldLabel(locale: Pick<Locale, 'address' | 'fields'>, path: Issue['path'], country?: string | null): string {
	const { address, fields } = locale;
	if (path === '') return '';
	if (!path.startsWith('address.')) return fields[path as 'email'];
	const labels = addressLayout(country || 'ZZ').labels;
	switch (path) {
		case 'address.city':
			return address.city[labels.city];
		case 'address.state':
			return address.state[labels.state];
		case 'address.postal_code':
			return address.postal_code[labels.postal_code];
		default:
			return address[path.slice('address.'.length) as 'line1'];
	}
}

/**
 * The sentence for an issue, in the reader's language.
 *
 * @param country ISO 3166-1 alpha-2 of the address; decides what its parts are called
 * @returns the sentence of `locale.issues`, filled
 * @throws `RangeError` where `locale.code` is no BCP 47 tag and the issue names a country
 * @example
 * issueMessage(locale, { path: 'name', code: 'too_long', params: { max: 200 } }); // 'Name can have at most 200 characters.'
 */
export function issueMessage(
	locale: Pick<Locale, 'address' | 'code' | 'fields' | 'issues'>,
	issue: Issue,
	country?: string | null,
): string {
	const params = issue.params ?? {};
	const named = typeof params.country === 'string' ? { ...params, country: countryName(params.country, locale.code) } : params;
	return formatMessage(locale.issues[issue.code], { ...named, field: fieldLabel(locale, issue.path, country) });
}

/** The sentence for an issue, and the field to say before it where it does not begin with it. */
export function labelledIssue(
	locale: Pick<Locale, 'address' | 'code' | 'fields' | 'issues'>,
	issue: Issue,
): { label: string | null; sentence: string } {
	const country = typeof issue.params?.country === 'string' ? issue.params.country : undefined;
	const label = fieldLabel(locale, issue.path, country);
	const sentence = issueMessage(locale, issue, country);
	return { label: sentence.startsWith(label) ? null : label, sentence };
}
