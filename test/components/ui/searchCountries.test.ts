import { expect, it } from 'vitest';
import { nameCountries } from '../../../src/components/ui/nameCountries';
import { searchCountries } from '../../../src/components/ui/searchCountries';
import { countryCodes } from '../../../src/server';

it.each([
	['ar', 'المانيا', 'DE'],
	['ar', 'ألمانيا', 'DE'],
	['ar', 'الاردن', 'JO'],
	['ar', 'الإمارات', 'AE'],
	['ar', 'germ', 'DE'],
	['en', "cote d'ivoire", 'CI'],
	['en', 'cote d’ivoire', 'CI'],
	['en', 'trinidad and tobago', 'TT'],
	['en', 'bosnia and', 'BA'],
	['en', 'guinea bissau', 'GW'],
	['en', 'st barth', 'BL'],
	['en', 'ålan', 'AX'],
	['en', 'aland', 'AX'],
	['en', 'in', 'IN'],
	['en', ' IN ', 'IN'],
	['en', '+91', 'IN'],
	['en', '0091', 'IN'],
	['tr', 'ISVEÇ', 'SE'],
	['hi', 'भारत', 'IN'],
	['ko', '대한', 'KR'],
	['ja', 'インド', 'IN'],
])('in %s, %s finds %s first', (locale, query, code) => {
	const countries = nameCountries(countryCodes, locale).map((country) => ({ ...country, callingCode: country.code === 'IN' ? '91' : '' }));
	expect(searchCountries(countries, query)[0]?.code).toBe(code);
});

it.each(['', ' ', '+', '-'])('has them all for %j', (query) => {
	const countries = nameCountries(countryCodes, 'en').map((country) => ({ ...country, callingCode: '1' }));
	expect(searchCountries(countries, query)).toHaveLength(countries.length);
});

it('finds nobody for what no country is called', () => {
	const countries = nameCountries(countryCodes, 'en').map((country) => ({ ...country, callingCode: '1' }));
	expect(['xyzzy', '999', 'd’’ivory'].flatMap((query) => searchCountries(countries, query))).toEqual([]);
});
