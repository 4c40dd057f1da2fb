'use client';
import type { ReactNode } from 'react';
import type { Address } from '../domain/customer';
import type { CustomerRules } from '../domain/customerRules';
import type { AddressInputProps } from './form/AddressCell';
import { AddressGrid } from './form/AddressGrid';

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

/** A postal address: the fields, their order, their names and what is required follow the country. */
export function AddressFields(props: AddressFieldsProps) {
	return <AddressGrid {...props} Input={ControlledInput} />;
}

function ControlledInput({ field, onChange, ...input }: AddressInputProps) {
	return <input {...input} onChange={(event) => onChange(field, event.target.value)} />;
}
