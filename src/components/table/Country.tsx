'use client';
import { countryName } from '../../domain/country';
import type { Locale } from '../../locales/locale';

/** A country's name, with its code before it where there is a stylesheet. */
export function Country({ code, locale }: { code: string; locale: Pick<Locale, 'code'> }) {
	return (
		// Some countries have another name on the server than in the browser.
		<span data-pc-country={code} suppressHydrationWarning>
			{countryName(code, locale.code)}
		</span>
	);
}
