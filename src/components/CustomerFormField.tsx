'use client';
import { memo } from 'react';
import { useWatch } from 'react-hook-form';
import { type Address, addressFields } from '../domain/customer';
import type { FormPath, FormUnit } from '../hooks/customerFormValues';
import { useNavigation } from '../hooks/navigation';
import { useCustomerFormInput } from '../hooks/useCustomerFormInput';
import { useCustomerFormValue } from '../hooks/useCustomerFormValue';
import { useSteady } from '../hooks/useSteady';
import { useWords } from '../hooks/useWords';
import { formWords } from '../locales/english/formWords';
import { formatMessage } from '../locales/formatMessage';
import { AddressFields, type AddressFieldsProps } from './AddressFields';
import { useCustomerFormContext } from './form/customerFormContext';
import { FormField } from './form/FormField';
import { PhoneField } from './PhoneField';

export interface CustomerFormFieldProps {
	name: FormUnit;
}

/** One part of a customer, with its label, error and hint; for the children of a `CustomerForm`. */
export function CustomerFormField({ name }: CustomerFormFieldProps) {
	if (name === 'phone') return <PhonePart />;
	if (name === 'address') return <AddressPart />;
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
			error={error}
			hint={name === 'email' && model.taken ? <TakenHint /> : undefined}
		>
			{(control) => (
				<input
					{...control}
					{...input}
					data-slot="pc-input"
					type={name === 'email' ? 'email' : 'text'}
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
			{formatMessage(locale.form.taken, { name: model.taken.name ?? model.taken.email ?? model.taken.id })}{' '}
			{getCustomerHref && (
				<Link href={getCustomerHref(model.taken)} data-slot="pc-link">
					{locale.form.openExisting}
				</Link>
			)}
		</>
	);
}

// A key in one field renders that field: the others get the same props and stay as they are.
const SteadyPhoneField = memo(PhoneField);
const SteadyAddressFields = memo(AddressFields, (before, now) => {
	const { value, errors = {}, ...rest } = now;
	return sameFields(before, { ...before, ...rest }) && sameFields(before.value, value) && sameFields(before.errors ?? {}, errors);
});

function sameFields<T extends object>(before: T, now: T): boolean {
	return (Object.keys({ ...before, ...now }) as (keyof T)[]).every((key) => Object.is(before[key], now[key]));
}

function PhonePart() {
	const { model, idOf, leave, readOnly, defaultCountry, rules, fieldClassName } = useCustomerFormContext();
	const { control } = model.form;
	const [value, change] = useCustomerFormValue(model, 'phone');
	const country = useWatch({ control, name: 'address.country' }) || defaultCountry;
	const blur = useSteady(() => leave('phone'));
	const hold = useSteady((reading: boolean) => model.hold('phone', reading));
	return (
		<SteadyPhoneField
			id={idOf('phone')}
			name="phone"
			{...(fieldClassName ? { className: fieldClassName } : {})}
			{...(country ? { defaultCountry: country } : {})}
			phoneValidation={rules.phoneValidation}
			value={value}
			onChange={change}
			onBlur={blur}
			onReading={hold}
			error={model.fieldError('phone')}
			readOnly={readOnly}
		/>
	);
}

const addressPaths = addressFields.map((field) => `address.${field}` as const);

function AddressPart() {
	const locale = useWords(formWords);
	const { model, idOf, leave, rules, readOnly } = useCustomerFormContext();
	const path = (field: keyof Address): FormPath => `address.${field}`;
	// Field by field: the form changes its address in place, and a memo would see the same object.
	const watched = useWatch({ control: model.form.control, name: addressPaths });
	const value = Object.fromEntries(addressFields.map((field, index) => [field, watched[index]])) as Record<keyof Address, string>;
	const change = useSteady((field: keyof Address, value: string) => model.change(path(field), value));
	const blur = useSteady((field: keyof Address) => leave(path(field)));
	const errors: AddressFieldsProps['errors'] = Object.fromEntries(addressFields.map((field) => [field, model.fieldError(path(field))]));
	return (
		<fieldset data-slot="pc-form-group" aria-describedby={`${idOf('address.line1')}-group`}>
			<legend data-slot="pc-form-legend">{locale.fields.address}</legend>
			<p data-slot="pc-hint" id={`${idOf('address.line1')}-group`}>
				{rules.addressValidation === 'partial' ? locale.form.addressHintPartial : locale.form.addressHint}
			</p>
			<SteadyAddressFields
				idPrefix={idOf('address.line1').replace(/-line1$/, '')}
				addressValidation={rules.addressValidation}
				value={value}
				onChange={change}
				onBlur={blur}
				errors={errors}
				readOnly={readOnly}
			/>
		</fieldset>
	);
}
