/// <reference types="vite/client" />
import type { Locale } from '../src/index';
import { pseudoLocale } from './pseudoLocale';

const files = import.meta.glob<Record<string, Locale>>('../src/locales/{??,???}.ts', { eager: true });

/** Every language of the kit, by the name of its file. */
export const locales: Readonly<Record<string, Locale>> = Object.fromEntries(
	Object.entries(files).map(([path, exported]) => {
		const language = path.replace(/^.*\/|\.ts$/g, '');
		return [language, exported[language]!];
	}),
);

/** The same, and what only the looks of stories are tried in. */
export const told: Readonly<Record<string, Locale>> = { ...locales, pseudo: pseudoLocale };
