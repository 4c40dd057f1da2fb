import { getCountries, getCountryCallingCode } from 'libphonenumber-js';

const regions = new Intl.DisplayNames('en', { type: 'region' });
const collator = new Intl.Collator('en');

/** By name; named and sorted once, by the first form that asks. */
export const countriesByName = () => {
	known ??= getCountries()
		.map((code) => ({ code, name: regions.of(code) ?? code, dial: getCountryCallingCode(code) }))
		.sort((a, b) => collator.compare(a.name, b.name));
	return known;
};

let known: { code: ReturnType<typeof getCountries>[number]; name: string; dial: string }[] | undefined;
