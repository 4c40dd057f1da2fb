'use client';
import { en } from '../../locales/en';
import type { Locale } from '../../locales/locale';
import { useCustomersContext } from './customersContext';

/**
 * The provider's words and language.
 *
 * @returns the provider's `locale`; English where it was given none
 * @example
 * const locale = useLocale();
 * const title = locale.browser.title;
 */
export function useLocale(): Locale {
	return useCustomersContext().locale ?? en;
}
