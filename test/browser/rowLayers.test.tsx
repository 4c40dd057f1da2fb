import { render, screen } from '@testing-library/react';
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
