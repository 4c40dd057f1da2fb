'use client';
import { memo, type ReactNode, useMemo, useRef } from 'react';
import { countryName } from '../../domain/country';
import type { Address } from '../../domain/customer';
import { useHydrated } from '../../hooks/context/useHydrated';
import { useWords } from '../../hooks/context/useWords';
import { useHeardAtSubmit } from '../../hooks/form/useHeardAtSubmit';
import { formWords } from '../../locales/english/form/formWords';
import { countriesByName } from '../ui/countriesByName';
import { slot } from '../ui/slot';
import { FormField } from './FormField';
import { useReached } from './useReached';

interface AddressCountryProps {
	id: string;
	name: string;
	autoComplete: string;
	label: string;
	value: string;
	error: ReactNode;
	required: boolean;
	readOnly: boolean | undefined;
	onChange: (field: keyof Address, value: string) => void;
	onBlur: ((field: keyof Address) => void) | undefined;
}

/** The country of an address, which decides on all other fields. */
export const AddressCountry = memo(function AddressCountry({
	id,
	label,
	error,
	required,
	readOnly,
	onChange,
	onBlur,
	...shared
}: AddressCountryProps) {
	const { value } = shared;
	const ref = useRef<HTMLSelectElement>(null);
	useHeardAtSubmit(
		ref,
		() => value,
		(select) => onChange('country', select.value),
	);
	const locale = useWords(formWords);
	// Servers and browsers call some countries by other names, and sort them elsewhere: the list is the browser's alone.
	const hydrated = useHydrated();
	const { reached, ways } = useReached();
	const options = useMemo(() => {
		const all = reached && hydrated ? countriesByName(locale.code) : [];
		const own = { code: value, name: hydrated ? countryName(value, locale.code) : value };
		return (value && !all.some(({ code }) => code === value) ? [own, ...all] : all).map(({ code, name }) => (
			<option key={code} value={code}>
				{name}
			</option>
		));
	}, [reached, hydrated, locale.code, value]);
	return (
		<FormField id={id} label={label} error={error} quiet required={required}>
			{(control) => (
				<select
					ref={ref}
					{...control}
					{...shared}
					{...slot('pc-select')}
					{...ways}
					disabled={readOnly}
					onChange={(event) => onChange('country', event.target.value)}
					onBlur={() => onBlur?.('country')}
				>
					<option value="">{locale.form.chooseCountry}</option>
					{options}
				</select>
			)}
		</FormField>
	);
});
