import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js';
import { type FormEvent, useState } from 'react';
import { useBackend } from '../hand/BackendContext';
import { CountryOptions } from '../hand/CountryOptions';

/** Inputs that the browser keeps, read when the form is sent. */
export function PlainForm({ onSaved }: { onSaved?: () => void }) {
	const backend = useBackend();
	const [error, setError] = useState<string>();
	const save = async (event: FormEvent<HTMLFormElement>) => {
		event.preventDefault();
		const { dial, phone, email, name, ...address } = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>;
		const number = phone ? parsePhoneNumberFromString(phone, dial as CountryCode) : undefined;
		if (phone && !number?.isValid()) return setError('This is no phone number.');
		try {
			await backend.create({ email: email!, name, phone: number?.number, address }, { idempotencyKey: crypto.randomUUID() });
			onSaved?.();
		} catch {
			setError('The customer could not be saved.');
		}
	};
	return (
		<form className="hand-form" onSubmit={save}>
			<label>
				Email <input name="email" type="email" autoComplete="email" required />
			</label>
			<label>
				Name <input name="name" autoComplete="name" />
			</label>
			<div className="hand-phone">
				<label>
					Phone country{' '}
					<select name="dial" autoComplete="tel-country-code" defaultValue="IN">
						<CountryOptions dial />
					</select>
				</label>
				<label>
					Phone <input name="phone" type="tel" autoComplete="tel" />
				</label>
			</div>
			<label>
				Country{' '}
				<select name="country" autoComplete="country" defaultValue="IN">
					<CountryOptions />
				</select>
			</label>
			<label>
				Address <input name="line1" autoComplete="address-line1" />
			</label>
			<label>
				Address, second line <input name="line2" autoComplete="address-line2" />
			</label>
			<label>
				City <input name="city" autoComplete="address-level2" />
			</label>
			<label>
				State <input name="state" autoComplete="address-level1" />
			</label>
			<label>
				Postal code <input name="postal_code" autoComplete="postal-code" />
			</label>
			{error && <p role="alert">{error}</p>}
			<button type="submit">Create customer</button>
		</form>
	);
}
