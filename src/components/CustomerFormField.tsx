'use client';
import { useWords } from '../hooks/context/useWords';
import type { FormUnit } from '../hooks/form/customerFormValues';
import { useCustomerFormInput } from '../hooks/form/useCustomerFormInput';
import { useCustomerFormPhone } from '../hooks/form/useCustomerFormPhone';
import { useFormValue } from '../hooks/form/useFormValue';
import { useNavigation } from '../hooks/navigation/navigation';
import { formWords } from '../locales/english/form/formWords';
import { formatMessage } from '../locales/formatMessage';
import { AddressPlace } from './form/AddressPlace';
import { useCustomerFormContext } from './form/customerFormContext';
import { FormField } from './form/FormField';
import { PhoneControl } from './form/PhoneControl';
import { slot } from './ui/slot';

/** What `CustomerFormField` takes. */
export interface CustomerFormFieldProps {
	/** Which part of the customer. */
	name: FormUnit;
}

/**
 * One part of a customer, with its label, error and hint; for the children of a `CustomerForm`. Absent where the backend keeps no such
 * part of anybody.
 *
 * @example
 * <CustomerForm>
 * 	<CustomerFormField name="email" />
 * 	<CustomerFormField name="name" />
 * </CustomerForm>;
 */
export function CustomerFormField({ name }: CustomerFormFieldProps) {
	if (!useCustomerFormContext().kept.includes(name)) return null;
	if (name === 'phone') return <PhonePart />;
	if (name === 'address') return <AddressPlace />;
	return <TextPart name={name} />;
}

function TextPart({ name }: { name: 'email' | 'name' }) {
	const locale = useWords(formWords);
	const { model, idOf, leave, readOnly, fieldClassName } = useCustomerFormContext();
	const input = useCustomerFormInput(model, name);
	const error = model.fieldError(name);
	return (
		<FormField
			id={idOf(name)}
			className={fieldClassName}
			label={locale.fields[name]}
			required={name === 'email'}
			quiet={readOnly}
			error={error}
			hint={name === 'email' && model.taken ? <TakenHint /> : undefined}
		>
			{(control) => (
				<input
					{...control}
					{...input}
					{...slot('pc-input')}
					// Not `email`, with which Chromium answers `xn--…` where an umlaut was typed.
					type="text"
					{...(name === 'email' && { inputMode: 'email', autoCapitalize: 'none' })}
					name={name}
					autoComplete={name}
					spellCheck={false}
					readOnly={readOnly}
					onBlur={() => leave(name)}
				/>
			)}
		</FormField>
	);
}

/** Before submitting: the email is a customer's already. */
function TakenHint() {
	const locale = useWords(formWords);
	const { Link } = useNavigation();
	const { model, getCustomerHref } = useCustomerFormContext();
	if (!model.taken) return null;
	return (
		<>
			<span>{`${formatMessage(locale.form.taken, { name: model.taken.name ?? model.taken.email ?? model.taken.id })} `}</span>
			{getCustomerHref && (
				<Link href={getCustomerHref(model.taken)} {...slot('pc-link')}>
					{locale.form.openExisting}
				</Link>
			)}
		</>
	);
}

function PhonePart() {
	const { model, idOf, leave, readOnly, defaultCountry, rules, fieldClassName } = useCustomerFormContext();
	const country = useFormValue(model.form, 'address.country') || defaultCountry || '';
	const phone = useCustomerFormPhone(model, { defaultCountry: country, phoneValidation: rules.phoneValidation });
	return (
		<PhoneControl
			id={idOf('phone')}
			name="phone"
			{...(fieldClassName ? { className: fieldClassName } : {})}
			phone={phone}
			onBlur={() => leave('phone')}
			onReading={(reading) => model.hold('phone', reading)}
			error={model.fieldError('phone')}
			readOnly={readOnly}
		/>
	);
}
