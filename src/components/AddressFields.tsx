'use client';
import { useDeferredValue, useRef } from 'react';
import { addressLook } from '../hooks/form/addressLook';
import { useHeardAtSubmit } from '../hooks/form/useHeardAtSubmit';
import { useSubdivisions } from '../hooks/form/useSubdivisions';
import type { AddressInputProps } from './form/AddressCell';
import { AddressGrid, type AddressProps } from './form/AddressGrid';

/** What `AddressFields` takes. */
export interface AddressFieldsProps extends AddressProps {}

/**
 * A postal address: the fields, their order, their names and what is required follow the country.
 *
 * @example
 * const [value, setValue] = useState<Record<string, string>>({ country: 'IN' });
 * <AddressFields value={value} onChange={(field, text) => setValue((former) => ({ ...former, [field]: text }))} />;
 */
export function AddressFields(props: AddressFieldsProps) {
	const subdivisions = useSubdivisions(props.value.country ?? '');
	const look = addressLook(props.value, subdivisions);
	// The first letter makes other fields required: that can wait until the letter is on the page.
	const started = useDeferredValue(look.started);
	return <AddressGrid {...props} Input={ControlledInput} subdivisions={subdivisions} look={{ ...look, started }} />;
}

function ControlledInput({ field, onChange, ...input }: AddressInputProps) {
	const ref = useRef<HTMLInputElement>(null);
	useHeardAtSubmit(
		ref,
		() => input.value,
		({ value }) => onChange(field, value),
	);
	return <input {...input} ref={ref} onChange={(event) => onChange(field, event.target.value)} />;
}
