'use client';
import { countryName } from '../../domain/country';
import { useWords } from '../../hooks/context/useWords';
import { filterWords } from '../../locales/english/table/filterWords';
import { formatNumber } from '../../locales/formatMessage';

/** The first of some countries, and how many more. */
export function CountryText({ value: [first = '', ...others] }: { value: readonly string[] }) {
	const locale = useWords(filterWords);
	const name = countryName(first, locale.code);
	return others.length > 0 ? `${name} +${formatNumber(locale, others.length)}` : name;
}
