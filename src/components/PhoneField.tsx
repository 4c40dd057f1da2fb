'use client';
import type { ReactNode } from 'react';
import type { CustomerRules } from '../domain/customerRules';
import { usePhoneField } from '../hooks/form/usePhoneField';
import { PhoneControl } from './form/PhoneControl';

export interface PhoneFieldProps extends Pick<CustomerRules, 'phoneValidation'> {
	/** E.164 once it is a number (`+919876543210`), until then what was typed. */
	value: string;
	/**
	 * Called with E.164 for a valid number, with the text as typed for anything else, with `''` for none: after the frame that shows the
	 * typed letter, and always before another key, a click, a submit or the loss of the focus is heard of.
	 */
	onChange: (value: string) => void;
	/** Called when the focus leaves the text input. */
	onBlur?: () => void;
	/** Called with `true` while what was typed waits for the numbering plans, and with `false` once it is read: save then. */
	onReading?: (reading: boolean) => void;
	/** Country (ISO 3166-1 alpha-2) that national numbers belong to until another is chosen. @default none */
	defaultCountry?: string;
	/** Says what is wrong; the field itself says it more precisely where it knows the reason. */
	error?: ReactNode;
	/** @default the word for "Phone" in the reader's language */
	label?: ReactNode;
	/** @default false */
	required?: boolean;
	/** Shows the number without letting anyone change it. @default false */
	readOnly?: boolean;
	/** Of the text input. @default a generated one */
	id?: string;
	/** Of the text input, for native forms. */
	name?: string;
	className?: string;
}

/** A phone number from any country: one text input and a country picker. */
export function PhoneField(props: PhoneFieldProps) {
	return <PhoneControl {...props} phone={usePhoneField(props)} />;
}
