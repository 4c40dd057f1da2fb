import { readFileSync } from 'node:fs';
import { nameSuffixes, newSubdivisions, subdivisionAliases, subdivisionCodes } from './addresses.overlay.mjs';

/** Languages that people of a country write its places in, besides English; its own data has the official ones. */
const languages = {
	CA: ['fr'],
	ES: ['es', 'ca', 'eu', 'gl'],
	IT: ['it', 'de'],
	MX: ['es'],
	PE: ['es'],
	TR: ['tr'],
	UA: ['uk', 'ru'],
	VN: ['vi'],
};

/** Numbered otherwise there (IR), or with one name for a city and the county around it (TW). */
const otherNumbers = new Set(['IR', 'TW']);

const cldr = new URL('../node_modules/cldr-subdivisions-full/subdivisions/', import.meta.url);
const known = new Map(
	[...new Set(['en', ...Object.values(languages).flat()])].map((language) => {
		const file = JSON.parse(readFileSync(new URL(`${language}/${language}.json`, cldr), 'utf8'));
		return [language, file.subdivisions.localeDisplayNames.subdivisions];
	}),
);

/** As `foldName` compares them, near enough to tell what adds nothing. */
const compared = (name) =>
	name
		.toLowerCase()
		.normalize('NFKD')
		.replace(/[^\p{L}\p{N}]/gu, '');

/** What Unicode's list calls it, in English and the country's languages, where that is not said yet. */
function unicodeNames(country, code, said) {
	if (otherNumbers.has(country)) return [];
	const seen = new Set(said.filter(Boolean).map(compared));
	return ['en', ...(languages[country] ?? [])]
		.map((language) => known.get(language)?.[`${country}${code}`.toLowerCase()])
		.filter((name) => name && !seen.has(compared(name)) && seen.add(compared(name)));
}

const isLatin = (text) => /[a-z]/i.test(text.normalize('NFD'));

function entries(region) {
	const codes = subdivisionCodes[region.key] ?? {};
	// What another place is called is never given to a second.
	const all = region.sub_regions.flatMap(({ name }) => Object.values(name));
	const own = subdivisionAliases[region.key] ?? {};
	return region.sub_regions
		.map(({ key, name, zip }) => {
			// Hong Kong's areas have their English names as keys.
			const { default: official, latin = isLatin(name.default) ? undefined : key, ...others } = name;
			const code = codes[key] ?? key;
			// India's own list is in English; Hindi is the local name there.
			const local = latin ? official : others.hi;
			const more = [code === key ? '' : key, ...Object.values(others), ...(own[code] ?? [])];
			const english = (latin ?? official).replace(nameSuffixes[region.key] ?? /$/, '');
			const aliases = [...more, ...unicodeNames(region.key, code, [...all, english, local, ...more])];
			return { code, name: english, localName: local, postalPrefix: zip?.replace(/^CP /, ''), aliases };
		})
		.concat(newSubdivisions[region.key] ?? []);
}

function pack({ code, name, localName, postalPrefix, aliases = [] }) {
	const local = localName && localName !== name ? localName : '';
	const more = [...new Set(aliases)].filter((alias) => alias && alias !== name && alias !== local);
	return [code, name, local, postalPrefix ?? '', more.join('^')].join('~').replace(/~+$/, '');
}

export const packSubdivisions = (regions) =>
	regions
		.filter((region) => region.sub_regions)
		.map((region) => [region.key, ...entries(region).map(pack)].join(';'))
		.join('\n');
