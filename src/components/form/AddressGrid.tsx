'use client';
import { type ReactNode, useId, useState } from 'react';
import { type AddressLayout, addressLayout } from '../../domain/addressLayout';
import type { Address } from '../../domain/customer';
import type { CustomerRules } from '../../domain/customerRules';
import { useWords } from '../../hooks/context/useWords';
import type { AddressLook } from '../../hooks/form/addressLook';
import type { SubdivisionsState } from '../../hooks/form/useSubdivisions';
import { formWords } from '../../locales/english/form/formWords';
import { formatMessage } from '../../locales/formatMessage';
import { fieldLabel } from '../../locales/issueMessage';
import type { Locale } from '../../locales/locale';
import { slot } from '../ui/slot';
import { AddressCell, type AddressCellProps } from './AddressCell';
import { AddressCountry } from './AddressCountry';

/** An address as inputs show it, and what to do when it changes. */
export interface AddressProps extends Pick<CustomerRules, 'addressValidation'> {
	/** What was typed; an absent field is empty. `country` is ISO 3166-1 alpha-2. */
	value: Partial<Record<keyof Address, string>>;
	/** Called for one field at a time, so that autofill can set all of them at once. */
	onChange: (field: keyof Address, value: string) => void;
	/** Called when someone leaves a field. */
	onBlur?: (field: keyof Address) => void;
	/** What is wrong, by field. @default nothing */
	errors?: Partial<Record<keyof Address, ReactNode>>;
	/** Shows the address without letting anyone change it. @default false */
	readOnly?: boolean;
	/** Ids of the controls are this and the field's name: `…-postal_code`. @default a generated one */
	idPrefix?: string;
	/** Names of the controls are this and the field's name, for native forms. @default 'address.' */
	namePrefix?: string;
	/** Comes before each autocomplete token, for instance `billing`. @default none */
	autoCompleteSection?: string;
	/** Of the element around the fields. */
	className?: string;
}

interface AddressGridProps extends AddressProps {
	look: AddressLook;
	subdivisions: SubdivisionsState;
	/** Draws the text inputs. */
	Input: AddressCellProps['Input'];
}

const tokens: Record<keyof Address, string> = {
	line1: 'address-line1',
	line2: 'address-line2',
	city: 'address-level2',
	state: 'address-level1',
	postal_code: 'postal-code',
	country: 'country',
};

/** The fields of an address. */
export function AddressGrid(props: AddressGridProps) {
	const { value, onChange, onBlur, errors = {}, readOnly, namePrefix = 'address.', autoCompleteSection, className } = props;
	const { addressValidation = 'complete', look, subdivisions } = props;
	const locale = useWords(formWords);
	const ownId = useId();
	const idPrefix = props.idPrefix ?? ownId;
	const country = value.country ?? '';
	const rule = addressLayout(country);
	const lines = useVisibleLines(rule, country, look.strays);
	const mismatch = mismatchOf(country, look, locale);

	const propsOf = (field: keyof Address) => ({
		id: `${idPrefix}-${field}`,
		name: namePrefix + field,
		autoComplete: autoCompleteSection ? `${autoCompleteSection} ${tokens[field]}` : tokens[field],
		label: fieldLabel(locale, `address.${field}`, country),
		value: value[field] ?? '',
		error: errors[field],
		required: look.started && addressValidation === 'complete' && rule.required.includes(field),
		readOnly,
		onChange,
		onBlur,
	});

	return (
		<div {...slot('pc-address', className)} lang={locale.code} dir={locale.dir}>
			<AddressCountry {...propsOf('country')} />
			{lines.flatMap((line) =>
				line.map((field) => (
					<AddressCell
						key={field}
						field={field}
						Input={props.Input}
						span={6 / line.length}
						{...propsOf(field)}
						quiet={readOnly || addressValidation === 'partial' || rule.required.includes(field)}
						warning={field === 'postal_code' ? mismatch : undefined}
						subdivisions={field === 'state' ? subdivisions : undefined}
					/>
				)),
			)}
		</div>
	);
}

/** The country's own lines, and after them what it does not have but holds a value: that stays until another country is chosen. */
function useVisibleLines(rule: AddressLayout, country: string, strays: AddressLook['strays']): (keyof Address)[][] {
	const [kept, setKept] = useState<{ country: string; fields: AddressLook['strays'] }>({ country, fields: [] });
	const lines = rule.lines
		.map((line) => line.filter((field) => field !== 'name' && field !== 'country') as (keyof Address)[])
		.filter((line) => line.length > 0);
	const fields = kept.country === country ? [...new Set([...kept.fields, ...strays])] : strays;
	if (kept.country !== country || fields.length !== kept.fields.length) setKept({ country, fields });
	return [...lines, ...fields.map((field) => [field])];
}

/** A postal code of another state: worth a word, never an error, because the data has gaps. */
function mismatchOf(country: string, { misplaced }: AddressLook, locale: Pick<Locale, 'address' | 'fields' | 'form'>): string | undefined {
	return (
		misplaced &&
		formatMessage(locale.form.stateMismatch, {
			postal_code: fieldLabel(locale, 'address.postal_code', country),
			code: misplaced.postalCode,
			state: misplaced.state.name,
		})
	);
}
