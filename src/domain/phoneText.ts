import { asciiDigits } from './asciiDigits';

/**
 * What people paste, made readable for a phone parser: NFKC, no format characters, ASCII digits and dashes, no `tel:`,
 * no quotes around it, one leading plus. Needs no metadata.
 *
 * @returns the text, not checked in any way
 * @example
 * normalizePhoneText('tel:＋91–98765'); // '+91-98765'
 */
export function normalizePhoneText(text: string): string {
	return asciiDigits(text.normalize('NFKC'))
		.replace(/\p{Cf}/gu, '')
		.replace(/[\p{Pd}\u2212\u30FC\u00B7\u2022_]/gu, '-')
		.replace(/\s+/g, ' ')
		.replace(/^(?:[ "'“”‘’<]|(?:tel|callto|sms): ?(?:\/\/)?)+/i, '')
		.replace(/(?<![ "'“”‘’>.,;])[ "'“”‘’>.,;]+$/, '')
		.replace(/^[ ([]*\+[ +([]*/, '+');
}

/** Whether a text in a phone input begins with a country code, which needs no metadata either. */
export function isInternational(text: string): boolean {
	return /^\s*[+＋]/.test(text);
}
