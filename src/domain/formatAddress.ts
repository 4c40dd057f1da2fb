import { packedRule } from './addressRule';
import { countryName } from './country';
import type { Address } from './customer';
import type { Subdivision } from './subdivision';

export interface FormatAddressOptions {
	/** BCP 47: the language of the country's name. @default 'en' */
	locale?: string;
	/** The country's list, from `loadSubdivisions`: shows the state's name where envelopes do. Without it the stored code is shown. */
	subdivisions?: readonly Subdivision[];
}

/** An address in its country's own layout, one string a line; the country's name comes last, in the reader's language. */
export function formatAddress(address: Address, options: FormatAddressOptions = {}): string[] {
	const rule = packedRule(address.country ?? '');
	const latin = !/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test([address.line1, address.line2, address.city].join(''));
	const layout = latin ? rule.latinFormat : rule.format;
	const found = rule.stateAsCode ? undefined : options.subdivisions?.find((entry) => entry.code === address.state);
	const state = found ? (latin ? found.name : (found.localName ?? found.name)) : address.state;
	const values: Record<string, string | null> = {
		N: null,
		A: [address.line1, address.line2].filter(Boolean).join('^'),
		C: address.city,
		S: state,
		Z: address.postal_code,
	};
	const lines = layout.split('^').flatMap((line) => {
		// A line without any of its fields is dropped, and a missing field takes the punctuation before it along.
		const fields = [...line.matchAll(/([^%]*)%([NACSZ])([^%]*$)?/g)].filter((match) => values[match[2]!]);
		if (fields.length === 0) return line.includes('%') ? [] : [line];
		return fields
			.map((match, index) => `${index ? match[1] : match[1]!.replace(/^[\s,/-]+/, '')}${values[match[2]!]}${match[3] ?? ''}`)
			.join('')
			.split('^');
	});
	// A value that the layout has no place for is still shown.
	for (const letter of ['C', 'S', 'Z']) if (values[letter] && !layout.includes(`%${letter}`)) lines.push(values[letter]);
	if (address.country) lines.push(countryName(address.country, options.locale));
	return lines;
}
