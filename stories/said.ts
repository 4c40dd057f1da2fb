import type { Locale } from '../src/index';
import { en } from '../src/locales/en';
import { hi } from '../src/locales/hi';

/** A text of the kit in whichever language a story runs; `{placeholders}` match anything. */
export function said(pick: (locale: Locale) => string): RegExp {
	const texts = [en, hi].map((locale) =>
		pick(locale)
			.replace(/[.*+?^$()|[\]\\]/g, '\\$&')
			.replace(/\{\w+\}/g, '.*'),
	);
	return new RegExp(`^(?:${texts.join('|')})$`);
}
