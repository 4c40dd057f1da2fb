import type { Locale } from '../src/index';
import { en } from '../src/locales/en';

const sentences = new RegExp(`^(?:${templates(en).join('|')})$`);

/** English sentences of the kit that are seen, or heard, in a story told in another language. Single words may be a file's or a name's. */
export function leftInEnglish(locale: string): string[] {
	if (locale === 'en') return [];
	const heard = [...document.body.querySelectorAll('*')].flatMap((element) => [
		...['aria-label', 'title', 'placeholder'].map((name) => element.getAttribute(name) ?? ''),
		...[...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent!),
	]);
	return heard.map((text) => text.trim()).filter((text) => sentences.test(text));
}

function templates(words: Locale | object | string): string[] {
	if (typeof words === 'object') return Object.values(words).flatMap(templates);
	if (typeof words !== 'string' || !/[a-z]+ [a-z]+/i.test(words)) return [];
	return [words.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '.+')];
}
