import { normalizePhoneText } from '../../domain/phone';

/** Text as searches and sorts compare it, whatever its case or Unicode spelling. */
export function foldText(text: string): string {
	return text.toLowerCase().normalize('NFC');
}

/** The digits of a query that reads as a phone number in some spelling, without a trunk or exit prefix; else `null`. */
export function phoneDigits(query: string): string | null {
	const text = normalizePhoneText(query);
	if (!/^\+?[\d\s().\-/]+$/.test(text)) return null;
	const digits = text.replace('(0)', '').replace(/\D/g, '').replace(/^0+/, '');
	return digits === '' ? null : digits;
}
