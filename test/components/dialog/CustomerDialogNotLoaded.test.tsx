import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ReactNode, useState } from 'react';
import { expect, it, vi } from 'vitest';
import { memoryBackend } from '../../../src/backends/memory';
import { CustomerDialog, CustomersProvider } from '../../../src/index';

const network = vi.hoisted(() => ({ down: true }));
vi.mock('../../../src/components/dialog/CustomerModal', async (load) => {
	if (network.down) throw new Error('Failed to fetch dynamically imported module');
	return load();
});
// jsdom has no modal dialogs. Browsers give the focus to the first button.
HTMLDialogElement.prototype.showModal = function showModal(this: HTMLDialogElement) {
	this.open = true;
	this.querySelector('button')?.focus();
};
HTMLDialogElement.prototype.close = function close(this: HTMLDialogElement) {
	this.open = false;
};

function Host({ title }: { title?: ReactNode }) {
	const [open, setOpen] = useState(false);
	return (
		<CustomersProvider backend={memoryBackend()}>
			<button type="button" onClick={() => setOpen(true)}>
				New
			</button>
			<CustomerDialog open={open} onOpenChange={setOpen} title={title} />
		</CustomersProvider>
	);
}

it('stays where the key that opened it is held down, and has the name that it shows', async () => {
	const user = userEvent.setup();
	render(<Host title={<b>Invite a guest</b>} />);
	screen.getByRole('button', { name: 'New' }).focus();
	await user.keyboard('{Enter>4/}');
	expect(screen.getByRole('dialog', { name: 'Invite a guest' })).toBe(document.activeElement);
	// What is still being loaded when the next test asks for it would not be mocked there.
	await screen.findByRole('alert');
});

it('says so where the dialog cannot be loaded, can be closed, and tries again', async () => {
	const user = userEvent.setup();
	render(<Host />);
	await user.click(screen.getByRole('button', { name: 'New' }));
	const dialog = await screen.findByRole('dialog', { name: 'New customer' });
	expect((await screen.findByRole('alert')).textContent).toContain('could not be loaded');
	await user.click(screen.getByRole('button', { name: 'Close' }));
	expect(dialog.isConnected).toBe(false);

	await user.click(screen.getByRole('button', { name: 'New' }));
	await screen.findByRole('alert');
	network.down = false;
	await user.click(screen.getByRole('button', { name: 'Try again' }));
	await waitFor(() => expect(screen.getByRole('textbox', { name: 'Email' })).toBe(document.activeElement));
});
