'use client';
import { useEffect, useRef, useState } from 'react';
import { addressFields } from '../../domain/customer';
import { useWords } from '../../hooks/context/useWords';
import { useHasAddress } from '../../hooks/form/useHasAddress';
import { formWords } from '../../locales/english/form/formWords';
import { Button } from '../ui/Button';
import { RetryAlert } from '../ui/RetryAlert';
import { slot } from '../ui/slot';
import { useCustomerFormContext } from './customerFormContext';
import { useAddressPart } from './useAddressPart';
import { useReached } from './useReached';

/** The address of a form: a button where there is none, and its fields once somebody wants them. */
export function AddressPlace() {
	const { fields, detail, menus } = useWords(formWords);
	const { model, defaultCountry = '', readOnly, openAddress } = useCustomerFormContext();
	const { form, status, mode, fieldError } = model;
	const preset = mode === 'create' ? defaultCountry : '';
	const [opened, setOpened] = useState(openAddress);
	const filled = useHasAddress(form, preset, opened);
	// The field that was left to remove it all is still being checked: only the next save has something to say.
	const removed = useRef(false);
	useEffect(() => {
		if (status === 'saving') removed.current = false;
	}, [status]);
	const open = opened || filled || (!removed.current && addressFields.some((field) => fieldError(`address.${field}`)));
	// What is cleared by hand keeps its fields.
	if (open && !opened) setOpened(true);
	const { reached, ways } = useReached();
	const [tries, setTries] = useState(1);
	const part = useAddressPart((open || reached) && tries);
	/** Whether the first of the fields gets the focus. */
	const focuses = useRef(false);

	if (!open) {
		const add = () => {
			focuses.current = true;
			form.clearErrors('address');
			setOpened(true);
		};
		return readOnly ? null : (
			<div>
				<Button {...ways} autoFocus={removed.current} size="small" icon="plus" aria-expanded={false} onClick={add}>
					{detail.addAddress}
				</Button>
			</div>
		);
	}
	if (part) {
		const remove = () => {
			removed.current = true;
			setOpened(false);
		};
		return <part.AddressPart focuses={focuses} preset={preset} onRemoved={remove} />;
	}
	return (
		<fieldset
			{...slot('pc-form-group')}
			// Has the focus until there are fields that take it.
			name="address."
			tabIndex={-1}
			ref={(place) => {
				if (focuses.current) place?.focus();
			}}
			onFocus={() => {
				focuses.current = true;
			}}
			onBlur={() => {
				focuses.current = false;
			}}
			aria-busy={part === undefined}
			aria-label={fields.address}
		>
			{part === null && <RetryAlert title={menus.failed} onRetry={() => setTries(tries + 1)} />}
		</fieldset>
	);
}
