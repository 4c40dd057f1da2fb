import { render, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { memoryBackend } from '../../src/backends/memory';
import { CustomersProvider, CustomerTable } from '../../src/index';
import { sampleCustomers } from '../../src/testing';
import '../../src/styles.css';

const positionsIn = (element: Element) => [undefined, '::before', '::after'].map((part) => getComputedStyle(element, part).position);

it('paints each row by itself, and nothing in it: a change draws one row, and a page has no more layers than rows', async () => {
	render(
		<div style={{ inlineSize: 1000 }}>
			<CustomersProvider backend={memoryBackend({ customers: sampleCustomers(20) })}>
				<CustomerTable getCustomerHref={({ id }) => `/${id}`} />
			</CustomersProvider>
		</div>,
	);
	const links = await screen.findAllByRole('link');
	expect(links).toHaveLength(20);
	expect(getComputedStyle(links[0]!.closest('td')!, '::before').inlineSize).toBe('28px');
	for (const link of links) {
		const row = link.closest('tr')!;
		expect(getComputedStyle(row).position).toBe('relative');
		const inside = [...row.querySelectorAll(':not(.pc-unseen)')];
		expect(new Set(inside.flatMap(positionsIn))).toEqual(new Set(['static']));
	}
});

it('keeps the head of a list that scrolls in its place, and as one: each cell that stuck would be a layer of its own', async () => {
	render(
		<CustomersProvider backend={memoryBackend({ customers: sampleCustomers(60) })}>
			<div style={{ inlineSize: 1000 }}>
				<CustomerTable mode="infinite" initialState={{ limit: 50 }} />
			</div>
		</CustomersProvider>,
	);
	const scroller = await screen.findByRole('region');
	await waitFor(() => expect(scroller.scrollHeight).toBeGreaterThan(1500));
	scroller.scrollTop = 700;
	const head = screen.getByRole('columnheader', { name: 'Name' });
	expect(head.getBoundingClientRect().top).toBe(scroller.getBoundingClientRect().top);
	const sticking = [...scroller.querySelectorAll('*')].filter((element) => getComputedStyle(element).position === 'sticky');
	expect(sticking).toEqual([head.closest('thead')]);
});
