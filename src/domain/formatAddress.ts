import { addressLayout } from './addressLayout';
import { countryName } from './country';
import type { Address } from './customer';
import type { Subdivision } from './subdivision';

/** How {@link formatAddress} writes. */
export interface FormatAddressOptions {
	/** BCP 47: the language of the country's name. @default 'en' */
	locale?: string;
	/** The country's list, from `loadSubdivisions`: shows the state's name where envelopes do. Without it the stored code is shown. */
	subdivisions?: readonly Subdivision[];
}

/** The layout with a place for every field, because a value that the country has no field for is still shown. */
function complete(layout: string): string[] {
	const lines = layout.split('^');
	const lineOf = (field: string) => lines.findIndex((line) => line.includes(field));
	if (!layout.includes('%C')) {
		const street = lineOf('%A');
		if (lineOf('%S') >= 0 && lineOf('%S') < street) lines.splice(street, 0, '%C');
		else if (lines[street]!.endsWith('%A')) lines.splice(street + 1, 0, '%C');
		else lines[street] = lines[street]!.replace('%A', '%A, %C');
	}
	if (!layout.includes('%S')) lines.splice(lineOf('%C') + 1, 0, '%S');
	if (!layout.includes('%Z')) lines.push('%Z');
	return lines;
}

/** One line with its values. A missing field takes the punctuation before it along; a line without any value is dropped. */
function fill(line: string, values: Record<string, string | null>): string {
	const fields = [...line.matchAll(/([^%]*)%([NACSZ])/g)].filter((match) => values[match[2]!]);
	return fields.map(([, before = '', field = ''], index) => (index ? before : before.replace(/^[\s,/-]+/, '')) + values[field]).join('');
}

/**
 * An address in its country's own layout, as its envelopes have it.
 *
 * @returns one text a line, no empty ones; the country's name comes last, in the reader's language
 * @throws `RangeError` for a locale that is no BCP 47 tag
 * @example
 * const lines = formatAddress(address, { locale: 'hi', subdivisions: await loadSubdivisions('IN') });
 */
export function formatAddress(address: Address, options: FormatAddressOptions = {}): string[] {
	const rule = addressLayout(address.country ?? '');
	const latin = !/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test([address.line1, address.line2, address.city].join(''));
	const listed = rule.stateAsCode ? undefined : options.subdivisions?.find((entry) => entry.code === address.state);
	const values = {
		N: null,
		A: [address.line1, address.line2].filter(Boolean).join('\n'),
		C: address.city,
		S: (latin ? undefined : listed?.localName) ?? listed?.name ?? address.state,
		Z: address.postal_code,
	};
	const lines = complete(latin ? rule.latinFormat : rule.format).flatMap((line) => fill(line, values).split('\n'));
	return [...lines.filter(Boolean), ...(address.country ? [countryName(address.country, options.locale)] : [])];
}
