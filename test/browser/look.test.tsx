import { render, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { memoryBackend } from '../../src/backends/memory';
import { CustomerDetail, CustomerDialog, CustomerForm, CustomerImport, CustomersProvider } from '../../src/index';
import { sampleCustomers } from '../../src/testing';
import '../../src/styles.css';

const customer = sampleCustomers(60).find(({ name, phone, address }) => name && phone && address)!;
const sold = { plans: [], grants: {}, subscriptions: {} };

/** What is looked at, and what shows that it is all there. */
const views: Record<string, { view: ReactElement; there: () => Promise<unknown> }> = {
	'a customer': {
		view: <CustomerDetail customerId={customer.id} onEdit={() => {}} billing={{ featureIds: ['reports'] }} />,
		there: () => screen.findByText('reports'),
	},
	'a form': {
		view: <CustomerForm customer={customer} onCancel={() => {}} />,
		there: () => screen.findByRole('textbox', { name: 'Phone' }),
	},
	'an import': { view: <CustomerImport />, there: () => screen.findByText(/drop it here/) },
};

it('draws all of a form that can only be read in one colour, the country of the number as the rest', async () => {
	const backend = memoryBackend({ customers: [customer], capabilities: { write: { update: false } } });
	const { container } = render(
		<CustomersProvider backend={backend}>
			<CustomerForm customer={customer} />
		</CustomersProvider>,
	);
	await screen.findByText('You can see this customer but not change it.');
	const fields = () => [...container.querySelectorAll('.pc-input, .pc-select, .pc-country-button')];
	await expect.poll(() => fields().length).toBeGreaterThan(4);
	expect(new Set(fields().map((field) => getComputedStyle(field).backgroundColor)).size).toBe(1);
});

it('keeps a long email in the title of a dialog on a phone', async () => {
	await page.viewport(320, 640);
	render(
		<CustomersProvider backend={memoryBackend()}>
			<CustomerDialog open onOpenChange={() => {}} title={`${'maximiliana-'.repeat(3)}oberhauser@accounting.example.com`} />
		</CustomersProvider>,
	);
	await screen.findByRole('textbox', { name: 'Email' });
	expect(screen.getByRole('button', { name: 'Close' }).getBoundingClientRect().right).toBeLessThanOrEqual(320);
});

describe.each(Object.entries(views))('%s', (_, { view, there }) => {
	async function open() {
		const { container } = render(
			<CustomersProvider backend={memoryBackend({ customers: [customer], billing: sold })}>{view}</CustomersProvider>,
		);
		await there();
		return [...container.querySelectorAll<HTMLElement>('*')].filter((element) => element.checkVisibility());
	}

	it('is written in four sizes', async () => {
		const words = (await open()).filter(({ childNodes }) =>
			[...childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
		);
		expect(words.length).toBeGreaterThan(3);
		const other = words.filter((element) => !['12px', '14px', '16px', '24px'].includes(getComputedStyle(element).fontSize));
		expect(other.map((element) => `${getComputedStyle(element).fontSize} ${element.outerHTML}`)).toEqual([]);
	});

	it('draws one edge around inputs, lists and buttons', async () => {
		const edges = (await open())
			.filter((element) => element.matches('.pc-input, .pc-select, .pc-country-button, .pc-button[data-variant="secondary"]'))
			.filter((element) => !element.matches(':hover, :focus'))
			.map((element) => {
				const { borderTopWidth, borderTopColor, boxShadow } = getComputedStyle(element);
				return `${borderTopWidth} ${borderTopColor} ${boxShadow}`;
			});
		expect([...new Set(edges)].slice(1)).toEqual([]);
	});
});
