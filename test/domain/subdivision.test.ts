import { describe, expect, it } from 'vitest';
import { addressRule } from '../../src/domain/addressRule';
import { countryCodes } from '../../src/domain/country';
import { findSubdivision } from '../../src/domain/findSubdivision';
import { normalizePostalCode, postalMatchesState } from '../../src/domain/postalCode';
import type { Subdivision } from '../../src/domain/subdivision';
import { loadSubdivisions } from '../../src/domain/subdivision';

describe('a state', () => {
	it('has what its list says of it, from the first of the list on', async () => {
		const [first, ...others] = await loadSubdivisions('IN');
		expect(first).toEqual({ code: 'AN', name: 'Andaman & Nicobar', postalPrefix: '744', aliases: ['Andaman and Nicobar Islands'] });
		expect(others).toHaveLength(35);
	});

	it.each([
		['IN', 'mh', 'MH'],
		['IN', 'Maharashtra', 'MH'],
		['IN', 'महाराष्ट्र', 'MH'],
		['IN', 'maharashtra state', 'MH'],
		['IN', 'OR', 'OD'],
		['IN', 'Orissa', 'OD'],
		['IN', 'TG', 'TS'],
		['IN', 'UT', 'UK'],
		['IN', 'CT', 'CG'],
		['IN', 'Jammu and Kashmir', 'JK'],
		['IN', 'Andaman & Nicobar Islands', 'AN'],
		['US', 'california', 'CA'],
		['US', 'State of California', 'CA'],
		['US', 'Washington, D.C.', 'DC'],
		['CA', 'Québec', 'QC'],
		['CA', 'quebec', 'QC'],
		['BR', 'Sao Paulo', 'SP'],
		['JP', 'Tokyo', '13'],
		['JP', 'Tōkyō', '13'],
		['JP', 'Tokyo-to', '13'],
		['JP', '東京都', '13'],
		['JP', '東京', '13'],
		['JP', '京都', '26'],
		['JP', '北海道', '01'],
		['CN', 'Beijing', 'BJ'],
		['CN', 'Beijing Shi', 'BJ'],
		['CN', '北京市', 'BJ'],
		['CN', '北京', 'BJ'],
		['CN', '11', 'BJ'],
		['KR', 'Seoul', '11'],
		['KR', '서울특별시', '11'],
		['KR', '경기도', '41'],
		['MX', 'CDMX', 'CMX'],
		['MX', 'Distrito Federal', 'CMX'],
		['MX', 'Nuevo Leon', 'NLE'],
		['ID', 'Jawa Barat', 'JB'],
		['ID', 'West Java', 'JB'],
		['ID', 'Papua Pegunungan', 'PE'],
		['NG', 'Lagos State', 'LA'],
		['NG', 'FCT', 'FC'],
		['PH', 'Metro Manila', '00'],
		['EG', 'Cairo', 'C'],
		['EG', 'القاهرة', 'C'],
		['EG', 'الاسكندرية', 'ALX'],
		['MY', 'KL', '14'],
		['MY', 'Wilayah Persekutuan Kuala Lumpur', '14'],
		['MY', 'Wilayah Persekutuan Labuan', '15'],
		['MY', 'Penang', '07'],
		['MY', 'Malacca', '04'],
		['PE', 'Lima', 'LMA'],
		['PE', 'Lima Metropolitana', 'LMA'],
		['PE', 'Lima Provincias', 'LIM'],
		['TH', 'กรุงเทพฯ', '10'],
		['TH', 'Ayutthaya', '14'],
		['RU', 'СПб', 'SPE'],
		['VN', 'HCMC', 'SG'],
		['ID', 'D.I. Yogyakarta', 'YO'],
		['VN', 'Hà Nội', 'HN'],
		['VN', 'Da Nang', 'DN'],
		['VN', 'TP. Hồ Chí Minh', 'SG'],
		['TR', 'Istanbul', '34'],
		['TR', 'İSTANBUL', '34'],
		['TR', 'Iğdır', '76'],
		['TR', 'IGDIR', '76'],
		['IR', 'Tehran', '23'],
		['IR', 'تهران', '23'],
		['TH', 'Bangkok', '10'],
		['TH', 'บึงกาฬ', '38'],
		['RU', 'Moscow', 'MOW'],
		['RU', 'Московская область', 'MOS'],
		['RU', 'Татарстан', 'TA'],
		['RU', 'Пермский', 'PER'],
		['ES', 'Bizkaia', 'BI'],
		['IT', 'Milan', 'MI'],
		['AU', 'new south wales', 'NSW'],
		['AE', 'Dubai', 'DU'],
		['AE', 'دبي', 'DU'],
		['IE', 'Dublin', 'D'],
		['IE', 'County Cork', 'CO'],
		['UA', 'Kyiv', '30'],
		['TW', '金門縣', 'KIN'],
		['TW', 'Hsinchu City', 'HSZ'],
		['PE', 'Lima', 'LMA'],
		['PE', 'Cusco', 'CUS'],
		['TW', '臺北市', 'TPE'],
		['TW', '臺中市', 'TXG'],
		['TW', '台東縣', 'TTT'],
		['MY', 'Penang', '07'],
		['MY', 'Malacca', '04'],
		['MY', 'Pulau Pinang', '07'],
		['KR', 'Gyeonggi', '41'],
		['KR', 'Jeju', '49'],
		['KR', '서울시', '11'],
		['KR', '부산시', '26'],
		['KR', 'Gyeongsangnam', '48'],
		['VN', 'Huế', '26'],
		['VN', 'Thừa Thiên-Huế', '26'],
		['VE', 'La Guaira', 'X'],
		['VE', 'Distrito Capital', 'A'],
		['CL', 'La Araucanía', 'AR'],
		['CL', 'Región de La Araucanía', 'AR'],
		['CN', 'Xinjiang', 'XJ'],
		['CN', '广西壮族自治区', 'GX'],
		['CN', '新疆维吾尔自治区', 'XJ'],
		['CN', '内蒙古自治区', 'NM'],
		['RU', 'г. Москва', 'MOW'],
		['RU', 'Московская обл.', 'MOS'],
		['RU', 'Респ. Татарстан', 'TA'],
		['IT', "Valle d'Aosta", 'AO'],
		['IT', "Reggio nell'Emilia", 'RE'],
		['IT', 'Bolzano/Bozen', 'BZ'],
		['IT', 'Bozen', 'BZ'],
		['IT', 'Bozen/Alto Adige (Nord)', 'BZ'],
		['ES', 'Seville', 'SE'],
		['ES', 'Gerona', 'GI'],
		['ES', 'Araba/Álava', 'VI'],
		['ES', 'Guipúzcoa / Gipuzkoa', 'SS'],
		['CA', 'Newfoundland', 'NL'],
		['CA', 'PEI', 'PE'],
		['MX', 'Jal.', 'JAL'],
		['AU', 'N.S.W.', 'NSW'],
		['CN', 'CN2', 'BJ'],
		['CN', 'cn11', 'JS'],
		['CN', 'CN-11', 'BJ'],
		['JP', 'JP13', '13'],
		['JP', ' jp-13 ', '13'],
		['JP', 'JP1', '01'],
		['JP', ' jp01 ', '01'],
		['UA', 'UA30', '30'],
		['IN', 'IN-MH', 'MH'],
		['US', 'USCA', 'CA'],
		// No ISO code: the key of the data stays.
		['HK', 'kowloon', 'Kowloon'],
		['AU', 'JBT', 'JBT'],
	])('of %s is found from %s', async (country, text, code) => {
		expect(findSubdivision(text, await loadSubdivisions(country), country)?.code).toBe(code);
	});

	it.each([
		['IN', 'California'],
		['US', 'MH2'],
		['US', 'State'],
		['US', ''],
		['US', '...'],
		['JP', '48'],
		// Larger regions, and places that are none.
		['IT', 'Lombardia'],
		['ES', 'Andalucía'],
		['DE', 'Bayern'],
		['ES', 'Sevilla/Cádiz'],
		['US', 'US99'],
		['JP', 'JP'],
		['UA', 'UA3'],
		['MY', 'MY010'],
		['CN', '族自治区'],
		// A city and a county: not guessed.
		['TW', 'Hsinchu'],
	])('of %s is not found from %j', async (country, text) => {
		expect(findSubdivision(text, await loadSubdivisions(country), country)).toBeUndefined();
	});

	it('of El Salvador has the codes of its department', async () => {
		const ahuachapan = findSubdivision('Ahuachapán', await loadSubdivisions('SV'), 'SV')!;
		expect(['2101', 'CP 2101', '1101'].map((code) => postalMatchesState(normalizePostalCode(code, 'SV')!, ahuachapan))).toEqual([
			true,
			true,
			false,
		]);
	});

	it('of Mauritius has codes for Rodrigues and Agalega', () => {
		expect(['42602', 'r1234', 'A0101', '742CU001', 'B1234'].map((code) => normalizePostalCode(code, 'MU'))).toEqual([
			'42602',
			'R1234',
			'A0101',
			'742CU001',
			null,
		]);
	});

	it('has a name in Latin letters, and a postal prefix that codes of its country begin with', async () => {
		for (const country of countryCodes) {
			for (const { name, postalPrefix } of await loadSubdivisions(country)) {
				expect(name.normalize('NFD'), country).toMatch(/[A-Za-z]/);
				// Andorra's are the only codes with letters before the digits.
				if (postalPrefix && country !== 'AD') expect(postalPrefix, country).not.toMatch(/[A-Z]{2}|\s/);
			}
		}
		expect((await loadSubdivisions('HK')).map(({ name, localName }) => [name, localName])).toContainEqual(['Kowloon', '九龍']);
	});

	it('is found by everything that its list says, and only it', async () => {
		for (const country of countryCodes) {
			const list = await loadSubdivisions(country);
			expect(list.length > 0).toBe(addressRule(country).hasSubdivisions);
			expect(new Set(list.map((entry) => entry.code)).size).toBe(list.length);
			for (const nothing of ['', '...', 'Province of the', country]) {
				const found = findSubdivision(nothing, list, country);
				expect(found?.code, `${country} ${nothing}`).toBe(list.find(({ code }) => code === nothing)?.code);
			}
			for (const entry of list) {
				expect(entry.code).toMatch(/\S/);
				expect(entry.name).toMatch(/\S/);
				for (const text of [entry.code, entry.name, entry.localName ?? entry.name, ...(entry.aliases ?? [])]) {
					expect(findSubdivision(text, list, country)?.code, `${country} ${text}`).toBe(entry.code);
				}
			}
		}
	});

	it('is found by its own name, without the word for what it is, and never as another', async () => {
		const kind =
			/^(?:Co\.|County|Province of|State of|Special Region of|Respublika|Республика|استان|จังหวัด|Tỉnh|Thành phố|TP\.) | (?:County|Province|Governorate|State|District|City|Department|Region|oblast|kray|Krai|Republits|Respublika|область|край|Республика)$|(?:省|市|縣|県|府|自治区|特别行政区|특별자치시|특별자치도|특별시|광역시|도)$/;
		const own = (text: string) => text.replace(kind, '');
		let found = 0;
		for (const country of countryCodes) {
			const list = await loadSubdivisions(country);
			const namesOf = ({ name, localName = name, aliases = [] }: Subdivision) => [name, localName, ...aliases];
			for (const entry of list) {
				for (const text of namesOf(entry).filter((name) => own(name) !== name)) {
					const others = list.filter((other) => other !== entry && namesOf(other).some((name) => own(name) === own(text)));
					const answer = findSubdivision(own(text), list, country);
					if (others.length === 0) expect(answer?.code, `${country} ${own(text)}`).toBe(entry.code);
					else expect([undefined, entry, ...others], `${country} ${own(text)}`).toContain(answer);
					found += others.length === 0 ? 1 : 0;
				}
			}
		}
		expect(found).toBeGreaterThan(250);
	});

	it('has no list in an unknown country', async () => {
		expect(await loadSubdivisions('ZZ')).toEqual([]);
		expect(await loadSubdivisions('FR')).toEqual([]);
		expect(await loadSubdivisions('in')).toHaveLength(36);
	});
});
