/// <reference types="vite/client" />
import { render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import { memoryBackend } from '../../src/backends/memory';
import { CustomerBrowser, CustomerDialog, CustomerExport, CustomerImport, CustomersProvider, CustomerTable } from '../../src/index';
import kit from '../../src/styles.css?inline';
import { people, person } from '../people';

const sheet = document.createElement('style');
const emulate = (media: string) => cdp().send('Emulation.setEmulatedMedia', { media });
const [somebody] = [person(1)];
const billing = {
	plans: [{ variant_id: 'pro', name: 'Pro', price: { amount: 900, currency: 'EUR', interval: 'month' as const } }],
	grants: { pro: ['reports'] },
	subscriptions: {
		[somebody.id]: [
			{
				id: 'sub_1',
				status: 'active',
				started: '2026-01-15T09:00:00.000Z',
				trial_end: null,
				current_period_end: '2199-01-15T09:00:00.000Z',
				cancel_at_period_end: false,
				items: [
					{
						variant_id: 'pro',
						name: 'Pro',
						quantity: 1,
						price: { amount: 900, currency: 'EUR', interval: 'month' as const, interval_count: 1 },
					},
				],
			},
		],
	},
};
const backend = memoryBackend({ customers: [somebody], billing });

beforeEach(() => {
	sheet.textContent = `${kit}\n*, ::before { animation: none !important; transition: none !important }`;
	document.head.append(sheet);
});
afterEach(async () => {
	sheet.remove();
	await emulate('');
});

const seen = (selector: string) => [...document.querySelectorAll(selector)].filter((part) => part.checkVisibility());

/** What is seen on a screen and not on paper, and what is seen on both. */
async function expectOnPaper({ gone, left }: { gone: string[]; left: string[] }) {
	for (const selector of [...gone, ...left]) expect([selector, seen(selector).length]).not.toEqual([selector, 0]);
	await emulate('print');
	for (const selector of gone) expect([selector, seen(selector).length]).toEqual([selector, 0]);
	for (const selector of left) expect([selector, seen(selector).length]).not.toEqual([selector, 0]);
}

it('has of a customer who it is and what they pay, and nothing to press', async () => {
	render(
		<CustomersProvider backend={backend}>
			<CustomerBrowser
				basePath="/customers"
				path={`/customers/${somebody.id}`}
				billing={{ featureIds: ['reports'] }}
				detailActions={() => <a href="#refund">Refund</a>}
			/>
		</CustomersProvider>,
	);
	await screen.findByText('Included');
	await screen.findByRole('button', { name: /Cancel subscription/ });
	await screen.findByRole('button', { name: /Manage billing/ });
	await screen.findByRole('button', { name: /Edit/ });
	await expectOnPaper({
		gone: ['.pc-back', '[href="#refund"]', '.pc-detail-value button', '.pc-billing button', '.pc-subscription button', 'button'],
		left: ['.pc-detail-value', '.pc-subscription', '.pc-billing'],
	});
});

it('has of a list its rows, without boxes to choose them', async () => {
	render(
		<CustomersProvider backend={backend}>
			<CustomerBrowser basePath="/customers" path="/customers" />
		</CustomersProvider>,
	);
	await screen.findByText(somebody.name!);
	await screen.findByRole('button', { name: 'Count all' });
	await expectOnPaper({ gone: ['.pc-check-head', '.pc-check-cell', '.pc-button'], left: ['.pc-row', '.pc-pager-range'] });
});

it('has a long email to its end, and no ring around what has the focus', async () => {
	const long = { ...somebody, email: `${'abcdefghij'.repeat(5)}@example.com` };
	render(
		<div style={{ inlineSize: 900 }}>
			<CustomersProvider backend={memoryBackend({ customers: [long] })}>
				<CustomerTable getCustomerHref={({ id }) => `#${id}`} />
			</CustomersProvider>
		</div>,
	);
	const email = (await screen.findByText(long.email)).closest<HTMLElement>('.pc-cell')!;
	const link = screen.getByRole('link');
	await userEvent.tab();
	link.focus();
	const ring = () => getComputedStyle(link).outlineStyle;
	expect([email.scrollWidth > email.clientWidth, ring()]).toEqual([true, 'solid']);
	await emulate('print');
	expect([email.scrollWidth > email.clientWidth, ring()]).toEqual([false, 'none']);
});

it.each(['pc-conflict', 'pc-subscription', 'pc-back'])('draws no ring around what has the focus: %s', async (part) => {
	const { container } = render(
		<div data-pc-root="">
			<button type="button" className={part} />
		</div>,
	);
	await userEvent.tab();
	const ring = () => getComputedStyle(container.querySelector(`.${part}`)!).outlineStyle;
	expect(ring()).toBe('solid');
	await emulate('print');
	expect(ring()).toBe('none');
});

it('has of an export nothing, also where it is open, and of an import its rows without a filter', async () => {
	render(
		<CustomersProvider backend={backend}>
			<CustomerExport />
			<CustomerImport />
		</CustomersProvider>,
	);
	const file = new File(['email,name\nravi@example.com,Ravi Kumar'], 'a.csv', { type: 'text/csv' });
	await userEvent.upload(document.querySelector<HTMLInputElement>('input[type="file"]')!, file);
	await userEvent.click(await screen.findByRole('button', { name: /Check/ }));
	await screen.findByRole('combobox', { name: 'Show' });
	await userEvent.click(screen.getByRole('button', { name: 'Export' }));
	await expect.poll(() => seen('.pc-export-panel').length).toBe(1);
	await expectOnPaper({ gone: ['.pc-export-panel', '.pc-import-filter'], left: ['.pc-import-table tbody tr'] });
});

it('has of a dialog all of its fields, and of the page behind it nothing', async () => {
	render(
		<CustomersProvider backend={backend}>
			<p>Behind it</p>
			<CustomerDialog customer={somebody} open onOpenChange={() => {}} openAddress />
		</CustomersProvider>,
	);
	await screen.findByRole('textbox', { name: 'Email' });
	await expect.poll(() => document.querySelector('.pc-form-group input')).not.toBeNull();
	const behind = screen.getByText('Behind it');
	await emulate('print');
	expect(behind.checkVisibility()).toBe(false);
	expect(seen('.pc-overlay, .pc-button, .pc-form-actions')).toEqual([]);
	const dialog = document.querySelector('.pc-dialog')!;
	const form = dialog.querySelector('.pc-form')!;
	// Each page shows what is fixed, and what scrolls is cut off.
	expect(getComputedStyle(dialog).position).toBe('static');
	for (const part of [dialog, form]) expect([getComputedStyle(part).overflowY, part.scrollHeight]).toEqual(['visible', part.clientHeight]);
	expect(form.getBoundingClientRect().height).toBeGreaterThan(600);
});

it('has of an endless list all the rows that are drawn, none of them on two pages, and no room for others', async () => {
	render(
		<CustomersProvider backend={memoryBackend({ customers: people(200) })}>
			<CustomerTable mode="infinite" initialState={{ limit: 100 }} />
		</CustomersProvider>,
	);
	await screen.findByText(somebody.name!);
	await expect.poll(() => seen('.pc-spacer').length).toBe(1);
	const scroller = document.querySelector('.pc-scroller')!;
	expect(scroller.clientHeight).toBeLessThan(innerHeight);
	await emulate('print');
	expect(seen('.pc-spacer')).toEqual([]);
	expect(scroller.scrollHeight).toBe(scroller.clientHeight);
	const rows = seen('.pc-row');
	expect(rows.length).toBeGreaterThan(10);
	expect(scroller.clientHeight).toBeGreaterThanOrEqual(rows.reduce((sum, row) => sum + (row as HTMLElement).offsetHeight, 0));
	expect(new Set(rows.map((row) => getComputedStyle(row).breakInside))).toEqual(new Set(['avoid']));
});
