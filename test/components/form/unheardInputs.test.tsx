import { configure, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ComponentProps, type FormEvent, useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { memoryBackend } from '../../../src/backends/memory';
import { AddressFields, type Customer, CustomerForm, CustomersProvider, PhoneField } from '../../../src/index';

configure({ asyncUtilTimeout: 15_000 });

/** As browsers write natively, and as scripts do: without an event, past React and to its face. */
const writers = {
	natively: (control: HTMLInputElement | HTMLSelectElement, value: string) => {
		const prototype = control instanceof HTMLSelectElement ? HTMLSelectElement.prototype : HTMLInputElement.prototype;
		Object.getOwnPropertyDescriptor(prototype, 'value')!.set!.call(control, value);
	},
	'by a script': (control: HTMLInputElement | HTMLSelectElement, value: string) => {
		control.value = value;
	},
};

const control = (name: string) => document.querySelector<HTMLInputElement>(`[name="${name}"]`)!;

function setUp(props: ComponentProps<typeof CustomerForm> = {}, customers: Customer[] = []) {
	const backend = memoryBackend({ customers });
	const create = vi.spyOn(backend, 'create');
	const update = vi.spyOn(backend, 'update');
	const onSaved = vi.fn();
	render(
		<CustomersProvider backend={backend}>
			<CustomerForm openAddress onSaved={onSaved} {...props} />
		</CustomersProvider>,
	);
	return { user: userEvent.setup(), create, update, onSaved };
}

const legacy: Customer = {
	id: 'cus_1',
	email: ' old@example.com',
	name: 'Two\nlines',
	phone: '98765',
	address: { line1: '1 MG Road', line2: null, city: 'Pune', state: 'Maharashtra', postal_code: '411005', country: 'IN' },
	created: null,
	version: '1',
};

describe.each(Object.entries(writers))('what was filled in %s, without an event', (_, write) => {
	it('is all saved, the phone as a number of the default country', async () => {
		const { user, create, onSaved } = setUp({ defaultCountry: 'IN' });
		await waitFor(() => expect(control('address.state').querySelector('[value="MH"]')).not.toBeNull());
		for (const [name, value] of Object.entries({
			email: 'zara@example.com',
			name: 'Zara Khan',
			phone: '98765 43210',
			'address.line1': '1 MG Road',
			'address.line2': 'Flat 2',
			'address.city': 'Mumbai',
			'address.state': 'MH',
			'address.postal_code': '400001',
		}))
			write(control(name), value);
		await user.click(screen.getByRole('button', { name: 'Create customer' }));
		await waitFor(() => expect(onSaved).toHaveBeenCalledOnce());
		expect(create.mock.calls[0]![0]).toEqual({
			email: 'zara@example.com',
			name: 'Zara Khan',
			phone: '+919876543210',
			address: { line1: '1 MG Road', line2: 'Flat 2', city: 'Mumbai', state: 'MH', postal_code: '400001', country: 'IN' },
		});
	});

	it('is saved with its country, and a phone that belongs there', async () => {
		const { user, create, onSaved } = setUp();
		await waitFor(() => expect(control('address.country').querySelector('[value="IN"]')).not.toBeNull());
		for (const [name, value] of Object.entries({ email: 'zara@example.com', phone: '98765 43210', 'address.country': 'IN' }))
			write(control(name), value);
		await user.type(control('name'), 'Zara');
		await user.click(screen.getByRole('button', { name: 'Create customer' }));
		await waitFor(() => expect(onSaved).toHaveBeenCalledOnce());
		expect(create.mock.calls[0]![0]).toEqual({
			email: 'zara@example.com',
			name: 'Zara',
			phone: '+919876543210',
			address: expect.objectContaining({ country: 'IN' }),
		});
	});

	it('is saved over a customer, and nothing else of it', async () => {
		const { user, update, onSaved } = setUp({ customer: legacy }, [legacy]);
		await waitFor(() => expect(control('address.city')).not.toBeNull());
		write(control('address.city'), 'Mumbai');
		write(control('address.postal_code'), '400001');
		await user.click(screen.getByRole('button', { name: 'Save changes' }));
		await waitFor(() => expect(onSaved).toHaveBeenCalledOnce());
		expect(Object.keys(update.mock.calls[0]![1])).toEqual(['address']);
		expect(update.mock.calls[0]![1].address).toMatchObject({ city: 'Mumbai', postal_code: '400001' });
	});

	it('reaches the host of a phone and an address on their own before its own submit does', async () => {
		const submitted = vi.fn();
		function Host() {
			const [phone, setPhone] = useState('');
			const [address, setAddress] = useState<Record<string, string>>({ country: 'IN' });
			return (
				<form
					onSubmit={(event: FormEvent) => {
						event.preventDefault();
						submitted();
					}}
				>
					<PhoneField name="phone" value={phone} onChange={setPhone} defaultCountry="IN" />
					<AddressFields value={address} onChange={(field, text) => setAddress((former) => ({ ...former, [field]: text }))} />
					<output>{JSON.stringify({ phone, address })}</output>
					<button type="submit">Save</button>
				</form>
			);
		}
		render(
			<CustomersProvider backend={memoryBackend()}>
				<Host />
			</CustomersProvider>,
		);
		await waitFor(() => expect(control('address.state').querySelector('[value="MH"]')).not.toBeNull());
		for (const [name, value] of Object.entries({ phone: '98765 43210', 'address.city': 'Mumbai', 'address.state': 'MH' }))
			write(control(name), value);
		await userEvent.click(screen.getByRole('button', { name: 'Save' }));
		expect(submitted).toHaveBeenCalledOnce();
		await waitFor(() =>
			expect(JSON.parse(document.querySelector('output')!.textContent)).toEqual({
				phone: '+919876543210',
				address: { country: 'IN', city: 'Mumbai', state: 'MH' },
			}),
		);
	});
});

it('leaves what is stored alone, however inputs show it', async () => {
	const { user, update, onSaved } = setUp({ customer: legacy }, [legacy]);
	await waitFor(() => expect(control('address.state').value).toBe('MH'));
	await user.click(screen.getByRole('button', { name: 'Save changes' }));
	await waitFor(() => expect(onSaved).toHaveBeenCalledWith(legacy, 'unchanged'));
	expect(update).not.toHaveBeenCalled();
});
