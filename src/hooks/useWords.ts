'use client';
import type { Locale, LocalePart } from '../locales/locale';
import { useCustomersContext } from './customersContext';

/** The provider's words; where it was given none, the English ones that the caller brings, so that nobody loads more of them than are shown. */
export function useWords<Section extends keyof Locale>(english: LocalePart<Section>): LocalePart<Section> {
	return useCustomersContext().locale ?? english;
}
