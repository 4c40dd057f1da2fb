import { regions as corrections, postalGroups, postalPrefixes, stateAsCode } from './addresses.overlay.mjs';

// What Google's data says of a region that says nothing itself (its region "ZZ").
const defaults = { fmt: '%N%n%O%n%A%n%C', require: 'AC' };

/** Organisation, dependent locality (line2 holds it) and sorting code have no field of their own. */
function format(fmt) {
	return (
		fmt
			.replaceAll('%D, ', '')
			.replaceAll(', %D', '')
			.replace(/ ?%[OX]|%D/g, '')
			.replaceAll(/%A +/g, '%A%n')
			.split('%n')
			.map((line) => line.trim())
			// A line without a field is the country's own name (JERSEY), which comes last anyway.
			.filter((line) => line.includes('%'))
			.join('^')
	);
}

function required(region, fmt) {
	return [...(region.require ?? defaults.require)]
		.filter((field) => fmt.includes(`%${field}`))
		.filter((field) => field !== 'S' || region.sub_regions)
		.join('');
}

/** Only what differs from city, province, postal code. */
function labels(region) {
	return [region.locality_name_type, region.state_name_type, region.zip_name_type].map((type) => type ?? '').join(',');
}

/** What a region says, corrected. */
const corrected = (region) => ({ ...defaults, ...region, ...corrections[region.key] });

/** Columns that end in nothing need no separators. */
const line = (columns) => columns.join('~').replace(/~+$/, '');

function packLayout(region) {
	const { fmt, lfmt } = corrected(region);
	return [
		format(fmt),
		lfmt && format(lfmt) !== format(fmt) ? format(lfmt) : '',
		required(region, fmt),
		labels(region).replace(/,+$/, ''),
		(region.sub_regions ? 's' : '') + (stateAsCode.includes(region.key) ? 'c' : ''),
	].join('~');
}

function packPostalCode(region) {
	const { zip = '', zipex = '' } = corrected(region);
	const prefixes = [region.postprefix?.replace(/[- ]/g, ''), ...(postalPrefixes[region.key] ?? [])];
	const groups = Object.keys(postalGroups).filter((group) => postalGroups[group].includes(region.key));
	return line([
		region.key,
		zip,
		zipex.split(',')[0],
		groups.join(','),
		[...new Set(prefixes.filter((prefix) => prefix && prefix !== region.key))].join(','),
	]);
}

/** One layout a line, of all regions that have it: most share theirs with others. */
export function packLayouts(regions) {
	const sharing = new Map();
	for (const region of regions) {
		const layout = packLayout(region);
		sharing.set(layout, `${sharing.get(layout) ?? ''}${region.key}`);
	}
	return [...sharing]
		.map(([layout, keys]) => `${layout}~${keys}`)
		.sort()
		.join('\n');
}

/** Only of the regions that say something about their postal codes. */
export const packPostalCodes = (regions) =>
	regions
		.map(packPostalCode)
		.filter((packed) => packed.length > 2)
		.join('\n');
