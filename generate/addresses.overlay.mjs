// Reviewed corrections to the source data. Each says why.

/** Postal patterns that are newer than the data, or wrong in it. */
export const postalPatterns = {
	// A bare pattern: ours are anchored as a whole.
	BH: { zip: '(?:1[0-2]|[1-9])\\d{2}', zipex: '317' },
	// Seven digits since 2021; the old five are still in use.
	EG: { zip: '\\d{5}(?:\\d{2})?', zipex: '1234567' },
	// Seven digits since 2021; the old five are still in use.
	MM: { zip: '\\d{5}(?:\\d{2})?', zipex: '11181' },
	// Six digits since 2020; the old four are still in use.
	PY: { zip: '\\d{4}(?:\\d{2})?', zipex: '001001' },
	// Four digits without "CP", which is only "código postal".
	SV: { zip: '\\d{4}', zipex: '1101' },
	// Six digits since 2012.
	TT: { zip: '\\d{6}', zipex: '500234', fmt: '%N%n%O%n%A%n%C %Z' },
	OM: { zip: '\\d{3}', zipex: '133' },
	AI: { zip: '2640', zipex: '2640' },
};

/** What people write before a code that is not part of it, besides the ISO code and Google's own prefix. */
export const postalPrefixes = {
	AT: ['A'],
	BE: ['B'],
	DE: ['D'],
	ES: ['E'],
	FR: ['F'],
	IT: ['I'],
	JP: ['〒'],
	MX: ['CP'],
	NO: ['N'],
	OM: ['PC'],
	PT: ['P'],
	SE: ['S'],
	SV: ['CP'],
};

/**
 * Where the canonical spelling has a separator: characters from the start (positive) or the end (negative), then the separator.
 * The first that matches the pattern wins; else the code is written without.
 */
const space3 = ['-3 '];
const dash4 = ['-4-'];
const space2 = ['-2 '];
export const postalGroups = {
	AC: space3,
	CA: space3,
	FK: space3,
	GB: ['-3 ', '4 '],
	GG: space3,
	GI: space3,
	GS: space3,
	IM: space3,
	IO: space3,
	JE: space3,
	PN: space3,
	SH: space3,
	TA: space3,
	TC: space3,
	BR: ['-3-'],
	PL: ['-3-'],
	PT: ['-3-'],
	CZ: space2,
	GR: space2,
	NL: space2,
	SE: space2,
	SK: space2,
	BM: space2,
	AS: dash4,
	FM: dash4,
	GU: dash4,
	JP: dash4,
	KY: dash4,
	LV: dash4,
	MH: dash4,
	MP: dash4,
	PR: dash4,
	PW: dash4,
	US: dash4,
	VI: dash4,
	CR: dash4,
	IE: ['-4 '],
	LB: ['-4 '],
	IR: ['-5-'],
	SO: ['2 '],
	MT: ['3 '],
	PE: ['4 ', '6 '],
}; // prettier-ignore

/** Countries that write the subdivision's code, not its name, on an envelope. */
export const stateAsCode = ['AU', 'BR', 'CA', 'IT', 'US'];

/** Codes that ISO 3166-2 has changed since; the old one stays an alias. */
export const subdivisionCodes = {
	IN: { CT: 'CG', OR: 'OD', TG: 'TS', UT: 'UK' },
	CN: {},
};

/** More spellings by which a subdivision is found. */
export const subdivisionAliases = {};

/** Subdivisions that are younger than the data. */
export const newSubdivisions = {};
