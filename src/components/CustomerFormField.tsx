'use client';
import type { Customer } from '../domain/customer';
import { useWords } from '../hooks/context/useWords';
import type { FormUnit } from '../hooks/form/customerFormValues';
import { useCustomerFormInput } from '../hooks/form/useCustomerFormInput';
import { useCustomerFormPhone } from '../hooks/form/useCustomerFormPhone';
import { useFormValue } from '../hooks/form/useFormValue';
import { useNavigation } from '../hooks/navigation/navigation';
import { formWords } from '../locales/english/form/formWords';
import { AddressPlace } from './form/AddressPlace';
import { useCustomerFormContext } from './form/customerFormContext';
import { FormField } from './form/FormField';
import { takenText } from './form/FormNotice';
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
			hint={name === 'email' && model.taken && <TakenHint taken={model.taken} />}
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

/** What is said of it, and the way there. */
function TakenHint({ taken }: { taken: Customer }) {
	const locale = useWords(formWords);
	const { Link } = useNavigation();
	const { getCustomerHref } = useCustomerFormContext();
	return (
		<>
			<span>{`${takenText(locale, taken)} `}</span>
			{getCustomerHref && (
				<Link href={getCustomerHref(taken)} {...slot('pc-link')}>
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
