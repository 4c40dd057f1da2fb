import { useRef, useState } from 'react';
import { type Language, languageNames, loadLanguage } from './languages';
import { readChoice, rememberChoice } from './useChoice';

/** The language that was chosen last, else the browser's, else English. */
export function loadFirstLanguage(): Promise<Language> {
	const [preferred = ''] = navigator.language.split('-');
	const files = [...languageNames.keys()];
	const chosen = readChoice('language', files) ?? (languageNames.has(preferred) ? preferred : 'en');
	return loadLanguage(chosen).catch(() => loadLanguage('en'));
}

/** What the app speaks. Another language is spoken once it has come; where it does not, the former one goes on. */
export function useLanguage(first: Language) {
	const [language, setLanguage] = useState(first);
	const [chosen, setChosen] = useState(first.file);
	const latest = useRef(chosen);
	const choose = (file: string) => {
		latest.current = file;
		setChosen(file);
		loadLanguage(file).then(
			(loaded) => {
				if (latest.current !== file) return;
				setLanguage(loaded);
				rememberChoice('language', file);
			},
			() => latest.current === file && setChosen(language.file),
		);
	};
	return { language, chosen, choose };
}
