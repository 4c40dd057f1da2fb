'use client';
import { countryName } from '../../domain/country';
import type { Locale } from '../../locales/locale';

/** A country: its code, which looks the same on every system (emoji flags do not), and its name. */
export function Country({ code, locale }: { code: string; locale: Locale }) {
	const name = countryName(code, locale.code);
	return (
		<span data-slot="pc-country" title={name}>
			<span data-slot="pc-chip" aria-hidden="true">
				{code}
			</span>
			<span>{name}</span>
		</span>
	);
}
