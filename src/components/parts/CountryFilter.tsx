'use client';
import { useDeferredValue, useMemo } from 'react';
import { countryCodes, countryName } from '../../domain/country';
import { useLocale } from '../../hooks/useLocale';

interface CountryFilterProps {
	/** ISO 3166-1 alpha-2. */
	value: string | undefined;
	onChange: (country: string | undefined) => void;
}

/** All countries by name, in the order of the reader's language. They follow in a moment: two hundred options must not hold up the rows. */
export function CountryFilter({ value, onChange }: CountryFilterProps) {
	const locale = useLocale();
	const ready = useDeferredValue(true, false);
	const countries = useMemo(() => {
		if (!ready) return [];
		const order = new Intl.Collator(locale.code).compare;
		return countryCodes.map((code) => ({ code, name: countryName(code, locale.code) })).sort((a, b) => order(a.name, b.name));
	}, [locale, ready]);
	return (
		<div data-slot="pc-filter">
			<select
				data-slot="pc-select"
				data-state={value ? 'active' : 'idle'}
				aria-label={locale.table.filterCountry}
				value={value ?? ''}
				onChange={(event) => onChange(event.target.value || undefined)}
			>
				<option value="">{locale.table.anyCountry}</option>
				{value && !ready && <option value={value}>{countryName(value, locale.code)}</option>}
				{countries.map(({ code, name }) => (
					<option key={code} value={code}>
						{name}
					</option>
				))}
			</select>
		</div>
	);
}
