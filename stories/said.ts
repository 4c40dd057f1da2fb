import type { Locale, Plural } from '../src/index';
import { told } from './locales';

/** A text of the kit in whichever language a story runs; `{placeholders}` match anything, and any form of a plural does. */
export function said(pick: (locale: Locale) => string | Plural): RegExp {
	const texts = Object.values(told).flatMap((locale) => {
		const text = pick(locale);
		return typeof text === 'string' ? [text] : Object.values(text);
	});
	// What compares texts makes one plain space of any, also of those that keep "12 s" together.
	const patterns = texts.map((text) =>
		text
			.replace(/[.*+?^$()|[\]\\]/g, '\\$&')
			.replace(/[\u2066-\u2068]?\{\w+\}\u2069?/g, '.*')
			.replace(/\s/g, '\\s'),
	);
	return new RegExp(`^(?:${patterns.join('|')})$`);
}
