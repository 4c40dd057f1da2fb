'use client';
import { countryName } from '../../domain/country';
import type { Locale } from '../../locales/locale';

/** A country's name, with its code before it where there is a stylesheet. */
export function Country({ code, locale }: { code: string; locale: Pick<Locale, 'code'> }) {
	return <span data-pc-country={code}>{countryName(code, locale.code)}</span>;
}
