import type { Locale } from '../../src/index';
import { type Words, words } from './words';

interface Language {
	/** As its speakers call it. */
	name: string;
	/** The kit's words. */
	locale: Locale;
	/** The app's own; English ones where it has none in the language. */
	words: Words;
	/** What the app's own words are written in. */
	lang: string;
	dir: Locale['dir'];
}

const files = import.meta.glob<Record<string, Locale>>('../../src/locales/{??,???}.ts', { eager: true });

/** Every language of the kit, by the name of its file. */
export const languages: ReadonlyMap<string, Language> = new Map(
	Object.entries(files)
		.map(([path, exported]): [string, Language] => {
			const file = path.replace(/^.*\/|\.ts$/g, '');
			const locale = exported[file]!;
			const { code, dir } = locale;
			const own = words[file];
			const spoken = own ? { words: own, lang: code, dir } : { words: words.en, lang: 'en', dir: 'ltr' as const };
			return [file, { name: nameOf(code), locale, ...spoken }];
		})
		.sort(([, a], [, b]) => a.name.localeCompare(b.name)),
);

function nameOf(code: string): string {
	const name = new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code;
	return name.charAt(0).toLocaleUpperCase(code) + name.slice(1);
}
