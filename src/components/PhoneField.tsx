'use client';
import { type UsePhoneFieldOptions, usePhoneField } from '../hooks/form/usePhoneField';
import { PhoneControl, type PhoneControlProps } from './form/PhoneControl';

/** What `PhoneField` takes. */
export interface PhoneFieldProps extends UsePhoneFieldOptions, Omit<PhoneControlProps, 'phone'> {}

/**
 * A phone number from any country: one text input and a country picker.
 *
 * @example
 * const [value, setValue] = useState('');
 * <PhoneField value={value} onChange={setValue} defaultCountry="IN" />;
 */
export function PhoneField(props: PhoneFieldProps) {
	return <PhoneControl {...props} phone={usePhoneField(props)} />;
}
