'use client';
import type { SomeWords } from '../../locales/locale';
import { useCustomersContext } from './customersContext';

/** The provider's words; where it was given none, the English ones that the caller brings, so that nobody loads more of them than are shown. */
export function useWords<Words extends SomeWords>(english: Words): Words {
	// A locale has all words, so also these.
	return (useCustomersContext().locale as Words | undefined) ?? english;
}
