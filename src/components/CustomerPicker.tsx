'use client';
import { type ForwardedRef, forwardRef, type ReactNode, useEffect, useId, useImperativeHandle, useRef, useState } from 'react';
import type { Customer } from '../domain/customer';
import { usePickedCustomer } from '../hooks/cache/usePickedCustomer';
import { useWords } from '../hooks/context/useWords';
import { pickerWords } from '../locales/english/picker/pickerWords';
import { FormField } from './form/FormField';
import { calledOf } from './picker/calledOf';
import { PickerBox } from './picker/PickerBox';
import { FailureAlert } from './ui/Failure';

/** What `CustomerPicker` takes. */
export interface CustomerPickerProps {
	/** The id of the customer who is chosen, `null` for nobody. @default one that the picker keeps itself */
	value?: string | null | undefined;
	/** Who is chosen at first, where the picker keeps that itself; a form that is reset goes back to it. @default null */
	defaultValue?: string | null;
	/** Called with the id and the customer, both `null` where the choice was taken back. */
	onChange?: (id: string | null, customer: Customer | null) => void;
	/** Called when the focus leaves the picker. */
	onBlur?: () => void;
	/** Shows a "New customer" choice where the backend can create; called with what was typed. */
	onCreate?: (typed: string) => void;
	/** Of the input. @default "Customer" in the reader's language */
	label?: ReactNode;
	/** Under the input, where nobody is chosen whose email stands there. */
	hint?: ReactNode;
	/** Says what is wrong. @default nothing is */
	error?: ReactNode;
	/** Says so to those who hear it, leaves "optional" unsaid and offers no button to clear; with a `name` the browser checks it. @default false */
	required?: boolean;
	/** Shows the choice without letting anyone change it. @default false */
	readOnly?: boolean;
	/** The same, and leaves it out of the form. @default false */
	disabled?: boolean;
	/** Of the id in a native form. @default none */
	name?: string;
	/** Of the input. @default a generated one */
	id?: string;
	/** Of the element around the field. */
	className?: string;
}

/**
 * A customer to choose, in any form: type a name, an email or a phone, as far as the backend searches, or open the list and scroll through
 * all. Asks for nothing before it is opened, but for who is chosen already where no list or page has shown that customer. Emptying the
 * input takes the choice back. Its `ref` is the input.
 *
 * @example
 * const [customerId, setCustomerId] = useState<string | null>(null);
 * <CustomerPicker value={customerId} onChange={setCustomerId} />;
 */
export const CustomerPicker = forwardRef(function CustomerPicker(props: CustomerPickerProps, ref: ForwardedRef<HTMLInputElement>) {
	const { value: _value, defaultValue: _default, onChange: _onChange, label: _label, hint: _hint, error: _error, ...others } = props;
	const { id: _id, className, required = false, ...rest } = others;
	const { picker } = useWords(pickerWords);
	const ownId = useId();
	const input = useRef<HTMLInputElement>(null);
	useImperativeHandle(ref, () => input.current as HTMLInputElement);
	const [value, choose] = useChoice(props, input);
	const { customer, error, isFetching, retry, keep } = usePickedCustomer(value);
	return (
		<FormField
			id={props.id ?? ownId}
			className={className}
			label={props.label ?? picker.label}
			required={required}
			quiet={rest.readOnly}
			error={props.error}
			hint={customer?.name && customer.email ? <bdi>{customer.email}</bdi> : props.hint}
			after={error && <FailureAlert role="status" error={error} title={picker.chosenFailed} onRetry={retry} retrying={isFetching} />}
		>
			{(control) => (
				<PickerBox
					{...control}
					{...rest}
					ref={input}
					required={required}
					value={value}
					text={customer ? calledOf(customer) : error && value !== null ? value : ''}
					busy={isFetching}
					onPick={(next) => {
						keep(next);
						choose(next?.id ?? null, next);
					}}
				/>
			)}
		</FormField>
	);
});

/** Who is chosen, by the host or by the picker itself, and how to change that. */
function useChoice({ value, defaultValue = null, onChange }: CustomerPickerProps, input: { readonly current: HTMLInputElement | null }) {
	const [own, setOwn] = useState(defaultValue);
	const isOwn = value === undefined;
	useEffect(() => {
		const form = input.current?.form;
		if (!isOwn || !form) return;
		const reset = () => setOwn(defaultValue);
		form.addEventListener('reset', reset);
		return () => form.removeEventListener('reset', reset);
	}, [isOwn, defaultValue, input]);
	const choose: NonNullable<typeof onChange> = (id, customer) => {
		setOwn(id);
		onChange?.(id, customer);
	};
	return [isOwn ? own : value, choose] as const;
}
