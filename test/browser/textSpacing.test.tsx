import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { memoryBackend } from '../../src/backends/memory';
import { CustomerImport, CustomersProvider, CustomerTable } from '../../src/index';
import type { Locale } from '../../src/locales/locale';
import { sampleCustomers } from '../../src/testing';
import { widerText } from '../demo/seen';
import '../../src/styles.css';

const languages = import.meta.glob<Record<string, Locale>>('../../src/locales/??.ts', { eager: true });

const long = {
	name: 'Wolfeschlegelsteinhausenbergerdorff Zuständig',
	email: 'wolfeschlegelsteinhausenbergerdorff@example.com',
};
const customers = sampleCustomers(20).map((customer, at) => (at === 3 ? { ...customer, ...long } : customer));

const wider = document.createElement('style');
wider.textContent = widerText;

beforeEach(async () => {
	// Another file's compact rows are kept here.
	localStorage.clear();
	await page.viewport(320, 640);
	document.head.append(wider);
});
afterEach(() => {
	cleanup();
	wider.remove();
});

/** Whether a select shows each of its texts to the end: its own box does not tell. */
function cutOff(select: HTMLSelectElement): string[] {
	const { font, letterSpacing, wordSpacing, paddingInlineStart, paddingInlineEnd } = getComputedStyle(select);
	const room = select.clientWidth - Number.parseFloat(paddingInlineStart) - Number.parseFloat(paddingInlineEnd);
	const text = document.createElement('span');
	Object.assign(text.style, { font, letterSpacing, wordSpacing, whiteSpace: 'pre', position: 'absolute' });
	select.after(text);
	const shown = [...select.options].filter(({ selected, value }) => selected || value === '');
	const cut = shown.filter((option) => {
		text.textContent = option.text;
		return text.getBoundingClientRect().width > room + 0.5;
	});
	text.remove();
	return cut.map((option) => option.text);
}

describe.each(Object.entries(languages))('%s at 320 px in wider letters', (_, module) => {
	const locale = Object.values(module)[0]!;
	const around = (part: React.ReactNode) => (
		<div style={{ padding: 16 }}>
			<CustomersProvider backend={memoryBackend({ customers })} locale={locale}>
				{part}
			</CustomersProvider>
		</div>
	);

	it('shows names and emails on cards to their end, each line beside the initials', async () => {
		const { container } = render(around(<CustomerTable getCustomerHref={({ id }) => `/${id}`} selectable />));
		const name = await screen.findByRole('link', { name: long.name });
		const cells = [...container.querySelectorAll<HTMLElement>('td[data-column]')];
		expect(cells.length).toBeGreaterThan(80);
		const parts = cells.flatMap((cell) => [cell, ...cell.querySelectorAll<HTMLElement>('a, bdi')]);
		expect(parts.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).map(({ textContent }) => textContent)).toEqual([]);
		const range = document.createRange();
		range.selectNodeContents(name);
		const lines = [...range.getClientRects()];
		expect(lines.length).toBeGreaterThan(1);
		const starts = lines.map(({ left, right }) => Math.round(locale.dir === 'rtl' ? right : left));
		expect(Math.max(...starts) - Math.min(...starts)).toBeLessThanOrEqual(1);
	});

	it('shows both dates of a filter with their years', async () => {
		const { container } = render(around(<CustomerTable />));
		await screen.findAllByRole('row');
		await userEvent.click(await screen.findByRole('button', { name: locale.table.filters }));
		await expect.poll(() => container.querySelectorAll('input[type="date"]').length).toBe(2);
		const inputs = [...container.querySelectorAll<HTMLInputElement>('input[type="date"]')];
		const panel = inputs[0]!.closest('[data-slot="pc-menu-panel"]')!.getBoundingClientRect();
		for (const input of inputs) {
			const box = input.getBoundingClientRect();
			expect(box.left).toBeGreaterThanOrEqual(panel.left);
			expect(box.right).toBeLessThanOrEqual(panel.right);
			const needed = input.cloneNode() as HTMLInputElement;
			Object.assign(needed.style, { position: 'absolute', inlineSize: 'max-content' });
			input.after(needed);
			expect(box.width).toBeGreaterThanOrEqual(needed.getBoundingClientRect().width);
			needed.remove();
		}
	});

	it('shows what was found out about a file to its end', async () => {
		const { container } = render(around(<CustomerImport />));
		await expect.poll(() => container.querySelector('input[type="file"]')).toBeTruthy();
		const csv = 'id,Description,Email,Name,Phone,Created (UTC)\ncus_1,Gold,asha@example.com,Asha,,2026-01-02\n';
		await userEvent.upload(container.querySelector('input[type="file"]')!, new File([csv], 'people.csv', { type: 'text/csv' }));
		await expect.poll(() => container.querySelectorAll('select').length).toBeGreaterThan(3);
		const selects = [...container.querySelectorAll<HTMLSelectElement>('select')];
		expect(selects.flatMap(cutOff)).toEqual([]);
	});
});
