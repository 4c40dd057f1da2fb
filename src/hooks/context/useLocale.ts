'use client';
import { en } from '../../locales/en';
import type { Locale } from '../../locales/locale';
import { useCustomersContext } from './customersContext';

/** The provider's words and language. */
export function useLocale(): Locale {
	return useCustomersContext().locale ?? en;
}
