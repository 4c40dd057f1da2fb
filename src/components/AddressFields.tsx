'use client';
import { type ReactNode, useId, useMemo, useState } from 'react';
import { type AddressRule, addressRule, countryCodes, findSubdivision, normalizePostalCode, type Subdivision } from '../domain/address';
import { type Address, addressFields } from '../domain/customer';
import type { CustomerRules } from '../domain/customerRules';
import { useLocale } from '../hooks/useLocale';
import { useSubdivisions } from '../hooks/useSubdivisions';
import { formatMessage } from '../locales/formatMessage';
import { fieldLabel } from '../locales/issueMessage';
import type { Locale } from '../locales/locale';
import { FormField } from './form/FormField';
import { StateField } from './form/StateField';
import { nameCountries } from './form/searchCountries';

export interface AddressFieldsProps extends Pick<CustomerRules, 'addressValidation'> {
	/** What was typed; an absent field is empty. `country` is ISO 3166-1 alpha-2. */
	value: Partial<Record<keyof Address, string>>;
	/** Called for one field at a time, so that autofill can set all of them at once. */
	onChange: (field: keyof Address, value: string) => void;
	onBlur?: (field: keyof Address) => void;
	/** What is wrong, by field. */
	errors?: Partial<Record<keyof Address, ReactNode>>;
	/** Shows the address without letting anyone change it. @default false */
	readOnly?: boolean;
	/** Ids of the controls are this and the field's name: `…-postal_code`. @default a generated one */
	idPrefix?: string;
	/** Names of the controls are this and the field's name, for native forms. @default 'address.' */
	namePrefix?: string;
	/** Comes before each autocomplete token, for instance `billing`. @default none */
	autoCompleteSection?: string;
	className?: string;
}

const tokens: Record<keyof Address, string> = {
	line1: 'address-line1',
	line2: 'address-line2',
	city: 'address-level2',
	state: 'address-level1',
	postal_code: 'postal-code',
	country: 'country',
};

/** A postal address: the fields, their order, their names and what is required follow the country. */
export function AddressFields(props: AddressFieldsProps) {
	const { value, onChange, onBlur, errors = {}, readOnly, namePrefix = 'address.', autoCompleteSection, className } = props;
	const { addressValidation = 'complete' } = props;
	const locale = useLocale();
	const ownId = useId();
	const idPrefix = props.idPrefix ?? ownId;
	const country = value.country ?? '';
	const rule = addressRule(country);
	const started = addressFields.some((field) => field !== 'country' && value[field]?.trim());
	const lines = useVisibleLines(rule, country, value);
	const subdivisions = useSubdivisions(country);
	const mismatch = mismatchOf(value, subdivisions.list, locale);
	// The same elements on every keystroke: React skips the 252 of them.
	const countries = useMemo(
		() =>
			nameCountries(countryCodes, locale.code).map(({ code, name }) => (
				<option key={code} value={code}>
					{name}
				</option>
			)),
		[locale.code],
	);

	const shared = (field: keyof Address) => ({
		name: namePrefix + field,
		autoComplete: autoCompleteSection ? `${autoCompleteSection} ${tokens[field]}` : tokens[field],
		value: value[field] ?? '',
		onBlur: () => onBlur?.(field),
	});

	const fieldProps = (field: keyof Address) => ({
		id: `${idPrefix}-${field}`,
		label: fieldLabel(locale, `address.${field}`, country),
		error: errors[field],
		quiet: field === 'country' || addressValidation === 'partial' || rule.required.includes(field),
		required: started && addressValidation === 'complete' && rule.required.includes(field),
	});

	return (
		<div data-slot="pc-address" className={className}>
			<FormField {...fieldProps('country')}>
				{(control) => (
					<select
						{...control}
						{...shared('country')}
						data-slot="pc-select"
						disabled={readOnly}
						onChange={(event) => onChange('country', event.target.value)}
					>
						<option value="">{locale.form.chooseCountry}</option>
						{country && !countryCodes.includes(country) && <option value={country}>{country}</option>}
						{countries}
					</select>
				)}
			</FormField>
			{lines.flatMap((line) =>
				line.map((field) => (
					<div key={field} data-slot="pc-address-cell" data-field={field} data-span={6 / line.length}>
						<FormField {...fieldProps(field)} hint={field === 'postal_code' && mismatch && <span data-slot="pc-warning">{mismatch}</span>}>
							{(control) =>
								field === 'state' ? (
									<StateField
										{...control}
										{...shared('state')}
										subdivisions={subdivisions}
										readOnly={readOnly}
										onChange={(state) => onChange('state', state)}
									/>
								) : (
									<input
										{...control}
										{...shared(field)}
										data-slot="pc-input"
										type="text"
										readOnly={readOnly}
										autoCapitalize={field === 'postal_code' ? 'characters' : undefined}
										onChange={(event) => onChange(field, event.target.value)}
									/>
								)
							}
						</FormField>
					</div>
				)),
			)}
		</div>
	);
}

/** The country's own lines, and after them what it does not have but holds a value: that stays until another country is chosen. */
function useVisibleLines(rule: AddressRule, country: string, value: AddressFieldsProps['value']): (keyof Address)[][] {
	const [kept, setKept] = useState<{ country: string; fields: (keyof Address)[] }>({ country, fields: [] });
	const lines = rule.lines
		.map((line) => line.filter((field) => field !== 'name' && field !== 'country') as (keyof Address)[])
		.filter((line) => line.length > 0);
	const shown = new Set(lines.flat());
	const strays = addressFields.filter((field) => field !== 'country' && !shown.has(field) && value[field]);
	const fields = kept.country === country ? [...new Set([...kept.fields, ...strays])] : strays;
	if (kept.country !== country || fields.length !== kept.fields.length) setKept({ country, fields });
	return [...lines, ...fields.map((field) => [field])];
}

/** A postal code of another state: worth a word, never an error, because the data has gaps. */
function mismatchOf(value: AddressFieldsProps['value'], list: readonly Subdivision[], locale: Locale): string | undefined {
	const country = value.country ?? '';
	const state = findSubdivision(value.state ?? '', list);
	const code = value.postal_code && normalizePostalCode(value.postal_code, country);
	if (!state?.postalPrefix || !code || new RegExp(`^(?:${state.postalPrefix})`).test(code)) return undefined;
	return formatMessage(locale.form.stateMismatch, {
		postal_code: fieldLabel(locale, 'address.postal_code', country),
		code,
		state: state.name,
	});
}
