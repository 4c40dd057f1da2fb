'use client';
import { memo, useMemo, useState } from 'react';
import { countryName } from '../../domain/country';
import { useHydrated } from '../../hooks/context/useHydrated';
import { useWords } from '../../hooks/context/useWords';
import type { CustomerTableModel } from '../../hooks/table/customerTableModel';
import { tableWords } from '../../locales/english/table/tableWords';
import { countriesByName } from '../ui/countriesByName';
import { slot } from '../ui/slot';

interface CountryFilterProps {
	/** ISO 3166-1 alpha-2. */
	value: string | undefined;
	/** Must keep its identity. */
	onFilter: CustomerTableModel['setFilters'];
}

/** All countries by name, in the order of the reader's language. Most tables are never filtered by them, so they are listed when it is reached. */
export const CountryFilter = memo(function CountryFilter({ value, onFilter }: CountryFilterProps) {
	const locale = useWords(tableWords);
	// Servers and browsers call some countries by other names, and sort them elsewhere: the list is the browser's alone.
	const hydrated = useHydrated();
	const [reached, reach] = useState(false);
	const countries = useMemo(() => {
		if (hydrated && reached) return countriesByName(locale.code);
		return value ? [{ code: value, name: hydrated ? countryName(value, locale.code) : value }] : [];
	}, [hydrated, reached, locale, value]);
	// Before the browser opens the list, by whatever means.
	const onReach = () => reach(true);
	return (
		<div {...slot('pc-filter')} data-filter="country">
			<select
				{...slot('pc-select')}
				data-state={value ? 'active' : 'idle'}
				aria-label={locale.table.filterCountry}
				value={value ?? ''}
				onFocus={onReach}
				onPointerDown={onReach}
				onKeyDown={onReach}
				onChange={({ target }) => onFilter({ country: target.value ? [target.value] : [] })}
			>
				<option value="">{locale.table.anyCountry}</option>
				{countries.map(({ code, name }) => (
					<option key={code} value={code}>
						{name}
					</option>
				))}
			</select>
		</div>
	);
});
