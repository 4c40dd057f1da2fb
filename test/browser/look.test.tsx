import { render, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { describe, expect, it } from 'vitest';
import { memoryBackend } from '../../src/backends/memory';
import { CustomerDetail, CustomerForm, CustomerImport, CustomersProvider } from '../../src/index';
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
