'use client';
import { type RefObject, useEffect, useRef } from 'react';
import { type Address, addressFields } from '../../domain/customer';
import { useEventCallback } from '../../hooks/context/useEventCallback';
import { useWords } from '../../hooks/context/useWords';
import { useCustomerFormAddress } from '../../hooks/form/useCustomerFormAddress';
import { useCustomerFormInput } from '../../hooks/form/useCustomerFormInput';
import { useOffer } from '../../hooks/form/useOffer';
import { formWords } from '../../locales/english/form/formWords';
import { Button } from '../ui/Button';
import { slot } from '../ui/slot';
import type { AddressInputProps } from './AddressCell';
import { AddressGrid, type AddressProps } from './AddressGrid';
import { useCustomerFormContext } from './customerFormContext';

interface AddressPartProps {
	/** Whether the first of them gets the focus. */
	focuses: RefObject<boolean>;
	/** The country that a new address starts with. */
	preset: string;
	onRemoved: () => void;
}

/** The fields of an address in a form, and what takes it away. Loaded when somebody wants them. */
export function AddressPart({ focuses, preset, onRemoved }: AddressPartProps) {
	const locale = useWords(formWords);
	const { model, idOf, leave, rules, readOnly } = useCustomerFormContext();
	const address = useCustomerFormAddress(model);
	const removes = useRemovable() && !readOnly;
	const change = useEventCallback((field: keyof Address, value: string) => model.change(`address.${field}`, value));
	const blur = useEventCallback((field: keyof Address) => leave(`address.${field}`));
	const errors: AddressProps['errors'] = Object.fromEntries(addressFields.map((field) => [field, model.fieldError(`address.${field}`)]));
	const place = useRef<HTMLFieldSetElement>(null);
	useEffect(() => {
		moveFocus(place.current, focuses.current);
		focuses.current = false;
	}, [focuses]);
	const remove = () => {
		for (const field of addressFields) change(field, field === 'country' ? preset : '');
		onRemoved();
	};
	const id = idOf('address.line1');
	return (
		<fieldset
			ref={place}
			{...slot('pc-form-group')}
			aria-labelledby={`${id}-legend`}
			aria-describedby={readOnly ? undefined : `${id}-group`}
		>
			<div {...slot('pc-label-row')}>
				<span {...slot('pc-form-legend')} id={`${id}-legend`}>
					{locale.fields.address}
				</span>
				{removes && (
					<Button variant="ghost" size="small" onClick={remove}>
						{locale.form.removeAddress}
					</Button>
				)}
			</div>
			{!readOnly && (
				<p {...slot('pc-hint')} id={`${id}-group`}>
					{rules.addressValidation === 'partial' ? locale.form.addressHintPartial : locale.form.addressHint}
				</p>
			)}
			<AddressGrid
				Input={AddressInput}
				idPrefix={id.replace(/-line1$/, '')}
				addressValidation={rules.addressValidation}
				{...address}
				onChange={change}
				onBlur={blur}
				errors={errors}
				readOnly={readOnly}
			/>
		</fieldset>
	);
}

/** Whether the address may go: not where a host asks for one, nor one that is stored where the backend cannot clear it. */
function useRemovable(): boolean {
	const { model, openAddress } = useCustomerFormContext();
	const offered = useOffer();
	const stored = model.mode === 'edit' && Object.values(model.form.formState.defaultValues?.address ?? {}).some(Boolean);
	return !openAddress && (!stored || offered?.write.clear.includes('address') === true);
}

/** To the first of the fields where they were asked for, else to what a save was refused for before there were any to say so. */
function moveFocus(fields: HTMLFieldSetElement | null, asked: boolean): void {
	const refused = fields?.form?.querySelector<HTMLElement>('[aria-invalid="true"]');
	if (asked) fields?.querySelector('select')?.focus();
	else if (refused && fields?.contains(refused)) refused.focus();
}

/** Keeps its own text: a key renders nothing. */
function AddressInput({ field, value: _value, onChange: _onChange, ...input }: AddressInputProps) {
	const { model } = useCustomerFormContext();
	return <input {...input} {...useCustomerFormInput(model, `address.${field}`)} />;
}
