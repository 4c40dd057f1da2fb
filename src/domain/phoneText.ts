/** Digits of any script as ASCII digits: Unicode lays each script's ten digits out in a row. */
function asciiDigit(digit: string): string {
	let zero = digit.codePointAt(0)!;
	while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
	return String((digit.codePointAt(0)! - zero) % 10);
}

/**
 * What people paste, made readable for a phone parser: NFKC, no format characters, ASCII digits and dashes, no `tel:`,
 * no quotes around it, one leading plus. Needs no metadata.
 */
export function normalizePhoneText(text: string): string {
	return text
		.normalize('NFKC')
		.replace(/\p{Cf}/gu, '')
		.replace(/\p{Nd}/gu, asciiDigit)
		.replace(/[\p{Pd}\u2212\u30FC\u00B7\u2022_]/gu, '-')
		.replace(/\s+/g, ' ')
		.replace(/^[ "'“”‘’<]+|[ "'“”‘’>.,;]+$/g, '')
		.replace(/^(?:tel|callto|sms): ?(?:\/\/)?/i, '')
		.replace(/^[ ([]*\+[ +([]*/, '+');
}
