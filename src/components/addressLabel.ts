import type { AddressRule } from '../domain/address';
import type { Address } from '../domain/customer';
import type { Locale } from '../locales/locale';

/** What a country calls a part of an address, in the reader's language. */
export function addressLabel(locale: Locale, field: keyof Address, rule: AddressRule): string {
	const words = locale.address;
	switch (field) {
		case 'city':
			return words.city[rule.labels.city];
		case 'state':
			return words.state[rule.labels.state];
		case 'postal_code':
			return words.postal_code[rule.labels.postal_code];
		default:
			return words[field];
	}
}
