import type { Issue } from './issue';

/** The longest text of any field but the email, in code points. */
const maxTextLength = 200;

/** How long a text is to a reader: in code points, not in UTF-16 units. */
function codePoints(text: string): number {
	let count = 0;
	for (const _ of text) count++;
	return count;
}

// Lone surrogates, C0 and C1 controls with DEL, line and paragraph separators, and the controls that reorder text (Trojan Source).
// ZWJ and ZWNJ are none of these: Hindi and emoji need them.
const forbidden = /[\p{Surrogate}\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u;

const visible = /[^\p{Cc}\p{Cf}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** Whether a reader would see anything of the text: white space, fillers and joiners alone are nothing. */
export function isVisible(text: string): boolean {
	return visible.test(text);
}

/** An issue that does not know its field yet. */
export type Problem = Omit<Issue, 'path'>;

/** What the check of one field answers: the canonical value, or what is wrong. */
export type Checked = { value: string } | Problem;

/** Text far beyond its limit, whatever of it is formatting: not worth normalising, which takes the square of its length where it is all marks. */
export function checkLength(raw: string, max: number = maxTextLength): Problem | null {
	return raw.length > 10 * maxTextLength ? { code: 'too_long', params: { max } } : null;
}

/** What is wrong with a trimmed text of any field; `null` when nothing is. */
export function checkText(text: string, max: number = maxTextLength): Problem | null {
	if (text === '') return { code: 'empty' };
	if (codePoints(text) > max) return { code: 'too_long', params: { max } };
	if (forbidden.test(text)) return { code: 'invalid_characters' };
	return null;
}
