import { fireEvent, render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { memoryBackend } from '../../src/backends/memory';
import { CustomerDialog, CustomersProvider } from '../../src/index';
import { sampleCustomers } from '../../src/testing';
import '../../src/styles.css';

const customer = sampleCustomers(60).find(({ name, phone, address }) => name && phone && address)!;

/** What has the focus and lies, in part at least, under what asks about unsaved changes, or beyond the screen. */
function covered(dialog: HTMLElement): string[] {
	const focused = document.activeElement!;
	const question = dialog.querySelector('.pc-discard')!;
	const { top, bottom } = focused.getBoundingClientRect();
	const sticks = getComputedStyle(question).position === 'sticky' && !question.contains(focused);
	const end = sticks ? question.getBoundingClientRect().top : innerHeight;
	return top < -1 || bottom > end + 1 ? [`${focused.getAttribute('name') ?? focused.textContent}: ${top} to ${bottom} of ${end}`] : [];
}

it.each([
	[390, 844],
	[320, 640],
	[844, 390],
	[320, 256],
])('covers nothing that has the focus while it asks about unsaved changes, at %i × %i', async (width, height) => {
	await page.viewport(width, height);
	render(
		<CustomersProvider backend={memoryBackend({ customers: [customer] })}>
			<CustomerDialog open onOpenChange={() => {}} customer={customer} />
		</CustomersProvider>,
	);
	// The form takes the place of its frame.
	fireEvent.change(await screen.findByRole('textbox', { name: /^Name/ }, { timeout: 5000 }), { target: { value: 'Another' } });
	await userEvent.keyboard('{Escape}');
	await screen.findByText('Discard unsaved changes?');
	const dialog = screen.getByRole('dialog');
	const found: string[] = [];
	for (const key of [...Array(16).fill('{Tab}'), ...Array(16).fill('{Shift>}{Tab}{/Shift}')]) {
		await userEvent.keyboard(key);
		found.push(...covered(dialog));
	}
	expect(found).toEqual([]);
});
