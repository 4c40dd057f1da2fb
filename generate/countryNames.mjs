import { existsSync, readdirSync, readFileSync } from 'node:fs';

const source = new URL('../node_modules/i18n-iso-countries/', import.meta.url);
const read = (file) => JSON.parse(readFileSync(new URL(file, source), 'utf8'));

/** Whoever sends a file may have written it in any language of the kit: English, and the others that the source has. */
const languages = readdirSync(new URL('../src/locales', import.meta.url))
	.flatMap((file) => /^([a-z]{2,3})\.ts$/.exec(file)?.[1] ?? [])
	.filter((language) => existsSync(new URL(`langs/${language}.json`, source)))
	.sort((one, other) => Number(other === 'en') - Number(one === 'en') || (one < other ? -1 : 1));

/** How people call their own country: its languages, where the source has them. */
const own = Object.entries({
	af: 'ZA NA',
	am: 'ET',
	az: 'AZ',
	be: 'BY',
	bg: 'BG',
	bn: 'BD IN',
	bs: 'BA',
	ca: 'AD ES',
	cs: 'CZ',
	da: 'DK GL FO',
	el: 'GR CY',
	et: 'EE',
	eu: 'ES',
	fa: 'IR AF',
	fi: 'FI',
	ga: 'IE',
	gl: 'ES',
	ha: 'NG',
	he: 'IL',
	hr: 'HR BA',
	hu: 'HU',
	hy: 'AM',
	id: 'ID',
	is: 'IS',
	it: 'IT CH SM VA',
	ka: 'GE',
	kk: 'KZ',
	km: 'KH',
	ky: 'KG',
	lt: 'LT',
	lv: 'LV',
	mk: 'MK',
	ml: 'IN',
	mn: 'MN',
	ms: 'MY BN SG',
	mt: 'MT',
	nb: 'NO SJ',
	nl: 'NL BE SR AW CW',
	nn: 'NO',
	no: 'NO',
	pl: 'PL',
	ps: 'AF',
	ro: 'RO MD',
	ru: 'RU BY KZ KG',
	sd: 'PK',
	sk: 'SK',
	sl: 'SI',
	so: 'SO',
	sq: 'AL XK',
	sr: 'RS ME BA XK',
	sv: 'SE FI AX',
	sw: 'TZ KE UG',
	ta: 'LK SG IN',
	tg: 'TJ',
	th: 'TH',
	tk: 'TM',
	tr: 'TR CY',
	uk: 'UA',
	ur: 'PK IN',
	uz: 'UZ',
	vi: 'VN',
}).flatMap(([language, codes]) => codes.split(' ').map((code) => [language, code]));

/** Names that the source gives to the wrong country. */
const mistaken = new Set(['CG República Democrática do Congo', 'CD Congo', 'SX São Martinho']);

const compact = (name) => name.normalize('NFC').replace(/\s+/g, ' ').trim();

/** One country a line: alpha-2, alpha-3, then its names, the usual English one first. */
export function packCountryNames() {
	const alpha3 = Object.fromEntries(read('codes.json').map(([two, three]) => [two, three]));
	const namesOf = new Map(Object.keys(alpha3).map((code) => [code, new Set()]));
	const add = (language, only) => {
		for (const [code, names] of Object.entries(read(`langs/${language}.json`).countries)) {
			if (only && code !== only) continue;
			for (const name of [names].flat().map(compact)) if (!mistaken.has(`${code} ${name}`)) namesOf.get(code)?.add(name);
		}
	};
	for (const language of languages) add(language);
	for (const [language, code] of own) add(language, code);
	return [...namesOf]
		.sort(([one], [other]) => (one < other ? -1 : 1))
		.map(([code, names]) => [code, alpha3[code], ...[...names].filter((name) => name !== code && name !== alpha3[code])].join('~'))
		.join('\n');
}
