import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { memoryBackend } from '../../src/backends/memory';
import { CustomersProvider, CustomerTable } from '../../src/index';
import { sampleCustomers } from '../../src/testing';
import '../../src/styles.css';

beforeEach(async () => {
	localStorage.clear();
	await page.viewport(320, 640);
});
afterEach(cleanup);

it.each([undefined, 50])('asks once for what comes after cards of different heights, answered within %s ms', async (latencyMs) => {
	const customers = sampleCustomers(1000).map((customer, at) =>
		at % 3 ? customer : { ...customer, name: 'Wolfeschlegelstein '.repeat(4) },
	);
	const memory = memoryBackend({ customers, latencyMs });
	let asked = 0;
	const backend = {
		...memory,
		list: (...args: Parameters<typeof memory.list>) => {
			asked += 1;
			return memory.list(...args);
		},
	};
	const { container } = render(
		<div style={{ padding: 16 }}>
			<CustomersProvider backend={backend}>
				<CustomerTable mode="infinite" initialState={{ limit: 100 }} selectable getCustomerHref={({ id }) => `/${id}`} />
			</CustomersProvider>
		</div>,
	);
	const links = await screen.findAllByRole('link');
	await expect
		.poll(() => new Set([...container.querySelectorAll<HTMLElement>('.pc-row')].map((row) => row.offsetHeight)).size)
		.toBeGreaterThan(1);
	links[0]!.focus();
	await userEvent.keyboard('{End}');
	await expect.poll(() => document.activeElement?.closest('[aria-rowindex]')?.getAttribute('aria-rowindex')).toBe('101');
	await screen.findByText('1–200');
	await new Promise((resolve) => setTimeout(resolve, 300));
	expect(asked).toBe(2);
	expect(screen.getByText('1–200')).toBeTruthy();
});
