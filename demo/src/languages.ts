import type { Locale } from '../../src/index';
import type { Spoken } from './useWords';
import { words as english, type Words } from './words/en';

/** A language of the kit, and what the app says in it: English where it has no words of its own in the language. */
export interface Language extends Spoken {
	/** The name of its files. */
	file: string;
	/** The kit's words; English is what the kit has of itself. */
	locale: Locale | undefined;
	dir: Locale['dir'];
}

const inEnglish: Language = { file: 'en', locale: undefined, words: english, lang: 'en', dir: 'ltr' };

const locales = import.meta.glob<Record<string, Locale>>(['../../src/locales/{??,???}.ts', '!../../src/locales/en.ts']);
const words = import.meta.glob<{ words: Words }>(['./words/*.ts', '!./words/en.ts']);

/** What speakers call each language of the kit, by the name of its file. */
export const languageNames: ReadonlyMap<string, string> = new Map(
	['en', ...Object.keys(locales).map((path) => path.replace(/^.*\/|\.ts$/g, ''))]
		.map((file): [string, string] => [file, nameOf({ pt: 'pt-BR', zh: 'zh-Hans' }[file] ?? file)])
		.sort(([, a], [, b]) => a.localeCompare(b)),
);

/** Fetches a language, and nothing of the others; English where it cannot be had. */
export async function loadLanguage(file: string): Promise<Language> {
	const [exported, own] = await Promise.all([locales[`../../src/locales/${file}.ts`]?.(), words[`./words/${file}.ts`]?.()]);
	const locale = exported?.[file];
	if (!locale) return inEnglish;
	const { code, dir } = locale;
	return { ...inEnglish, file, locale, ...(own && { words: own.words, lang: code, dir }) };
}

function nameOf(code: string): string {
	const name = new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code;
	return name.charAt(0).toLocaleUpperCase(code) + name.slice(1);
}
