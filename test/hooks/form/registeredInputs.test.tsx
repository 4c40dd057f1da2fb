import { configure, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { memoryBackend } from '../../../src/backends/memory';
import { type Customer, CustomersProvider, type UseCustomerFormOptions, useCustomerForm } from '../../../src/index';

configure({ asyncUtilTimeout: 15_000 });

const asha: Customer = {
	id: 'cus_1',
	email: 'asha@example.com',
	name: 'Asha',
	phone: '+919876543210',
	address: null,
	created: null,
	version: '1',
};

/** A host's own markup: plain inputs that react-hook-form has registered. */
function setUp(options: UseCustomerFormOptions = {}, customers: Customer[] = []) {
	const backend = memoryBackend({ customers });
	const create = vi.spyOn(backend, 'create');
	const update = vi.spyOn(backend, 'update');
	const onSuccess = vi.fn();
	function Host() {
		const { form, submit, fieldError } = useCustomerForm({ ...options, onSuccess });
		return (
			<form onSubmit={submit} noValidate>
				<input aria-label="Email" {...form.register('email')} />
				<input aria-label="Phone" {...form.register('phone')} />
				<input aria-label="Name" {...form.register('name')} />
				<p role="alert">{fieldError('phone')}</p>
				<button type="submit">Save</button>
			</form>
		);
	}
	render(
		<CustomersProvider backend={backend}>
			<Host />
		</CustomersProvider>,
	);
	const user = userEvent.setup();
	return { user, create, update, onSuccess, save: () => user.click(screen.getByRole('button')) };
}

const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });

describe('a registered phone', () => {
	it.each(['98765 43210', '098765-43210', '+91 98765 43210', '0091 9876543210', '९८७६५ ४३२१०'])('takes %s', async (text) => {
		const { user, create, onSuccess, save } = setUp({ defaultCountry: 'IN' });
		await user.type(field('Email'), 'zara@example.com');
		await user.type(field('Phone'), text);
		await save();
		await waitFor(() => expect(onSuccess).toHaveBeenCalledOnce());
		expect(create.mock.calls[0]![0].phone).toBe('+919876543210');
	});

	it('says what is wrong with a national number, as soon as it is left', async () => {
		const { user, create, save } = setUp({ defaultCountry: 'IN' });
		await user.type(field('Phone'), '98765');
		await user.tab();
		await waitFor(() => expect(screen.getByRole('alert').textContent).toMatch(/short/));
		await user.clear(field('Phone'));
		await user.type(field('Phone'), '98765 43210');
		await user.tab();
		await waitFor(() => expect(screen.getByRole('alert').textContent).toBe(''));
		await save();
		expect(create).not.toHaveBeenCalled();
	});

	it('belongs to the country of the address before the default one', async () => {
		const { user, create, onSuccess, save } = setUp({
			defaultCountry: 'IN',
			defaultValues: { address: { country: 'US' } },
		});
		await user.type(field('Email'), 'zara@example.com');
		await user.type(field('Phone'), '(202) 555-0123');
		await save();
		await waitFor(() => expect(onSuccess).toHaveBeenCalledOnce());
		expect(create.mock.calls[0]![0].phone).toBe('+12025550123');
	});

	it('is asked for its country where none is known', async () => {
		const { user, create, save } = setUp();
		await user.type(field('Email'), 'zara@example.com');
		await user.type(field('Phone'), '98765 43210');
		await save();
		await waitFor(() => expect(screen.getByRole('alert').textContent).toMatch(/country code/));
		expect(create).not.toHaveBeenCalled();
	});

	it('is unchanged where it is the stored one in another spelling, and where a stored one breaks the rules', async () => {
		const same = setUp({ customer: asha, defaultCountry: 'IN' }, [asha]);
		await same.user.clear(field('Phone'));
		await same.user.type(field('Phone'), '98765 43210');
		await same.save();
		await waitFor(() => expect(same.onSuccess).toHaveBeenCalledWith(asha, 'unchanged'));
		expect(same.update).not.toHaveBeenCalled();
	});

	it('does not keep a stored one that breaks the rules from staying', async () => {
		const old = { ...asha, phone: '98765 43210' };
		const { user, update, onSuccess, save } = setUp({ customer: old, defaultCountry: 'IN' }, [old]);
		await user.type(field('Email'), 'x');
		await save();
		await waitFor(() => expect(onSuccess).toHaveBeenCalledOnce());
		expect(update.mock.calls[0]![1]).toEqual({ email: 'asha@example.comx' });
	});
});

it('registered inputs that were filled without an event are read', async () => {
	const { create, onSuccess, save } = setUp({ defaultCountry: 'IN' });
	field('Email').value = 'zara@example.com';
	field('Phone').value = '98765 43210';
	field('Name').value = 'Zara';
	await save();
	await waitFor(() => expect(onSuccess).toHaveBeenCalledOnce());
	expect(create.mock.calls[0]![0]).toEqual({ email: 'zara@example.com', name: 'Zara', phone: '+919876543210' });
});
