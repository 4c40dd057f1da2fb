import { configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { memoryBackend } from '../../src/backends/memory';
import { CustomerExport, CustomersProvider, CustomerTable, PhoneField } from '../../src/index';
import { people } from '../people';
import '../../src/styles.css';

configure({ getElementError: (message) => new Error(message ?? '') });

function Page() {
	const [phone, setPhone] = useState('');
	const [backend] = useState(() => memoryBackend({ customers: people(3) }));
	return (
		<CustomersProvider backend={backend}>
			<main tabIndex={-1}>
				<p>Elsewhere</p>
				<CustomerExport />
				<CustomerTable />
				<PhoneField value={phone} onChange={setPhone} defaultCountry="IN" />
			</main>
		</CustomersProvider>
	);
}

/** What gets the focus when it is pressed. Safari gives it to buttons, boxes and links by the Tab key alone. */
const takes = {
	Chromium: 'button, input, select, a[href], [tabindex]',
	Safari: 'input:not([type="checkbox"], [type="radio"]), select, [tabindex]',
};
type Browser = keyof typeof takes;
type Pointer = 'mouse' | 'pen' | 'touch';

/** A press as a browser tells of it, with what it does to the focus. */
function press(element: Element, pointerType: Pointer, browser: Browser) {
	const pointer = { pointerType, bubbles: true, composed: true, cancelable: true };
	element.dispatchEvent(new PointerEvent('pointerover', pointer));
	element.dispatchEvent(new PointerEvent('pointerdown', pointer));
	if (fireEvent.mouseDown(element)) {
		const focused = element.closest<HTMLElement>(takes[browser]);
		if (focused) focused.focus();
		else (document.activeElement as HTMLElement).blur();
	}
	element.dispatchEvent(new PointerEvent('pointerup', pointer));
	fireEvent.mouseUp(element);
	fireEvent.click(element);
}

const panels = [
	{ name: 'the menu of columns', button: /^Columns$/, panel: () => screen.queryByRole('region', { name: 'Columns' }), inside: /Compact/ },
	{
		name: 'the export',
		button: /^Export$/,
		panel: () => screen.queryByRole('group', { name: 'Export CSV' }),
		inside: /For spreadsheets/,
	},
	{ name: 'the country list', button: /^Country of the phone number/, panel: () => screen.queryByRole('dialog'), inside: null },
];
const ways = (['Chromium', 'Safari'] as const).flatMap((browser) =>
	(['mouse', 'pen', 'touch'] as const).map((pointer) => ({ browser, pointer })),
);

describe.each(panels)('$name', ({ button, panel, inside }) => {
	const opener = () => screen.getByRole('button', { name: button });
	const open = () => waitFor(() => expect(panel()).not.toBeNull());
	const closed = () => expect(panel()).toBeNull();
	/** Something in the panel: what can be chosen, or the panel itself. */
	const part = async () => (inside ? within(panel()!).findByRole('radio', { name: inside }) : panel()!);

	beforeEach(async () => {
		render(<Page />);
		await screen.findByRole('button', { name: 'Columns' });
		await waitFor(() => expect(opener()).toBeVisible());
	});

	it.each(ways)('stays open for a $pointer in $browser, and closes when its button is pressed again', async ({ pointer, browser }) => {
		press(opener(), pointer, browser);
		await open();
		press(await part(), pointer, browser);
		await new Promise(requestAnimationFrame);
		expect(panel()).not.toBeNull();
		press(opener(), pointer, browser);
		await waitFor(closed);
	});

	it.each(ways)('opened by a key stays open for a $pointer in $browser, and closes by a press elsewhere', async ({ pointer, browser }) => {
		opener().focus();
		await userEvent.keyboard('{Enter}');
		await open();
		press(await part(), pointer, browser);
		await new Promise(requestAnimationFrame);
		expect(panel()).not.toBeNull();
		press(screen.getByText('Elsewhere'), pointer, browser);
		await waitFor(closed);
	});

	it.each(ways)('opened by a $pointer in $browser closes by Escape', async ({ pointer, browser }) => {
		press(opener(), pointer, browser);
		await open();
		await userEvent.keyboard('{Escape}');
		await waitFor(closed);
		expect(document.activeElement).toBe(opener());
	});

	it('stays open while the window loses the focus', async () => {
		press(opener(), 'mouse', 'Chromium');
		await open();
		(document.activeElement as HTMLElement).blur();
		await new Promise(requestAnimationFrame);
		expect(panel()).not.toBeNull();
	});

	it('closes when Tab leads out of it', async () => {
		press(opener(), 'mouse', 'Chromium');
		await open();
		screen.getByRole('searchbox').focus();
		await waitFor(closed);
	});
});
