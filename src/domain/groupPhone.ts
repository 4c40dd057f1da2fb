/** A calling code of one digit or two; all others have three. */
const code = /^\+(?:[17]|2[07]|3[0-469]|4[^2]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})/;

/**
 * A stored number in groups that people can read, where a list has no room for the metadata that know each country's: they weigh five
 * hundred times as much. `Phones.format` has them.
 *
 * @param e164 for instance `+919876543210`; what is no E.164 comes back as it is
 * @example
 * groupPhone('+919876543210'); // '+91 98765 43210'
 */
export function groupPhone(e164: string): string {
	const [calling = ''] = code.exec(e164) ?? [];
	const digits = e164.slice(calling.length);
	if (!calling || !/^\d{4,}$/.test(digits)) return e164;
	// Halves of ten in India and of eight elsewhere; else threes, and what is left with the last of them.
	const size = digits.length === (calling === '+91' ? 10 : 8) ? digits.length >> 1 : 3;
	return `${calling} ${digits.replace(RegExp(`\\d{${size}}(?=\\d{3})`, 'g'), '$& ')}`;
}
