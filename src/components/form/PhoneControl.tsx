'use client';
import { type ReactNode, useEffect, useId } from 'react';
import { useEventCallback } from '../../hooks/context/useEventCallback';
import { useWords } from '../../hooks/context/useWords';
import type { PhoneFieldState } from '../../hooks/form/usePhoneEntry';
import { formWords } from '../../locales/english/form/formWords';
import { formatMessage } from '../../locales/formatMessage';
import { slot } from '../ui/slot';
import { CountryPicker } from './CountryPicker';
import { FormField } from './FormField';

/** A phone number as an input shows it. */
export interface PhoneControlProps {
	/** What the number means, and the input's own props. */
	phone: PhoneFieldState;
	/** Called when the focus leaves the text input. */
	onBlur?: () => void;
	/** Called with `true` while what was typed waits for the numbering plans, and with `false` once it is read: save then. */
	onReading?: (reading: boolean) => void;
	/** Says what is wrong; the field itself says it more precisely where it knows the reason. */
	error?: ReactNode;
	/** Of the input. @default "Phone" in the reader's language */
	label?: ReactNode;
	/** Says so to those who hear it, and leaves "optional" unsaid. @default false */
	required?: boolean;
	/** Shows the number without letting anyone change it, and no word on how to fill it in. @default false */
	readOnly?: boolean;
	/** Of the text input. @default a generated one */
	id?: string;
	/** Of the text input, for native forms. @default none */
	name?: string;
	/** Of the element around the field. */
	className?: string;
}

/** What a phone field looks like. */
export function PhoneControl({ phone, onBlur, onReading, error, label, required, readOnly, id, name, className }: PhoneControlProps) {
	const locale = useWords(formWords);
	const ownId = useId();
	const inputId = id ?? ownId;
	const { reading } = phone;
	// biome-ignore lint/correctness/useExhaustiveDependencies: only a change is news
	useEffect(() => {
		onReading?.(reading);
		return () => onReading?.(false);
	}, [reading]);
	const open = useEventCallback(phone.load);
	const choose = useEventCallback((country: string) => {
		phone.chooseCountry(country);
		phone.inputProps.ref.current?.focus();
	});
	const show = (e164: string) => phone.phones?.format(e164, 'international') ?? e164;

	return (
		<FormField
			id={inputId}
			className={className}
			label={label ?? locale.fields.phone}
			required={required}
			quiet={readOnly}
			error={error && phone.issue ? formatMessage(locale.issues[phone.issue], { field: locale.fields.phone }) : error}
			hint={
				phone.e164 ? (
					<bdi>{formatMessage(locale.form.phoneStored, { phone: phone.e164 })}</bdi>
				) : phone.status === 'failed' ? (
					locale.form.phoneUnchecked
				) : (
					!readOnly && locale.form.phoneHint
				)
			}
			after={
				!readOnly &&
				phone.suggestion && (
					<button type="button" {...slot('pc-suggestion')} onClick={phone.acceptSuggestion}>
						{formatMessage(locale.form.phoneSuggestion, { phone: show(phone.suggestion) })}
					</button>
				)
			}
		>
			{(control) => (
				<div {...slot('pc-phone')} data-status={phone.status}>
					<CountryPicker
						country={phone.country}
						phones={phone.phones}
						failed={phone.status === 'failed'}
						disabled={readOnly}
						onOpen={open}
						onChoose={choose}
					/>
					<div {...slot('pc-phone-number')}>
						<input
							{...control}
							{...phone.inputProps}
							{...slot('pc-input')}
							type="tel"
							inputMode="tel"
							autoComplete="tel"
							dir="ltr"
							name={name}
							readOnly={readOnly}
							onBlur={onBlur}
						/>
					</div>
				</div>
			)}
		</FormField>
	);
}
