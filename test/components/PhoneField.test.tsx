import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { memoryBackend } from '../../src/backends/memory';
import { PhoneField, type PhoneFieldProps } from '../../src/components/PhoneField';
import { CustomersProvider } from '../../src/hooks/CustomersProvider';
import { hi } from '../../src/locales/hi';

function setUp(props: Partial<PhoneFieldProps> = {}, locale?: typeof hi) {
	const onChange = vi.fn<(value: string) => void>();
	function Host() {
		const [value, setValue] = useState(props.value ?? '');
		return (
			<PhoneField
				{...props}
				value={value}
				onChange={(next) => {
					onChange(next);
					setValue(next);
				}}
			/>
		);
	}
	render(
		<CustomersProvider backend={memoryBackend()} {...(locale ? { locale } : {})}>
			<Host />
		</CustomersProvider>,
	);
	return { user: userEvent.setup(), onChange, input: screen.getByRole<HTMLInputElement>('textbox') };
}

describe('PhoneField', () => {
	it('formats a national number of the default country and shows what will be saved', async () => {
		const { user, input, onChange } = setUp({ defaultCountry: 'IN' });
		await user.type(input, '9876543210');
		expect(await screen.findByText('Saved as +919876543210')).toBeInstanceOf(HTMLElement);
		expect(input.value).toBe('98765 43210');
		expect(onChange).toHaveBeenLastCalledWith('+919876543210');
	});

	it('follows the country of a pasted number', async () => {
		const { user, input, onChange } = setUp({ defaultCountry: 'IN' });
		await user.click(input);
		await user.paste('tel:+1 (202) 555-0123');
		expect(await screen.findByText('Saved as +12025550123')).toBeInstanceOf(HTMLElement);
		expect(screen.getByRole('button', { name: /^Country of the phone number: United States \(\+1\)/ })).toBeInstanceOf(HTMLElement);
		expect(onChange).toHaveBeenLastCalledWith('+12025550123');
	});

	it('takes a value that autofill sets without keys or focus', async () => {
		const { input, onChange } = setUp({ defaultCountry: 'GB' });
		Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, '020 7946 0958');
		fireEvent(input, new Event('input', { bubbles: true }));
		expect(await screen.findByText('Saved as +442079460958')).toBeInstanceOf(HTMLElement);
		expect(input.value).toBe('020 7946 0958');
		expect(onChange).toHaveBeenLastCalledWith('+442079460958');
	});

	it('shows a stored number as its country writes it, with that country, before anybody goes there', async () => {
		const { input, onChange } = setUp({ value: '+46701740665', defaultCountry: 'IN' });
		expect(screen.getByText('Saved as +46701740665')).toBeInstanceOf(HTMLElement);
		await waitFor(() => expect(input.value).toBe('+46 70 174 06 65'));
		expect(screen.getByRole('button', { name: /^Country of the phone number: Sweden \(\+46\)/ })).toBeInstanceOf(HTMLElement);
		expect(document.activeElement).toBe(document.body);
		expect(onChange).not.toHaveBeenCalled();
	});

	it('keeps an untouched value as it is, whatever it is', async () => {
		const { user, input, onChange } = setUp({ value: '98 76 54', defaultCountry: 'IN' });
		await user.click(input);
		await waitFor(() => expect(input.closest<HTMLElement>('[data-slot="pc-phone"]')?.dataset.status).toBe('ready'));
		await user.tab();
		expect(onChange).not.toHaveBeenCalled();
	});

	it('offers the number that was meant when only the plus is missing', async () => {
		const { user, input, onChange } = setUp({ defaultCountry: 'IN' });
		await user.type(input, '4915123456789');
		await user.click(await screen.findByRole('button', { name: 'Did you mean +49 1512 3456789?' }));
		expect(onChange).toHaveBeenLastCalledWith('+4915123456789');
		expect(input.value).toBe('+49 1512 3456789');
		expect(document.activeElement).toBe(input);
	});

	it('says that an extension cannot be stored, and keeps it on screen', async () => {
		const { user, input } = setUp({ defaultCountry: 'US', error: 'wrong' });
		await user.type(input, '202 555 0123 ext 5');
		expect(await screen.findByText('An extension cannot be stored. Enter the number without it.')).toBeInstanceOf(HTMLElement);
		expect(input.value).toContain('ext 5');
		expect(input.getAttribute('aria-invalid')).toBe('true');
	});

	it.each([
		['germ', 'DE'],
		['de', 'DE'],
		['+49', 'DE'],
		['aland', 'AX'],
		['971', 'AE'],
	])('finds a country by "%s" with the keyboard', async (query, code) => {
		const { user, input } = setUp({ defaultCountry: 'IN' });
		await user.tab();
		await user.keyboard('{Enter}');
		const search = await screen.findByRole('combobox', { name: 'Search countries' });
		await user.keyboard(query);
		expect(search.getAttribute('aria-activedescendant')).toBe(within(screen.getByRole('listbox')).getAllByRole('option')[0]?.id);
		await user.keyboard('{Enter}');
		expect(screen.queryByRole('listbox')).toBeNull();
		expect(document.activeElement).toBe(input);
		expect(screen.getByRole('button').textContent).toMatch(new RegExp(`${code}$`));
	});

	it('reads what was typed by the country that is chosen afterwards', async () => {
		const { user, input, onChange } = setUp({ defaultCountry: 'US' });
		await user.type(input, '9876543210');
		await user.click(screen.getByRole('button'));
		await user.keyboard('india{Enter}');
		expect(await screen.findByText('Saved as +919876543210')).toBeInstanceOf(HTMLElement);
		expect(onChange).toHaveBeenLastCalledWith('+919876543210');
	});

	it('closes the list on Escape and gives the focus back to its button', async () => {
		const { user } = setUp();
		await user.tab();
		await user.keyboard('{ArrowDown}');
		await screen.findByRole('combobox');
		await user.keyboard('zzz');
		expect(screen.getByText('No country found')).toBeInstanceOf(HTMLElement);
		await user.keyboard('{Escape}');
		expect(screen.queryByRole('combobox')).toBeNull();
		expect(document.activeElement).toBe(screen.getByRole('button'));
	});

	it('finds a country by its name in the reader’s language and in English', async () => {
		const { user } = setUp({}, hi);
		await user.tab();
		await user.keyboard('{Enter}');
		await screen.findByRole('combobox');
		await user.keyboard('जर्मनी');
		expect(screen.getAllByRole('option')).toHaveLength(1);
		await user.keyboard('{Control>}a{/Control}{Backspace}germany{Enter}');
		expect(screen.getByRole('button').textContent).toMatch(/DE$/);
	});

	it('forgets the country of a number that was deleted, but not a country that was chosen', async () => {
		const { user, input } = setUp({ defaultCountry: 'IN' });
		await user.type(input, '+442079460958');
		await screen.findByText('Saved as +442079460958');
		await user.clear(input);
		await waitFor(() => expect(screen.getByRole('button').textContent).toMatch(/IN$/));
		await user.click(screen.getByRole('button'));
		await user.keyboard('germany{Enter}+442079460958');
		await screen.findByText('Saved as +442079460958');
		await user.clear(input);
		await waitFor(() => expect(screen.getByRole('button').textContent).toMatch(/DE$/));
	});

	describe('before the frame of what was typed', () => {
		const type = (input: HTMLInputElement, text: string) => fireEvent.input(input, { target: { value: text } });

		it('has read it for whoever is told of the next key', async () => {
			const { user, input, onChange } = setUp({ defaultCountry: 'IN' });
			await user.type(input, '987654321');
			await waitFor(() => expect(input.closest<HTMLElement>('[data-slot="pc-phone"]')?.dataset.status).toBe('ready'));
			type(input, `${input.value}0`);
			fireEvent.keyDown(input, { key: 'Enter' });
			expect(onChange).toHaveBeenLastCalledWith('+919876543210');
			expect(input.value).toBe('98765 43210');
		});

		it('passes it on when it goes away', () => {
			const onChange = vi.fn();
			const { unmount } = render(<PhoneHost value="" onChange={onChange} />);
			type(screen.getByRole('textbox'), '98');
			expect(onChange).not.toHaveBeenCalled();
			unmount();
			expect(onChange).toHaveBeenCalledExactlyOnceWith('98');
		});

		it('keeps it, whatever comes from outside', async () => {
			const onChange = vi.fn();
			const { rerender } = render(<PhoneHost value="" onChange={onChange} />);
			const input = screen.getByRole<HTMLInputElement>('textbox');
			type(input, '98');
			rerender(<PhoneHost value="+12025550123" onChange={onChange} />);
			await waitFor(() => expect(onChange).toHaveBeenCalledExactlyOnceWith('98'));
			expect(input.value).toBe('98');
		});
	});

	it('keeps its number when the form around it is reset, as React does after an action', async () => {
		const { container } = render(
			<form>
				<PhoneHost value="" defaultCountry="IN" />
			</form>,
		);
		const input = screen.getByRole<HTMLInputElement>('textbox');
		await userEvent.setup().type(input, '9876543210');
		await screen.findByText('Saved as +919876543210');
		container.querySelector('form')!.reset();
		expect(input.value).toBe('98765 43210');
	});

	it('starts over with the form’s country once the host has emptied it', async () => {
		const onChange = vi.fn();
		const { rerender } = render(<PhoneHost value="" onChange={onChange} defaultCountry="IN" />);
		const user = userEvent.setup();
		await user.type(screen.getByRole('textbox'), '+447911123456');
		await screen.findByText('Saved as +447911123456');
		rerender(<PhoneHost value="+447911123456" onChange={onChange} defaultCountry="IN" />);
		rerender(<PhoneHost value="" onChange={onChange} defaultCountry="IN" />);
		expect(screen.getByRole('button').textContent).toMatch(/IN$/);
		await user.type(screen.getByRole('textbox'), '9876543210');
		await screen.findByText('Saved as +919876543210');
	});

	it('passes a number on before it says that it is read', async () => {
		const told: unknown[] = [];
		render(<PhoneHost value="" onChange={(value) => told.push(value)} onReading={(reading) => told.push(reading)} defaultCountry="IN" />);
		const input = screen.getByRole('textbox');
		fireEvent.focus(input);
		fireEvent.input(input, { target: { value: '9876543210' } });
		fireEvent.keyUp(input);
		await waitFor(() => expect(told.at(-1)).toBe(false));
		await waitFor(() => expect(told).toContain('+919876543210'));
		expect(told.slice(told.indexOf(true))).toEqual([true, '+919876543210', false, false]);
	});

	it('keeps what was typed where a host is slow to answer', async () => {
		const onChange = vi.fn();
		const { rerender } = render(<PhoneHost value="" onChange={onChange} />);
		const input = screen.getByRole<HTMLInputElement>('textbox');
		fireEvent.input(input, { target: { value: '98' } });
		await waitFor(() => expect(onChange).toHaveBeenCalled());
		rerender(<PhoneHost value="" onChange={onChange} />);
		expect(input.value).toBe('98');
	});

	it('shows a new value that comes from outside', async () => {
		const { rerender } = render(<PhoneHost value="+12025550123" />);
		rerender(<PhoneHost value="+919876543210" />);
		expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('+919876543210');
	});
});

function PhoneHost({ onChange = () => {}, ...props }: Pick<PhoneFieldProps, 'value'> & Partial<PhoneFieldProps>) {
	const [backend] = useState(() => memoryBackend());
	return (
		<CustomersProvider backend={backend}>
			<PhoneField {...props} onChange={onChange} />
		</CustomersProvider>
	);
}
