import { render, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { memoryBackend } from '../../src/backends/memory';
import { CustomerDetail, CustomerDialog, CustomerForm, CustomerImport, CustomersProvider, CustomerTable } from '../../src/index';
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

describe.each([320, 375, 600])('cards to choose from at %i px', (width) => {
	it('have each email in one line, and the box below the initials', async () => {
		await page.viewport(width, 900);
		const named = { ...customer, name: 'Maximilian Wagner', email: 'maximilian.wagner.1f@example.org' };
		const { container } = render(
			<CustomersProvider backend={memoryBackend({ customers: [named] })}>
				<CustomerTable selectable getCustomerHref={({ id }) => `#${id}`} />
			</CustomersProvider>,
		);
		const email = (await screen.findByText(named.email)).closest('.pc-cell')!;
		const box = await screen.findByRole('checkbox', { name: /Maximilian/ });
		const row = container.querySelector('.pc-row')!.getBoundingClientRect();
		expect(email.getBoundingClientRect().height).toBeLessThan(24);
		expect(box.getBoundingClientRect().top).toBeGreaterThan(row.top + 40);
		expect(box.getBoundingClientRect().bottom).toBeLessThan(row.bottom);
		expect(box.getBoundingClientRect().left).toBe(screen.getByRole('checkbox', { name: /all/ }).getBoundingClientRect().left);
	});

	it('have room for the box below the initials where nothing but the name is shown', async () => {
		await page.viewport(width, 900);
		const { container } = render(
			<CustomersProvider backend={memoryBackend({ customers: [customer] })}>
				<CustomerTable selectable columns={['name']} />
			</CustomersProvider>,
		);
		const box = await screen.findByRole('checkbox', { name: RegExp(customer.name!) });
		expect(box.getBoundingClientRect().top).toBeGreaterThan(container.querySelector('.pc-row')!.getBoundingClientRect().top + 40);
	});
});

it('draws what says how something stands in one shape', () => {
	const { container } = render(
		<div data-pc-root="">
			<span className="pc-badge">Active</span>
			<span className="pc-import-state">Created</span>
		</div>,
	);
	const shapes = [...container.querySelectorAll('span')].map((part) => {
		const { borderTopLeftRadius, paddingLeft, fontSize, fontWeight, height } = getComputedStyle(part);
		return [borderTopLeftRadius, paddingLeft, fontSize, fontWeight, height];
	});
	expect(shapes[0]).toEqual(shapes[1]);
});

it('writes initials in one colour, wherever they stand', async () => {
	const { container } = render(
		<CustomersProvider backend={memoryBackend({ customers: [customer] })}>
			<CustomerTable />
			<CustomerDetail customerId={customer.id} />
		</CustomersProvider>,
	);
	await expect.poll(() => container.querySelector('.pc-initials')?.textContent).toBeTruthy();
	await expect.poll(() => container.querySelector('[data-initials]')).not.toBeNull();
	const inTable = getComputedStyle(container.querySelector('[data-initials]')!, '::before');
	const alone = getComputedStyle(container.querySelector('.pc-initials')!);
	expect([inTable.color, inTable.fontWeight]).toEqual([alone.color, alone.fontWeight]);
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

it('keeps what chooses all cards beside the bar while something is chosen, and lets it go while nothing is', async () => {
	await page.viewport(320, 640);
	const { container } = render(
		<CustomersProvider backend={memoryBackend({ customers: sampleCustomers(20) })}>
			<CustomerTable selectable />
		</CustomersProvider>,
	);
	const [all, first] = await screen.findAllByRole('checkbox');
	const head = container.querySelector('thead')!;
	expect(getComputedStyle(head).position).toBe('static');
	first!.click();
	await expect.poll(() => getComputedStyle(head).position).toBe('sticky');
	scrollTo(0, 900);
	const bar = container.querySelector('.pc-selection')!.getBoundingClientRect();
	expect(bar.top).toBeLessThan(1);
	expect(all!.getBoundingClientRect().top).toBeGreaterThan(bar.top);
	expect(all!.getBoundingClientRect().bottom).toBeLessThan(bar.bottom);
	scrollTo(0, 0);
});
