import { normalizePhoneText } from '../../domain/phoneText';

/**
 * Text as searches and sorts compare it, whatever its case or Unicode spelling.
 *
 * @returns the folded text, to be stored beside the original or made when comparing
 * @example
 * const matches = foldText(customer.name ?? '').includes(foldText('Asha'));
 */
export function foldText(text: string): string {
	return text.toLowerCase().normalize('NFC');
}

/**
 * The digits of a query that reads as a phone number in some spelling, without a trunk or exit prefix.
 *
 * @returns digits to look for in stored phones; `null` where the query is no phone number
 * @example
 * phoneDigits('(020) 7946-0958'); // '2079460958'
 */
export function phoneDigits(query: string): string | null {
	const text = normalizePhoneText(query);
	if (!/^\+?[\d\s().\-/]+$/.test(text)) return null;
	const digits = text.replace('(0)', '').replace(/\D/g, '').replace(/^0+/, '');
	return digits === '' ? null : digits;
}
