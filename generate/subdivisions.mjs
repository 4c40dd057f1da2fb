import { nameSuffixes, newSubdivisions, subdivisionAliases, subdivisionCodes } from './addresses.overlay.mjs';

function entries(region) {
	const codes = subdivisionCodes[region.key] ?? {};
	const aliases = subdivisionAliases[region.key] ?? {};
	return region.sub_regions
		.map(({ key, name, zip }) => {
			const { default: own, latin, ...others } = name;
			const code = codes[key] ?? key;
			// India's own list is in English; Hindi is the local name there.
			const local = latin ? own : others.hi;
			const more = [code === key ? '' : key, ...Object.values(others), ...(aliases[code] ?? [])];
			const english = (latin ?? own).replace(nameSuffixes[region.key] ?? /$/, '');
			return { code, name: english, localName: local, postalPrefix: zip, aliases: more };
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
