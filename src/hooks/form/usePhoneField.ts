'use client';
import { useLayoutEffect } from 'react';
import type { CustomerRules } from '../../domain/customerRules';
import { type PhoneFieldState, usePhoneEntry } from './usePhoneEntry';

/** What `usePhoneField` takes. */
export interface UsePhoneFieldOptions extends Pick<CustomerRules, 'phoneValidation'> {
	/** E.164 once it is a number (`+919876543210`), until then what was typed. */
	value: string;
	/**
	 * Called with E.164 for a valid number, with the text as typed for anything else, with `''` for none: after the frame that shows the
	 * typed letter, and always before another key, a click, a submit or the loss of the focus is heard of.
	 */
	onChange: (value: string) => void;
	/** Country (ISO 3166-1 alpha-2) that national numbers belong to until another is chosen. @default none */
	defaultCountry?: string;
}

/**
 * A phone input without markup: formats while typing, keeps the caret, follows the number's own country.
 *
 * @returns what the number means, and the input's own props
 * @example
 * const [value, onChange] = useState('');
 * const { inputProps } = usePhoneField({ value, onChange, defaultCountry: 'IN' });
 * <input type="tel" {...inputProps} />;
 */
export function usePhoneField({ value, ...options }: UsePhoneFieldOptions): PhoneFieldState {
	const { take, ...phone } = usePhoneEntry({ start: value, ...options });
	// A host that is slow to answer must not undo typing: only a new value is one from outside.
	// biome-ignore lint/correctness/useExhaustiveDependencies: only a new value is news
	useLayoutEffect(() => take(value), [value]);
	return phone;
}
