import { AsYouType, type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js';
import { type ReactNode, useState } from 'react';
import { Controller, type FieldError, useForm } from 'react-hook-form';
import { useBackend } from '../hand/BackendContext';
import { CountryOptions } from '../hand/CountryOptions';

const empty = {
	email: '',
	name: '',
	dial: 'IN',
	phone: '',
	address: { country: 'IN', line1: '', line2: '', city: '', state: '', postal_code: '' },
};

function Field({ label, error, children }: { label: string; error?: FieldError; children: ReactNode }) {
	return (
		// biome-ignore lint/a11y/noLabelWithoutControl: the input is among its children
		<label>
			{label}
			{children}
			{error && <span role="alert">{error.message}</span>}
		</label>
	);
}

/** react-hook-form over inputs that it keeps, and a phone that is formatted while it is typed. */
export function TanStackForm({ onSaved }: { onSaved?: () => void }) {
	const backend = useBackend();
	const [failed, setFailed] = useState(false);
	const { register, control, handleSubmit, getValues, formState } = useForm({ defaultValues: empty });
	const { errors, isSubmitting } = formState;
	const save = handleSubmit(async ({ dial, phone, ...rest }) => {
		const number = phone ? parsePhoneNumberFromString(phone, dial as CountryCode)?.number : undefined;
		try {
			await backend.create({ ...rest, phone: number }, { idempotencyKey: crypto.randomUUID() });
			onSaved?.();
		} catch {
			setFailed(true);
		}
	});
	const isPhone = (phone: string) =>
		phone === '' || parsePhoneNumberFromString(phone, getValues('dial') as CountryCode)?.isValid() || 'This is no phone number.';
	return (
		<form className="hand-form" onSubmit={save} noValidate>
			<Field label="Email" error={errors.email}>
				<input
					type="email"
					autoComplete="email"
					aria-invalid={errors.email !== undefined}
					{...register('email', { required: 'An email is needed.', pattern: { value: /^\S+@\S+\.\S+$/, message: 'This is no email.' } })}
				/>
			</Field>
			<Field label="Name">
				<input autoComplete="name" {...register('name')} />
			</Field>
			<div className="hand-phone">
				<Field label="Phone country">
					<select autoComplete="tel-country-code" {...register('dial')}>
						<CountryOptions dial />
					</select>
				</Field>
				<Field label="Phone" error={errors.phone}>
					<Controller
						name="phone"
						control={control}
						rules={{ validate: isPhone }}
						render={({ field, fieldState }) => (
							<input
								{...field}
								type="tel"
								autoComplete="tel"
								aria-invalid={fieldState.invalid}
								onChange={({ target }) => field.onChange(new AsYouType(getValues('dial') as CountryCode).input(target.value))}
							/>
						)}
					/>
				</Field>
			</div>
			<Field label="Country">
				<select autoComplete="country" {...register('address.country')}>
					<CountryOptions />
				</select>
			</Field>
			<Field label="Address">
				<input autoComplete="address-line1" {...register('address.line1')} />
			</Field>
			<Field label="Address, second line">
				<input autoComplete="address-line2" {...register('address.line2')} />
			</Field>
			<Field label="City">
				<input autoComplete="address-level2" {...register('address.city')} />
			</Field>
			<Field label="State">
				<input autoComplete="address-level1" {...register('address.state')} />
			</Field>
			<Field label="Postal code">
				<input autoComplete="postal-code" {...register('address.postal_code')} />
			</Field>
			{failed && <p role="alert">The customer could not be saved.</p>}
			<button type="submit" disabled={isSubmitting}>
				Create customer
			</button>
		</form>
	);
}
