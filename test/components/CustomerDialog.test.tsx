import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { memoryBackend } from '../../src/backends/memory';
import { CustomerDialog, CustomersProvider } from '../../src/index';

function setUp() {
	const onSaved = vi.fn();
	const backend = memoryBackend({ customers: [{ id: 'cus_1', email: 'asha@example.com' }] });
	function Host() {
		const [open, setOpen] = useState(false);
		return (
			<CustomersProvider backend={backend}>
				<button type="button" onClick={() => setOpen(true)}>
					New
				</button>
				<CustomerDialog open={open} onOpenChange={setOpen} onSaved={onSaved} defaultCountry="IN" />
			</CustomersProvider>
		);
	}
	render(<Host />);
	return { user: userEvent.setup(), onSaved };
}

const opener = () => screen.getByRole('button', { name: 'New' });
const email = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Email' });
const question = () => screen.queryByRole('alertdialog', { name: 'Discard unsaved changes?' });

describe('CustomerDialog', () => {
	it('breaks an email in a title after its signs, and says it in one piece', async () => {
		render(
			<CustomersProvider backend={memoryBackend()}>
				<CustomerDialog open onOpenChange={() => undefined} title="Edit asha.verma@example.com" />
			</CustomersProvider>,
		);
		await screen.findByRole('textbox', { name: 'Email' });
		const title = screen.getByRole('dialog', { name: 'Edit asha.verma@example.com' }).querySelector('[data-slot="pc-dialog-title"]');
		expect(title?.firstElementChild?.innerHTML).toBe('Edit asha.<wbr>verma@<wbr>example.<wbr>com');
	});

	it('opens at the first field and gives the focus back to what opened it', async () => {
		const { user } = setUp();
		await user.click(opener());
		await screen.findByRole('textbox', { name: 'Email' });
		expect(document.activeElement).toBe(email());
		await user.keyboard('{Escape}');
		expect(screen.queryByRole('dialog')).toBeNull();
		await waitFor(() => expect(document.activeElement).toBe(opener()));
	});

	it.each([
		['Escape', (user: ReturnType<typeof userEvent.setup>) => user.keyboard('{Escape}')],
		['Cancel', (user: ReturnType<typeof userEvent.setup>) => user.click(screen.getByRole('button', { name: 'Cancel' }))],
		['the close button', (user: ReturnType<typeof userEvent.setup>) => user.click(screen.getByRole('button', { name: 'Close' }))],
		[
			'a click outside',
			(user: ReturnType<typeof userEvent.setup>) => user.click(document.querySelector<HTMLElement>('[data-slot="pc-overlay"]')!),
		],
	])('asks on %s before it throws typing away, and keeps it when told so', async (_, leave) => {
		const { user } = setUp();
		await user.click(opener());
		await screen.findByRole('textbox', { name: 'Email' });
		await user.type(email(), 'ravi');
		await leave(user);
		expect(question()).toBeInstanceOf(HTMLElement);
		await user.click(screen.getByRole('button', { name: 'Keep editing' }));
		expect(email().value).toBe('ravi');
		await leave(user);
		await user.click(screen.getByRole('button', { name: 'Discard changes' }));
		expect(screen.queryByRole('dialog')).toBeNull();
	});

	it('starts afresh after a discard', async () => {
		const { user } = setUp();
		await user.click(opener());
		await screen.findByRole('textbox', { name: 'Email' });
		await user.type(email(), 'ravi');
		await user.keyboard('{Escape}');
		await user.click(screen.getByRole('button', { name: 'Discard changes' }));
		await user.click(opener());
		await screen.findByRole('textbox', { name: 'Email' });
		expect(email().value).toBe('');
		await user.keyboard('{Escape}');
		expect(screen.queryByRole('dialog')).toBeNull();
	});

	it('closes the country list on the first Escape and itself on the second', async () => {
		const { user } = setUp();
		await user.click(opener());
		await screen.findByRole('textbox', { name: 'Email' });
		await user.click(screen.getByRole('button', { name: /^Country of the phone number/ }));
		await screen.findByRole('combobox', { name: 'Search countries' });
		await user.keyboard('{Escape}');
		expect(screen.queryByRole('combobox', { name: 'Search countries' })).toBeNull();
		expect(screen.getByRole('dialog')).toBeInstanceOf(HTMLElement);
		await user.keyboard('{Escape}');
		expect(screen.queryByRole('dialog')).toBeNull();
	});

	it('closes once the customer is created', async () => {
		const { user, onSaved } = setUp();
		await user.click(opener());
		await screen.findByRole('textbox', { name: 'Email' });
		await user.type(email(), 'ravi@example.com{Enter}');
		await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
		expect(onSaved).toHaveBeenCalledWith(expect.objectContaining({ email: 'ravi@example.com' }), 'created');
		await waitFor(() => expect(document.activeElement).toBe(opener()));
	});

	it('leaves the next keys alone once it was closed', async () => {
		const { user } = setUp();
		await user.click(opener());
		await screen.findByRole('textbox', { name: 'Email' });
		await user.click(screen.getByRole('button', { name: 'Close' }));
		await waitFor(() => expect(document.activeElement).toBe(opener()));
		const goesThrough = (repeat: boolean) => fireEvent.keyDown(opener(), { key: 'ArrowDown', repeat });
		expect(goesThrough(true)).toBe(false);
		expect(goesThrough(false)).toBe(true);
		expect(goesThrough(true)).toBe(true);
	});

	it('stays open when the customer existed already, and says so', async () => {
		const { user } = setUp();
		await user.click(opener());
		await screen.findByRole('textbox', { name: 'Email' });
		await user.type(email(), 'asha@example.com{Enter}');
		await waitFor(() => expect(screen.getByRole('status').textContent).toMatch(/already exists/));
		expect(screen.getByRole('dialog')).toBeInstanceOf(HTMLElement);
	});
});
