import { configure, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComponentProps } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { memoryBackend } from '../../../src/backends/memory';
import {
	type Customer,
	type CustomerBackend,
	CustomerDialog,
	CustomerError,
	CustomerForm,
	CustomerFormField,
	CustomersProvider,
} from '../../../src/index';
import { withFaults } from '../../../src/testing';

configure({ asyncUtilTimeout: 15_000 });

const asha: Customer = {
	id: 'cus_7Qm2XvT4bK9d',
	email: 'asha.verma@example.com',
	name: 'Asha Verma',
	phone: null,
	address: { line1: '221 MG Road', line2: null, city: 'Pune', state: 'MH', postal_code: '411005', country: 'IN' },
	created: '2026-08-14T09:26:53.589Z',
	version: '1',
};
const homeless: Customer = { ...asha, address: null };

const adder = () => screen.getByRole('button', { name: 'Add address' });
const remover = () => screen.getByRole('button', { name: 'Remove address' });
const noAdder = () => expect(screen.queryByRole('button', { name: 'Add address' })).toBeNull();
const field = (name: string) => screen.findByRole<HTMLInputElement>('textbox', { name });
const country = () => screen.findByRole<HTMLSelectElement>('combobox', { name: 'Country or region' });

function setUp(props: ComponentProps<typeof CustomerForm> = {}, backend: CustomerBackend = memoryBackend({ customers: [asha] })) {
	const onSaved = vi.fn();
	const onDirtyChange = vi.fn();
	const form = (more: ComponentProps<typeof CustomerForm> = {}) => (
		<CustomersProvider backend={backend}>
			<CustomerForm onSaved={onSaved} onDirtyChange={onDirtyChange} {...props} {...more} />
		</CustomersProvider>
	);
	const { rerender } = render(form());
	return { user: userEvent.setup(), onSaved, onDirtyChange, again: (more: typeof props) => rerender(form(more)) };
}

/** Refuses the first write. */
const refusing = (path: string, customers: Customer[] = []) => {
	let refused = false;
	return withFaults(memoryBackend({ customers }), ({ method }) => {
		if (refused || (method !== 'create' && method !== 'update')) return undefined;
		refused = true;
		return { error: new CustomerError('validation_failed', { issues: [{ path: path as 'address.city', code: 'required' }] }) };
	});
};

describe('an address that nobody has to give', () => {
	it('is a button, which opens its fields at the first of them', async () => {
		const { user, onDirtyChange } = setUp({ defaultCountry: 'IN' });
		expect(adder().getAttribute('aria-expanded')).toBe('false');
		expect(screen.queryByRole('group')).toBeNull();
		adder().focus();
		await user.keyboard('{Enter}');
		noAdder();
		const first = await country();
		await waitFor(() => expect(document.activeElement).toBe(first));
		expect(first.value).toBe('IN');
		expect(within(screen.getByRole('group', { name: 'Address' })).getAllByRole('textbox')).toHaveLength(4);
		await user.tab();
		expect(document.activeElement).toBe(await field('Address line 1'));
		expect(onDirtyChange).not.toHaveBeenCalledWith(true);
	});

	it('is gone again with all that was typed, and its button has the focus', async () => {
		const { user, onSaved, onDirtyChange } = setUp({ defaultCountry: 'IN' });
		await user.click(adder());
		await user.selectOptions(await country(), 'US');
		await user.type(await field('ZIP code'), '1');
		await user.click(remover());
		expect(document.activeElement).toBe(adder());
		expect(onDirtyChange).toHaveBeenLastCalledWith(false);
		await user.click(adder());
		expect((await country()).value).toBe('IN');
		expect((await field('PIN code')).value).toBe('');
		expect((await field('PIN code')).getAttribute('aria-invalid')).toBeNull();
		await user.type(await field('Email'), 'ravi@example.com{Enter}');
		await waitFor(() => expect(onSaved).toHaveBeenCalledWith(expect.objectContaining({ address: null }), 'created'));
	});

	it('keeps its fields while they are cleared by hand', async () => {
		const { user } = setUp({ customer: { ...asha, address: { ...asha.address!, line1: 'x' } } });
		await user.clear(await field('Address line 1'));
		for (const name of ['City', 'PIN code']) await user.clear(await field(name));
		await user.selectOptions(await screen.findByRole('combobox', { name: 'State' }), '');
		await user.selectOptions(await country(), '');
		noAdder();
		expect(await field('Address line 1')).toBeTruthy();
	});

	it.each([
		['of a customer', { customer: asha }, '221 MG Road'],
		['that is given to begin with', { defaultValues: { address: { line1: '12 FC Road' } } }, '12 FC Road'],
	])('is open %s', async (_, props, line1) => {
		setUp(props);
		noAdder();
		expect((await field('Address line 1')).value).toBe(line1);
		expect(document.activeElement).toBe(document.body);
	});

	it('opens for the address that a fresher customer has', async () => {
		const { again } = setUp({ customer: homeless });
		adder();
		again({ customer: { ...asha, version: '2' } });
		expect((await field('Address line 1')).value).toBe('221 MG Road');
	});

	it.each([
		['all of them', undefined],
		['that of a host', <CustomerFormField key="address" name="address" />],
	])('stays closed where only its country is preset, among %s', (_, children) => {
		setUp({ defaultCountry: 'IN', defaultValues: { address: { country: 'IN' } }, children });
		adder();
	});

	it.each([
		['one of its fields', 'address.postal_code', 'Postal code'],
		['all of it', 'address', 'Address line 1'],
	])('opens at what the server says of %s', async (_, path, name) => {
		const { user, onSaved } = setUp({}, refusing(path));
		await user.type(await field('Email'), 'ravi@example.com{Enter}');
		const wrong = await field(name);
		await waitFor(() => expect(document.activeElement).toBe(wrong));
		expect(wrong.getAttribute('aria-invalid')).toBe('true');
		expect(onSaved).not.toHaveBeenCalled();
	});

	it.each([
		['the host says so', { openAddress: true }],
		['there is nothing else to fill in', { fields: ['address'] as const }],
	])('is there at once where %s, for good', async (_, props) => {
		setUp(props);
		await country();
		noAdder();
		expect(screen.queryByRole('button', { name: 'Remove address' })).toBeNull();
	});

	it('has no button where nothing may be changed', async () => {
		setUp({ customer: homeless }, memoryBackend({ customers: [homeless], capabilities: { write: { update: false } } }));
		await screen.findByText('You can see this customer but not change it.');
		noAdder();
	});
});

describe('an address that is stored', () => {
	it('is cleared once it is removed and saved', async () => {
		const backend = memoryBackend({ customers: [asha] });
		const { user, onSaved } = setUp({ customer: asha, defaultCountry: 'IN' }, backend);
		await user.click(await screen.findByRole('button', { name: 'Remove address' }));
		await user.click(screen.getByRole('button', { name: 'Save changes' }));
		await waitFor(() => expect(onSaved).toHaveBeenCalledWith(expect.objectContaining({ address: null }), 'updated'));
		expect((await backend.get(asha.id)).address).toBeNull();
	});

	it('cannot be removed where the backend cannot clear it', async () => {
		const backend = memoryBackend({ customers: [asha], capabilities: { write: { clear: ['name'] } } });
		const { again } = setUp({ customer: asha }, backend);
		await field('Address line 1');
		await waitFor(() => expect(screen.queryByRole('button', { name: 'Remove address' })).toBeNull());
		again({ customer: homeless });
		await screen.findByRole('button', { name: 'Remove address' });
	});
});

it('is the same in a dialog, and opens at once where that was asked for', async () => {
	const dialog = (focus?: 'address') => (
		<CustomersProvider backend={memoryBackend({ customers: [homeless] })}>
			<CustomerDialog key={focus} open customer={homeless} onOpenChange={() => {}} {...(focus && { focus })} />
		</CustomersProvider>
	);
	const { rerender } = render(dialog());
	await screen.findByRole('button', { name: 'Add address' });
	rerender(dialog('address'));
	await waitFor(() => expect(document.activeElement?.getAttribute('name')).toBe('address.country'));
});
