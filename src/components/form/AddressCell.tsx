'use client';
import { type ComponentPropsWithoutRef, type ComponentType, memo, type ReactNode } from 'react';
import type { Address } from '../../domain/customer';
import type { SubdivisionsState } from '../../hooks/form/useSubdivisions';
import { slot } from '../ui/slot';
import { FormField } from './FormField';
import { StateField } from './StateField';

/** What a text input of an address gets. */
export interface AddressInputProps extends Omit<ComponentPropsWithoutRef<'input'>, 'onChange'> {
	field: keyof Address;
	value: string;
	onChange: (field: keyof Address, value: string) => void;
}

export interface AddressCellProps {
	field: keyof Address;
	/** Of the six columns. */
	span: number;
	id: string;
	name: string;
	autoComplete: string;
	label: string;
	value: string;
	error: ReactNode;
	/** Worth a word, no error. */
	warning: string | undefined;
	quiet: boolean;
	required: boolean;
	readOnly: boolean | undefined;
	/** For the state alone. */
	subdivisions: SubdivisionsState | undefined;
	onChange: (field: keyof Address, value: string) => void;
	onBlur: ((field: keyof Address) => void) | undefined;
	Input: ComponentType<AddressInputProps>;
}

/** One field of an address; typing into another does not render it again. */
export const AddressCell = memo(function AddressCell({
	field,
	span,
	id,
	label,
	error,
	warning,
	quiet,
	required,
	subdivisions,
	onChange,
	onBlur,
	Input,
	...shared
}: AddressCellProps) {
	const blur = () => onBlur?.(field);
	return (
		<div {...slot('pc-address-cell')} data-field={field} data-span={span}>
			<FormField
				id={id}
				label={label}
				error={error}
				quiet={quiet}
				required={required}
				hint={warning && <span {...slot('pc-warning')}>{warning}</span>}
			>
				{(control) =>
					subdivisions ? (
						<StateField {...control} {...shared} subdivisions={subdivisions} onBlur={blur} onChange={(state) => onChange(field, state)} />
					) : (
						<Input
							{...control}
							{...shared}
							field={field}
							{...slot('pc-input')}
							type="text"
							onBlur={blur}
							autoCapitalize={field === 'postal_code' ? 'characters' : undefined}
							onChange={onChange}
						/>
					)
				}
			</FormField>
		</div>
	);
});
