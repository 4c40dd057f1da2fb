'use client';
import { type ReactNode, useEffect, useId } from 'react';
import type { CustomerRules } from '../domain/customerRules';
import { usePhoneField } from '../hooks/usePhoneField';
import { useSteady } from '../hooks/useSteady';
import { useWords } from '../hooks/useWords';
import { formWords } from '../locales/english/formWords';
import { formatMessage } from '../locales/formatMessage';
import { CountryPicker } from './form/CountryPicker';
import { FormField } from './form/FormField';

export interface PhoneFieldProps extends Pick<CustomerRules, 'phoneValidation'> {
	/** E.164 once it is a number (`+919876543210`), until then what was typed. */
	value: string;
	/** Called with E.164 for a valid number, with the text as typed for anything else, with `''` for none. */
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
export function PhoneField({
	value,
	onChange,
	onBlur,
	onReading,
	defaultCountry,
	phoneValidation,
	error,
	label,
	required,
	readOnly,
	id,
	name,
	className,
}: PhoneFieldProps) {
	const locale = useWords(formWords);
	const ownId = useId();
	const inputId = id ?? ownId;
	const phone = usePhoneField({
		value,
		onChange,
		...(defaultCountry ? { defaultCountry } : {}),
		...(phoneValidation ? { phoneValidation } : {}),
	});
	const reading = phone.status === 'loading' && phone.text.trim() !== '';
	// biome-ignore lint/correctness/useExhaustiveDependencies: only a change is news
	useEffect(() => {
		onReading?.(reading);
		return () => onReading?.(false);
	}, [reading]);
	const open = useSteady(phone.load);
	const choose = useSteady((country: string) => {
		phone.chooseCountry(country);
		phone.inputRef.current?.focus();
	});
	const show = (e164: string) => phone.phones?.format(e164, 'international') ?? e164;

	return (
		<FormField
			id={inputId}
			className={className}
			label={label ?? locale.fields.phone}
			required={required}
			error={error && phone.issue ? formatMessage(locale.issues[phone.issue], { field: locale.fields.phone }) : error}
			hint={
				phone.e164 ? (
					<bdi>{formatMessage(locale.form.phoneStored, { phone: phone.e164 })}</bdi>
				) : phone.status === 'failed' ? (
					locale.form.phoneUnchecked
				) : (
					locale.form.phoneHint
				)
			}
			after={
				!readOnly &&
				phone.suggestion && (
					<button type="button" data-slot="pc-suggestion" onClick={phone.acceptSuggestion}>
						{formatMessage(locale.form.phoneSuggestion, { phone: show(phone.suggestion) })}
					</button>
				)
			}
		>
			{(control) => (
				<div data-slot="pc-phone" data-status={phone.status}>
					<CountryPicker
						country={phone.country}
						phones={phone.phones}
						failed={phone.status === 'failed'}
						disabled={readOnly}
						onOpen={open}
						onChoose={choose}
					/>
					<input
						{...control}
						ref={phone.inputRef}
						data-slot="pc-input"
						type="tel"
						inputMode="tel"
						autoComplete="tel"
						dir="ltr"
						name={name}
						readOnly={readOnly}
						value={phone.text}
						onFocus={phone.load}
						onChange={phone.onInput}
						onCompositionEnd={phone.onCompositionEnd}
						onBlur={onBlur}
					/>
				</div>
			)}
		</FormField>
	);
}
