import { packedPostalRules } from './postalRules.generated';

/** What is known about the postal codes of a country. Not public. */
export interface PostalRule {
	/** Pattern of the canonical postal code, without anchors; empty without a rule. */
	pattern: string;
	/** A code in canonical spelling; `null` without a rule. */
	example: string | null;
	/** Where the canonical spelling has separators: `-3 ` is a space before the last three characters. */
	groups: readonly string[];
	/** What people write before a code that is not part of it. */
	prefixes: readonly string[];
}

const rules: ReadonlyMap<string, string> = new Map(packedPostalRules.split('\n').map((line) => [line.slice(0, 2), line.slice(3)]));

/** A country's rule for postal codes; an empty one where it has none. */
export function postalRule(country: string): PostalRule {
	const [pattern, example, groups, prefixes] = (rules.get(country.toUpperCase()) ?? '').split('~');
	return {
		pattern: pattern!,
		example: example || null,
		groups: groups ? groups.split(',') : [],
		prefixes: prefixes ? prefixes.split(',') : [],
	};
}
