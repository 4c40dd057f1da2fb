import type { Phones } from '../../domain/phones';
import { isInternational } from '../../domain/phoneText';
import { formatTyping, meaningOf, typedCountry, withCallingCode } from '../../domain/phoneTyping';
import { type PhoneReader, plainMeaning } from './phoneEntry';
import { setInputText } from './setInputText';

/** Loaded together with the numbering plans, when a phone field first has the focus, or shows a number. */
export function createPlanReader(phones: Phones): PhoneReader {
	return {
		phones,
		meaningOf: (text, country, validation) =>
			text.trim() === ''
				? plainMeaning(text, country)
				: meaningOf(text, phones, { ...(country && { defaultCountry: country }), ...(validation && { validation }) }),
		typedCountry: (text, chosen) => typedCountry(text, phones, chosen),
		inCountry: (text, country) => (isInternational(text) ? withCallingCode(text, phones, country) : text),
		format: (input, typed, edit, country) => {
			const { text, caret } = formatTyping(typed, edit, phones, country);
			setInputText(input, text, caret);
			return text;
		},
		followHistory: (input, typed, country, command) => {
			if (formatTyping(typed, 'insert', phones, country).text === typed.text) return;
			setTimeout(() => input.value === typed.text && document.execCommand?.(command));
		},
	};
}
