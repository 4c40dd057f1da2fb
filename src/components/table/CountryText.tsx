'use client';
import { countryName } from '../../domain/country';
import { useWords } from '../../hooks/context/useWords';
import { filterWords } from '../../locales/english/table/filterWords';
import { formatNumber } from '../../locales/formatMessage';
import { Chosen } from './Chosen';

/** The first of some countries, and how many more. */
export function CountryText({ value: [first = '', ...others] }: { value: readonly string[] }) {
	const locale = useWords(filterWords);
	const name = countryName(first, locale.code);
	const text = others.length > 0 ? `${name} +${formatNumber(locale, others.length)}` : name;
	return <Chosen label={locale.table.filterCountry} value={text} />;
}
