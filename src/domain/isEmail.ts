import { asciiDomain } from './email';

/** The longest email, in code points. */
export const maxEmailLength = 254;

const maxLocalLength = 64;

// The dot-atom of RFC 5322, with any letter outside ASCII (RFC 6531). No quoted local parts.
const localPart = /^[^\s\p{C}\p{Z}"(),.:;<>@[\\\]]+(?:\.[^\s\p{C}\p{Z}"(),.:;<>@[\\\]]+)*$/u;
const joiners = /[\u200C\u200D]/g;

/** Whether a trimmed text is an email that can be delivered on the internet (RFC 5321 dot-string, at most 64 characters before the @). */
export function isEmail(text: string): boolean {
	const at = text.lastIndexOf('@');
	if (at < 1) return false;
	const local = text.slice(0, at).normalize('NFC');
	if ([...local].length > maxLocalLength || !localPart.test(local.replace(joiners, ''))) return false;
	return asciiDomain(text.slice(at + 1).normalize('NFC')) !== null;
}
