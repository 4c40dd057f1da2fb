import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { memoryBackend } from '../../src/backends/memory';
import { AddressFields, type AddressFieldsProps } from '../../src/components/AddressFields';
import { CustomersProvider } from '../../src/hooks/CustomersProvider';
import { hi } from '../../src/locales/hi';
import type { Locale } from '../../src/locales/locale';

let current: AddressFieldsProps['value'];

function setUp(initial: AddressFieldsProps['value'], locale?: Locale) {
	function Host() {
		const [value, setValue] = useState(initial);
		current = value;
		return <AddressFields value={value} onChange={(field, text) => setValue((before) => ({ ...before, [field]: text }))} />;
	}
	render(
		<CustomersProvider backend={memoryBackend()} {...(locale ? { locale } : {})}>
			<Host />
		</CustomersProvider>,
	);
	return userEvent.setup();
}

const fields = () => [...document.querySelectorAll('label')].map((label) => label.textContent);
const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name);

describe('AddressFields', () => {
	it.each([
		['IN', ['Address line 1', 'Address line 2', 'City', 'PIN code', 'State']],
		['US', ['Address line 1', 'Address line 2', 'City', 'State', 'ZIP code']],
		['GB', ['Address line 1', 'Address line 2', 'Town or city', 'Postal code']],
		['DE', ['Address line 1', 'Address line 2', 'Postal code', 'City']],
		['JP', ['Postal code', 'Prefecture', 'Address line 1', 'Address line 2']],
		['AE', ['Address line 1', 'Address line 2', 'Emirate']],
	])('asks for what an address in %s has, in its order and words', (country, labels) => {
		setUp({ country });
		expect(fields()).toEqual(['Country or region', ...labels]);
	});

	it('speaks Hindi', () => {
		setUp({ country: 'IN' }, hi);
		expect(fields()).toContain('पिन कोड');
		expect(screen.getByRole('option', { name: 'भारत' })).toBeInstanceOf(HTMLOptionElement);
	});

	it('keeps what was typed when the country changes, and shows a value that the new country has no field for', async () => {
		const user = setUp({ country: 'US', line1: '1 Main St', city: 'Austin', postal_code: '78701' });
		await user.click(field('Country or region'));
		await user.selectOptions(field('Country or region'), 'AE');
		expect(field('Postal code').value).toBe('78701');
		await user.clear(field('Postal code'));
		expect(field('Postal code').value).toBe('');
		await user.selectOptions(field('Country or region'), 'GI');
		expect(field('Address line 1').value).toBe('1 Main St');
		expect(current).toEqual({ country: 'GI', line1: '1 Main St', city: 'Austin', postal_code: '' });
	});

	it.each([
		['IE', 'D', 'Dublin'],
		['RU', 'TA', 'Tatarstan (Республика Татарстан)'],
		['IN', 'MH', 'Maharashtra (महाराष्ट्र)'],
	])('lists the states of %s by the names that people type', async (country, state, name) => {
		setUp({ country, state });
		const option = await screen.findByRole<HTMLOptionElement>('option', { name });
		expect([option.value, option.selected]).toEqual([state, true]);
	});

	it('keeps the inputs themselves when their order changes, so that autofill and focus survive', () => {
		setUp({ country: 'US' });
		const line1 = field('Address line 1');
		fireEvent.change(field('Country or region'), { target: { value: 'JP' } });
		expect(field('Address line 1')).toBe(line1);
	});

	it('takes all fields at once, as autofill sets them', async () => {
		setUp({});
		await screen.findByRole('option', { name: 'United States' });
		const filled = { country: 'US', line1: '1 Main St', city: 'Austin', postal_code: '78701' };
		for (const [key, value] of Object.entries(filled)) {
			const control = document.querySelector(`[name="address.${key}"]`)!;
			fireEvent.change(control, { target: { value } });
		}
		expect(current).toEqual(filled);
	});

	it('chooses the state from the country’s list and keeps one that is not in it', async () => {
		const user = setUp({ country: 'IN', state: 'Bombay Presidency' });
		await screen.findByRole('option', { name: /Maharashtra/ });
		expect(field('State').value).toBe('Bombay Presidency');
		await user.selectOptions(field('State'), 'MH');
		expect(current.state).toBe('MH');
	});

	it('shows a state that is stored by its name as the one in the list, without changing it', async () => {
		setUp({ country: 'US', state: 'California' });
		await screen.findByRole('option', { name: 'California' });
		await expect.poll(() => field('State').value).toBe('CA');
		expect(current.state).toBe('California');
	});

	it('requires what the country requires once an address is begun', async () => {
		const user = setUp({ country: 'IN' });
		expect(field('City').getAttribute('aria-required')).toBeNull();
		await user.type(field('Address line 1'), '1');
		expect(field('City').getAttribute('aria-required')).toBe('true');
		expect(field('Address line 2').getAttribute('aria-required')).toBeNull();
	});

	it('says whose value is wrong', () => {
		render(
			<CustomersProvider backend={memoryBackend()}>
				<AddressFields value={{ country: 'IN' }} onChange={() => {}} errors={{ postal_code: 'Six digits, please.' }} />
			</CustomersProvider>,
		);
		const input = field('PIN code');
		expect(input.getAttribute('aria-invalid')).toBe('true');
		expect(document.getElementById(input.getAttribute('aria-describedby') ?? '')?.textContent).toBe('Six digits, please.');
	});

	it('gives every input the token that browsers fill by', () => {
		setUp({ country: 'US' });
		const tokens = [...document.querySelectorAll('[name]')].map((control) => control.getAttribute('autocomplete'));
		expect(tokens).toEqual(['country', 'address-line1', 'address-line2', 'address-level2', 'address-level1', 'postal-code']);
	});
});
