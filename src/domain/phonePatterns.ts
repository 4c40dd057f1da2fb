import { beforeExtension } from './phoneExtension';
import type { Phones } from './phones';
import { normalizePhoneText } from './phoneText';

const phoneCharacters = /^\+?[\d\s().\-/[\]~]+$/;
/** Fewer digits are looked for at the beginning only; an extension comes after more. */
const anywhereFrom = 3;
const shortestWithExtension = 7;

/**
 * The digits of a query that reads as a phone number in some spelling, without a trunk or exit prefix.
 *
 * @returns digits to look for in stored phones; `null` where the query is no phone number
 * @example
 * phoneDigits('(020) 7946-0958'); // '2079460958'
 */
export function phoneDigits(query: string): string | null {
	return phoneText(query)?.replace(/^\+?0*/, '') || null;
}

/** What a query finds phones by, where it reads as one: what they begin with, where it has a plus, else what they have anywhere. */
export function phonePatterns(query: string, plans: Phones | null): string[] {
	const text = phoneText(query);
	const digits = phoneDigits(query);
	if (text === null || digits === null) return [];
	const exit = /^(?:00|011)(?=[1-9])/.exec(text)?.[0];
	const patterns = [
		text.startsWith('+') ? text : digits.length < anywhereFrom ? `+${digits}` : digits,
		...(exit ? [`+${text.slice(exit.length)}`] : []),
		...(plans?.beginnings(text) ?? []),
	];
	const international = patterns.map((pattern) => (pattern.startsWith('+') ? pattern : `+${pattern}`));
	return [...new Set([...patterns, ...international.flatMap(otherDialling)])];
}

/** Digits with the plus before them, if there is one; `null` where the query has other than a phone's characters. */
function phoneText(query: string): string | null {
	const typed = normalizePhoneText(query);
	const head = beforeExtension(typed);
	const text = head !== null && head.replace(/\D/g, '').length >= shortestWithExtension ? head : typed;
	if (!phoneCharacters.test(text) || !/\d/.test(text)) return null;
	return (text.startsWith('+') ? '+' : '') + text.replace(/[([]0[)\]]/, '').replace(/\D/g, '');
}

/** Argentina's mobiles have a 9 after the country code when they are called from abroad; Mexico's once had a 1. */
function otherDialling(pattern: string): string[] {
	if (/^\+549\d/.test(pattern)) return [`+54${pattern.slice(4)}`];
	if (/^\+54\d/.test(pattern)) return [`+549${pattern.slice(3)}`];
	if (/^\+521\d/.test(pattern)) return [`+52${pattern.slice(4)}`];
	return /^\+52\d/.test(pattern) ? [`+521${pattern.slice(3)}`] : [];
}
