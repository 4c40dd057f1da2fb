import { createContext, useContext } from 'react';
import { type Words, words } from './words/en';

/** What the app says, and the language it says it in. */
export interface Spoken {
	words: Words;
	lang: string;
}

export const SpokenContext = createContext<Spoken>({ words, lang: 'en' });

/** The app’s own words in the chosen language. */
export function useWords(): Words {
	return useContext(SpokenContext).words;
}

/** The language of the app’s own words, for numbers and dates between them. */
export function useSpoken(): { code: string } {
	return { code: useContext(SpokenContext).lang };
}
