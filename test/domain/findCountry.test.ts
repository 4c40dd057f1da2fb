import { describe, expect, it } from 'vitest';
import { countryCodes, countryName } from '../../src/domain/country';
import { findCountry } from '../../src/domain/findCountry';

describe('a country in a file', () => {
	it('is known by its name in English and in the reader’s language, and by its code', () => {
		for (const code of countryCodes) {
			expect(findCountry(countryName(code))).toBe(code);
			for (const locale of ['hi', 'ar', 'ja']) expect(findCountry(countryName(code, locale), locale)).toBe(code);
			expect(findCountry(code.toLowerCase())).toBe(code);
		}
	});

	it.each([
		['USA', 'US'],
		['United States of America', 'US'],
		['UK', 'GB'],
		['U.K.', 'GB'],
		['The Netherlands', 'NL'],
		['Côte d’Ivoire', 'CI'],
		["cote d'ivoire", 'CI'],
		['Turkey', 'TR'],
		['  germany ', 'DE'],
		['UAE', 'AE'],
	])('%s is %s', (text, code) => expect(findCountry(text)).toBe(code));

	it.each([
		['Korea, Republic of', 'KR'],
		["Korea, Democratic People's Republic of", 'KP'],
		['Congo, Democratic Republic of the', 'CD'],
		['Congo', 'CG'],
		['Bolivia (Plurinational State of)', 'BO'],
		['Iran (Islamic Republic of)', 'IR'],
		['Palestine, State of', 'PS'],
		['Palestine', 'PS'],
		['Palestinian Territories', 'PS'],
		['Hong Kong SAR China', 'HK'],
		['China, Hong Kong SAR', 'HK'],
		['Taiwan, Province of China', 'TW'],
		["Lao People's Democratic Republic", 'LA'],
		['Syrian Arab Republic', 'SY'],
		['Tanzania, United Republic of', 'TZ'],
		['Moldova, Republic of', 'MD'],
		['Micronesia, Federated States of', 'FM'],
		['Micronesia (Federated States of)', 'FM'],
		['Venezuela, Bolivarian Republic of', 'VE'],
		['Iran, Islamic Republic of', 'IR'],
		['Macedonia, the former Yugoslav Republic of', 'MK'],
		['North Macedonia', 'MK'],
		['Saint Helena, Ascension and Tristan da Cunha', 'SH'],
		['Virgin Islands, British', 'VG'],
		['Virgin Islands, U.S.', 'VI'],
		['Brunei Darussalam', 'BN'],
		['Cabo Verde', 'CV'],
		['Falkland Islands (Malvinas)', 'FK'],
		['Holy See', 'VA'],
		['Holy See (Vatican City State)', 'VA'],
		['Timor-Leste', 'TL'],
		['Netherlands (Kingdom of the)', 'NL'],
		['United Kingdom of Great Britain and Northern Ireland (the)', 'GB'],
		['Saint Martin (French part)', 'MF'],
		['Sint Maarten (Dutch part)', 'SX'],
		['Bonaire, Sint Eustatius and Saba', 'BQ'],
		['Korea (Republic of)', 'KR'],
		['South Korea', 'KR'],
		['North Korea', 'KP'],
		['Congo (the Democratic Republic of the)', 'CD'],
		['The Gambia', 'GM'],
		['Bahamas, The', 'BS'],
		['Micronesia', 'FM'],
		['Czechia', 'CZ'],
		['Myanmar (Burma)', 'MM'],
		['Swaziland', 'SZ'],
		['Russia', 'RU'],
		['Macao SAR China', 'MO'],
		['Kosovo', 'XK'],
		['St. Lucia', 'LC'],
		['Trinidad & Tobago', 'TT'],
		['United States (US)', 'US'],
		['Georgia (US)', 'US'],
		['Virgin Islands (U.S.)', 'VI'],
		['DEU', 'DE'],
		['ind', 'IN'],
		['Deutschland', 'DE'],
		['España', 'ES'],
		['भारत', 'IN'],
		['日本', 'JP'],
		['中国', 'CN'],
		['Россия', 'RU'],
		['مصر', 'EG'],
		['Ελλάδα', 'GR'],
		['ישראל', 'IL'],
		['Türkiye', 'TR'],
		['Frankreich', 'FR'],
		['Estados Unidos', 'US'],
	])('%s is %s, whatever the reader’s language', (text, code) => {
		for (const locale of ['en', 'ar', 'ja']) expect(findCountry(text, locale)).toBe(code);
	});

	it('is not guessed', () => {
		expect(findCountry('Georgia, USA')).toBeNull();
		expect(findCountry('Atlantis (Greece)')).toBeNull();
		expect(findCountry('Atlantis')).toBeNull();
		expect(findCountry('')).toBeNull();
	});
});
