import type { Locale } from '../src/index';
import { en } from '../src/locales/en';

const plain = 'AaCcDdEeGgHhIiKkLlNnOoRrSsTtUuWwYyZz';
const accented = 'ÅåÇçĎďÉéĜĝĤĥÎîĶķĻļÑñÖöŔŕŠšŤťÛûŴŵÝýŽž';
const accents = new Map([...plain].map((letter, at) => [letter, [...accented][at]!]));

/** A text with accents on its letters, two fifths longer as every vowel stands twice, in brackets; `{placeholders}` stay, and CSV. */
export function pseudo(text: string): string {
	const parts = text.split(/(\{\w+\}|\b[A-Z]{2,}\b)/).map((part, at) => {
		if (at % 2 === 1) return part;
		return part.replace(/[aeiou]/gi, '$&$&').replace(/[a-z]/gi, (letter) => accents.get(letter) ?? letter);
	});
	return `[${parts.join('')}]`;
}

function translated<Words>(words: Words): Words {
	if (typeof words === 'string') return pseudo(words) as Words;
	return Object.fromEntries(Object.entries(words as object).map(([key, each]) => [key, translated(each)])) as Words;
}

const { code: _code, dir: _dir, ...words } = en;

/** English as if it were foreign: what is not taken from the locale shows without brackets, and what has no room for longer words is cut. */
export const pseudoLocale: Locale = { ...translated(words), code: 'en-US-x-pseudo', dir: 'ltr' };
