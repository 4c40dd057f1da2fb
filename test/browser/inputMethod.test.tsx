import { configure, render, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import { memoryBackend } from '../../src/backends/memory';
import { CustomerForm, CustomersProvider, CustomerTable } from '../../src/index';
import { people } from '../people';
import { enter } from './phoneHost';
import '../../src/styles.css';

configure({ getElementError: (message) => new Error(message ?? '') });

const show = (children: ReactNode, backend = memoryBackend({ customers: people(3) })) =>
	render(<CustomersProvider backend={backend}>{children}</CustomersProvider>);

/** The Enter with which Safari ends a composition, which is over by then. */
const endInSafari = () => cdp().send('Input.dispatchKeyEvent', { type: 'keyDown', key: 'Enter', windowsVirtualKeyCode: 229, text: '\r' });

/** The Enter with which others end it. */
async function endElsewhere() {
	await cdp().send('Input.imeSetComposition', { text: 'ア', selectionStart: 1, selectionEnd: 1 });
	const event = new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true });
	document.activeElement!.dispatchEvent(event);
	await cdp().send('Input.insertText', { text: 'ア' });
}

const ends = [
	{ browser: 'Safari', end: endInSafari },
	{ browser: 'other browsers', end: endElsewhere },
];

/** Whatever a key sets off has been set off. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 100));

describe.each(ends)('the Enter that ends a composition in $browser', ({ end }) => {
	it('submits no form; the next one does', async () => {
		const onSaved = vi.fn();
		show(<CustomerForm onSaved={onSaved} />);
		await userEvent.type(screen.getByRole('textbox', { name: 'Email' }), 'asha@example.com');
		await userEvent.click(screen.getByRole('textbox', { name: 'Name' }));
		await end();
		await settled();
		expect(document.querySelector('form')?.dataset.state).toBe('idle');
		await userEvent.keyboard('{Enter}');
		await waitFor(() => expect(onSaved).toHaveBeenCalledOnce());
	});

	it('chooses no country; the next one does', async () => {
		show(<CustomerForm defaultCountry="IN" />);
		await enter(screen.getByRole('textbox', { name: 'Phone' }));
		await userEvent.click(screen.getByRole('button', { name: /^Country of the phone number/ }));
		await screen.findByRole('combobox', { name: 'Search countries' });
		await end();
		await settled();
		expect(screen.queryByRole('dialog')).not.toBeNull();
		await userEvent.keyboard('{Control>}a{/Control}Japan{Enter}');
		await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
		await screen.findByRole('button', { name: /Japan/ });
	});

	it('saves no view; the next one does', async () => {
		show(<CustomerTable tableId="views" />);
		await userEvent.click(await screen.findByRole('button', { name: 'Views' }));
		await userEvent.click(await screen.findByRole('button', { name: /^Save/ }));
		await userEvent.keyboard('Asia');
		await end();
		await settled();
		expect(screen.queryByRole('region', { name: 'Views' })).not.toBeNull();
		await userEvent.keyboard('{Enter}');
		await waitFor(() => expect(screen.queryByRole('region', { name: 'Views' })).toBeNull());
	});

	it('asks for no search at once', async () => {
		const backend = memoryBackend({ customers: people(3) });
		const list = vi.spyOn(backend, 'list');
		show(<CustomerTable />, backend);
		await userEvent.click(await screen.findByRole('searchbox'));
		await cdp().send('Input.imeSetComposition', { text: 'ア', selectionStart: 1, selectionEnd: 1 });
		list.mockClear();
		await end();
		await Promise.resolve();
		expect(list).not.toHaveBeenCalled();
	});
});
