// Reviewed corrections to the source data. Each says why.

/** Postal patterns and layouts that are newer than the data, wrong in it, or wider than the codes that exist: a leading 0 mostly. */
export const regions = {
	// The prefix is optional in the data, and not written by anyone.
	AI: { zip: '2640' },
	// The three letters come only after a province's.
	AR: { zip: '\\d{4}|[A-HJ-NP-Z]\\d{4}(?:[A-Z]{3})?' },
	// No code begins with 0.
	AT: { zip: '[1-9]\\d{3}' },
	// Of the codes in 0 only 02, 08 and 09 exist.
	AU: { zip: '(?:0[289]|[1-9]\\d)\\d{2}' },
	BD: { zip: '[1-9]\\d{3}' },
	BE: { zip: '[1-9]\\d{3}' },
	// The pattern carries anchors of its own; ours are anchored as a whole.
	BH: { zip: '(?:1[0-2]|[1-9])\\d{2}' },
	CH: { zip: '[1-9]\\d{3}' },
	// The first digit is the region: 8 and 9 are Slovakia's.
	CZ: { zip: '[1-7]\\d{2} ?\\d{2}' },
	// The first two digits are 01 to 99.
	DE: { zip: '(?:0[1-9]|[1-9]\\d)\\d{3}' },
	// Seven digits today; the former five are still in use.
	EG: { zip: '\\d{5}(?:\\d{2})?', zipex: '4460331' },
	// The first two digits are the province: 01 to 52.
	ES: { zip: '(?:0[1-9]|[1-4]\\d|5[0-2])\\d{3}' },
	GR: { zip: '[1-8]\\d{2} ?\\d{2}' },
	HU: { zip: '[1-9]\\d{3}' },
	ID: { zip: '[1-9]\\d{4}' },
	// A routing key, then four of the letters that no digit is mistaken for.
	IE: { zip: '(?:[AC-FHKNPRTV-Y]\\d{2}|D6W) ?[0-9AC-FHKNPRTV-Y]{4}' },
	// The first digit is the postal zone, 1 to 9.
	IN: { zip: '[1-9]\\d{5}' },
	IT: { zip: '(?:[0-8]\\d|9[0-8])\\d{3}' },
	// 01 is Seoul, 63 is Jeju.
	KR: { zip: '(?:0[1-9]|[1-5]\\d|6[0-3])\\d{3}' },
	// Letters and digits since 2015; the former six digits are still in use.
	KZ: { zip: '\\d{6}|[A-Z]\\d{2}[A-Z0-9]{4}' },
	// Seven digits today; the former five are still in use.
	MM: { zip: '\\d{5}(?:\\d{2})?' },
	MX: { zip: '(?:0[1-9]|[1-9]\\d)\\d{3}' },
	// A letter for Rodrigues and Agalega since 2013; the former code is still in use.
	MU: { zip: '\\d{5}|[AR]\\d{4}|\\d{3}[A-Z]{2}\\d{3}', zipex: '42602' },
	// The data glues the province to the city.
	MZ: { fmt: '%N%n%O%n%A%n%Z %C%n%S' },
	NG: { zip: '[1-9]\\d{5}' },
	// "PC" is the words "postal code".
	OM: { zip: '\\d{3}' },
	PK: { zip: '[1-9]\\d{4}' },
	PT: { zip: '[1-9]\\d{3}-\\d{3}' },
	// Six digits today; the former four are still in use.
	PY: { zip: '\\d{4}(?:\\d{2})?', zipex: '001001' },
	RU: { zip: '[1-6]\\d{5}' },
	// With the additional number of a national address.
	SA: { zip: '\\d{5}(?:-\\d{4})?' },
	SE: { zip: '[1-9]\\d{2} ?\\d{2}', zipex: '114 55' },
	// The first two digits are the sector, up to 82.
	SG: { zip: '[0-8]\\d{5}' },
	// The first digit is the region: 1 to 7 are Czechia's.
	SK: { zip: '[089]\\d{2} ?\\d{2}' },
	// "CP" is the words "código postal".
	SV: { zip: '\\d{4}', zipex: '1101' },
	TH: { zip: '[1-9]\\d{4}' },
	// The first two digits are the province: 01 to 81.
	TR: { zip: '(?:0[1-9]|[1-7]\\d|8[01])\\d{3}' },
	// Six digits since 2012.
	TT: { zip: '\\d{6}', zipex: '120110', fmt: '%N%n%O%n%A%n%C %Z' },
	US: { zip: '(?!000)(\\d{5})(?:[ \\-](\\d{4}))?' },
};

/** What people write before a code that is not part of it, besides the ISO code and Google's own prefix. */
export const postalPrefixes = {
	AT: ['A'],
	BE: ['B'],
	DE: ['D'],
	ES: ['E'],
	FI: ['FIN'],
	FR: ['F'],
	HU: ['H'],
	IT: ['I'],
	JP: ['〒'],
	MX: ['CP'],
	NO: ['N'],
	OM: ['PC'],
	PT: ['P'],
	SE: ['S'],
	SI: ['SLO'],
	SV: ['CP'],
};

/**
 * Where the canonical spelling has a separator: characters from the start (positive) or the end (negative), then the separator.
 * The first that fits the pattern wins; a code that none fits is written without.
 */
export const postalGroups = {
	'-2 ': ['BM', 'CZ', 'GR', 'NL', 'SE', 'SK'],
	'-3 ': ['AC', 'CA', 'FK', 'GB', 'GG', 'GI', 'GS', 'IM', 'IO', 'JE', 'PN', 'SH', 'TA', 'TC'],
	'-4 ': ['IE', 'LB'],
	'-3-': ['BR', 'PL', 'PT'],
	'-4-': ['AS', 'CR', 'FM', 'GU', 'JP', 'KY', 'LV', 'MH', 'MP', 'PR', 'PW', 'SA', 'US', 'VI'],
	'-5-': ['IR'],
	'2 ': ['SO'],
	'3 ': ['MT'],
	// BFPO 61, LIMA 23.
	'4 ': ['GB', 'PE'],
	// CALLAO 2.
	'6 ': ['PE'],
};

/** Countries that write the subdivision's code, not its name, on an envelope. */
export const stateAsCode = ['AU', 'BR', 'CA', 'IT', 'US'];

/** Today's ISO 3166-2 codes where the data has a former one or none; the data's key stays an alias. */
export const subdivisionCodes = {
	BS: { 'Crooked Island': 'CK', 'N.P.': 'NP' },
	// Letters since 2017.
	CN: {
		...{ 11: 'BJ', 12: 'TJ', 13: 'HE', 14: 'SX', 15: 'NM', 21: 'LN', 22: 'JL', 23: 'HL', 31: 'SH', 32: 'JS', 33: 'ZJ', 34: 'AH' },
		...{ 35: 'FJ', 36: 'JX', 37: 'SD', 41: 'HA', 42: 'HB', 43: 'HN', 44: 'GD', 45: 'GX', 46: 'HI', 50: 'CQ', 51: 'SC', 52: 'GZ' },
		...{ 53: 'YN', 54: 'XZ', 61: 'SN', 62: 'GS', 63: 'QH', 64: 'NX', 65: 'XJ', 71: 'TW', 91: 'HK', 92: 'MO' },
	},
	// Since 2023.
	IN: { CT: 'CG', OR: 'OD', TG: 'TS', UT: 'UK' },
	TW: { 連江縣: 'LIE', 金門縣: 'KIN' },
};

/** How WooCommerce numbers China's, and so the browsers that fill in what was typed there: CN1 to CN32. ISO's own numbers have a hyphen. */
const numberedByShops = 'YN BJ TJ HE SX NM LN JL HL SH JS ZJ AH FJ JX SD HA HB HN GD GX HI CQ SC GZ SN GS QH NX MO XZ XJ'.split(' ');

/** More spellings by which a subdivision is found, by its code of today. */
export const subdivisionAliases = {
	AE: { AZ: ['AUH'], DU: ['DXB'], RK: ['RAK'], UQ: ['UAQ', 'Umm Al Qaiwain'] },
	AU: { ACT: ['Canberra'], TAS: ['Tassie'] },
	CA: {
		NL: ['Newfoundland', 'Labrador', 'NF', 'Nfld'],
		NT: ['NWT'],
		PE: ['PEI'],
		QC: ['PQ'],
		YT: ['Yukon Territory', 'YK'],
	},
	AR: { C: ['CABA', 'Capital Federal', 'Ciudad de Buenos Aires'], B: ['Provincia de Buenos Aires'] },
	CL: { RM: ['Región Metropolitana', 'Santiago'], LI: ["O'Higgins"], AI: ['Aysén'], MA: ['Magallanes'] },
	CN: {
		GX: ['Guangxi'],
		NM: ['Inner Mongolia', 'Nei Mongol', '内蒙古自治区'],
		NX: ['Ningxia'],
		XJ: ['Xinjiang'],
		XZ: ['Tibet', 'Xizang'],
		MO: ['Macao'],
	},
	CO: { DC: ['Bogotá D.C.', 'Distrito Capital', 'Cundinamarca Bogotá'] },
	ES: {
		A: ['Alicante/Alacant'],
		GI: ['Gerona'],
		OR: ['Orense'],
		O: ['Oviedo'],
		SE: ['Seville'],
		NA: ['Navarre'],
		Z: ['Saragossa'],
		SS: ['Guipuzcoa'],
		S: ['Santander'],
		LO: ['Logroño'],
		BI: ['Biscay'],
		CS: ['Castelló/Castellón'],
		PM: ['Balearic Islands', 'Baleares'],
		V: ['Valencia/València'],
	},
	ID: { JK: ['DKI'], YO: ['DIY', 'DI Yogyakarta', 'Yogyakarta'] },
	IN: {
		AN: ['Andaman and Nicobar Islands'],
		CG: ['Chattisgarh'],
		DH: ['DN', 'DD', 'Dadra and Nagar Haveli', 'Daman and Diu'],
		DL: ['New Delhi', 'NCT of Delhi'],
		JK: ['J&K'],
		OD: ['Orissa'],
		PY: ['Pondicherry'],
		TN: ['Tamilnadu'],
		UK: ['Uttaranchal'],
	},
	IT: {
		...{
			AO: ["Valle d'Aosta", "Vallée d'Aoste"],
			BZ: ['Bozen', 'Südtirol', 'Alto Adige', 'South Tyrol'],
			RE: ["Reggio nell'Emilia", 'Reggio Emilia'],
		},
		...{
			FC: ['Forli', 'FO'],
			MB: ['Monza e della Brianza', 'Monza-Brianza'],
			PU: ['PS', 'Pesaro'],
			RC: ['Reggio Calabria'],
			VB: ['Verbania'],
		},
		...{ FI: ['Florence'], GE: ['Genoa'], MI: ['Milan'], MN: ['Mantua'], NA: ['Naples'], PD: ['Padua'], RM: ['Rome'] },
		...{ SR: ['Syracuse'], TO: ['Turin'], VE: ['Venice'] },
	},
	KR: {
		26: ['Pusan'],
		42: ['강원도', 'Gangwon State'],
		43: ['충청북도'],
		44: ['충청남도'],
		45: ['전라북도', '전북특별자치도', 'Jeonbuk', 'Jeonbuk State'],
		46: ['전라남도'],
		47: ['경상북도'],
		48: ['경상남도'],
	},
	MX: {
		BCN: ['BC'],
		CMX: ['DIF', 'DF', 'CDMX', 'Distrito Federal', 'Mexico City'],
		COA: ['Coahuila'],
		MEX: ['Edomex', 'EM', 'México', 'State of Mexico'],
		NLE: ['NL'],
		MIC: ['Michoacán de Ocampo'],
		VER: ['Veracruz de Ignacio de la Llave'],
	},
	MY: { 14: ['KL', 'Wilayah Persekutuan Kuala Lumpur'], 15: ['Wilayah Persekutuan Labuan'], 16: ['Wilayah Persekutuan Putrajaya'] },
	NG: { FC: ['FCT', 'Abuja'], OG: ['Ogun'] },
	PE: { LIM: ['Lima Provincias', 'Lima Region'], LMA: ['Lima', 'Lima Metropolitana'], CUS: ['Cusco'] },
	PH: { '00': ['NCR', 'National Capital Region', 'Manila'], COM: ['Davao de Oro'] },
	RU: {
		...{ CHE: ['Chelyabinsk Oblast'], KDA: ['Krasnodar Krai'], KYA: ['Krasnoyarsk Krai'], LEN: ['Leningrad Oblast'] },
		...{ MOS: ['Moscow Oblast', 'Moscow Region'], MOW: ['Moscow'], NIZ: ['Nizhny Novgorod Oblast'], NVS: ['Novosibirsk Oblast'] },
		...{ PER: ['Perm Krai'], PRI: ['Primorsky Krai'], ROS: ['Rostov Oblast'], SAM: ['Samara Oblast'] },
		...{ SPE: ['Saint Petersburg', 'St. Petersburg', 'СПб'], SVE: ['Sverdlovsk Oblast'] },
	},
	TH: {
		10: ['Krung Thep Maha Nakhon', 'กรุงเทพ', 'กรุงเทพฯ'],
		14: ['Ayutthaya', 'อยุธยา'],
		20: ['Chonburi'],
		16: ['Lopburi'],
		31: ['Buriram'],
		33: ['Sisaket'],
		86: ['Chumphon'],
	},
	TR: { '03': ['Afyonkarahisar'], 33: ['İçel'] },
	UA: { 30: ['Kyiv', 'Kiev'], 32: ['Kyiv Oblast'], 51: ['Odesa Oblast'] },
	US: { DC: ['Washington DC', 'D.C.', 'Washington, D.C.'], VI: ['U.S. Virgin Islands'] },
	VE: { A: ['Distrito Capital', 'Capital District', 'Caracas'], X: ['La Guaira'] },
	VN: {
		26: ['Huế', 'Hue', 'Thừa Thiên Huế'],
		HN: ['Ha Noi'],
		HP: ['Hai Phong'],
		SG: ['Hồ Chí Minh', 'TP. Hồ Chí Minh', 'TP HCM', 'HCMC', 'Saigon', 'Sài Gòn'],
	},
};

/** Subdivisions that are younger than the data. */
export const newSubdivisions = {
	// Provinces since 2022.
	ID: [
		{ code: 'PD', name: 'Southwest Papua', localName: 'Papua Barat Daya' },
		{ code: 'PE', name: 'Highland Papua', localName: 'Papua Pegunungan' },
		{ code: 'PS', name: 'South Papua', localName: 'Papua Selatan' },
		{ code: 'PT', name: 'Central Papua', localName: 'Papua Tengah' },
	],
	// Maguindanao was divided in 2022.
	PH: [
		{ code: 'MGN', name: 'Maguindanao del Norte' },
		{ code: 'MGS', name: 'Maguindanao del Sur' },
	],
};

/** What the data's romanisation adds to a name in these countries, where English leaves it out. */
export const nameSuffixes = { CN: / (?:Sheng|Shi|Zizhiqu|Zhuangzuzizhiqu|Huizuzizhiqu|Weiwuerzizhiqu)$/ };

for (const [at, code] of numberedByShops.entries()) {
	subdivisionAliases.CN[code] = [...(subdivisionAliases.CN[code] ?? []), `CN${at + 1}`];
}
