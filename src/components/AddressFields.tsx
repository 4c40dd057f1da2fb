'use client';
import type { AddressInputProps } from './form/AddressCell';
import { AddressGrid, type AddressGridProps } from './form/AddressGrid';

export interface AddressFieldsProps extends Omit<AddressGridProps, 'Input'> {}

/** A postal address: the fields, their order, their names and what is required follow the country. */
export function AddressFields(props: AddressFieldsProps) {
	return <AddressGrid {...props} Input={ControlledInput} />;
}

function ControlledInput({ field, onChange, ...input }: AddressInputProps) {
	return <input {...input} onChange={(event) => onChange(field, event.target.value)} />;
}
