import { countryCodes, countryName } from '../../domain/country';

const sorted = new Map<string, readonly { code: string; name: string }[]>();

/** All countries that an address may have, in the order of the reader's language. */
export function countriesByName(language: string): readonly { code: string; name: string }[] {
	let countries = sorted.get(language);
	if (!countries) {
		const order = new Intl.Collator(language).compare;
		countries = countryCodes.map((code) => ({ code, name: countryName(code, language) })).sort((a, b) => order(a.name, b.name));
		sorted.set(language, countries);
	}
	return countries;
}
