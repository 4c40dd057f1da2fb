import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { memoryBackend } from '../../src/backends/memory';
import { countryCodes } from '../../src/domain/country';
import { CustomersProvider, CustomerTable } from '../../src/index';
import { sampleCustomers } from '../../src/testing';
import '../../src/styles.css';

afterEach(cleanup);

/** The button, once it can be seen. */
async function mountFilter(width: number, name = 'Country') {
	await page.viewport(width, 800);
	render(
		<CustomersProvider backend={memoryBackend({ customers: sampleCustomers(3) })}>
			<CustomerTable />
		</CustomersProvider>,
	);
	// Before the one of a column's head.
	return (await screen.findAllByRole('button', { name }))[0]!;
}

const boxes = () => screen.getAllByRole<HTMLInputElement>('checkbox');
const panel = () => document.querySelector('.pc-menu-panel')!.getBoundingClientRect();

it('lists all countries, and stays as wide as it was with what is chosen and what lets go of it', async () => {
	const filter = await mountFilter(1280);
	const { width } = filter.getBoundingClientRect();
	await userEvent.click(filter);
	await screen.findByRole('checkbox', { name: 'India' });
	expect(boxes()).toHaveLength(countryCodes.length);
	await userEvent.click(screen.getByRole('checkbox', { name: 'India' }));
	await userEvent.keyboard('{Escape}');
	expect(await screen.findByRole('button', { name: /^Country: ?India$/ })).toBe(filter);
	expect(filter.getBoundingClientRect().width).toBe(width);
	// It lies on the button, where a mouse finds it.
	const clear = await screen.findByRole('button', { name: 'Clear filter: Country' });
	const { left, top, width: wide, height } = clear.getBoundingClientRect();
	expect(left + wide).toBeLessThan(filter.getBoundingClientRect().right);
	expect(clear.contains(document.elementFromPoint(left + wide / 2, top + height / 2))).toBe(true);
	await userEvent.click(clear);
	expect(document.activeElement).toBe(filter);
});

it('is opened by a key, and finds a country by letters of its name', async () => {
	const filter = await mountFilter(1280);
	filter.focus();
	await userEvent.keyboard('{Enter}');
	const search = await screen.findByRole('searchbox', { name: 'Search countries' });
	await userEvent.keyboard('{Tab}');
	expect(document.activeElement).toBe(search);
	await userEvent.keyboard('ind');
	expect(boxes().map(({ labels }) => labels![0]!.textContent)).toContain('India');
	expect(boxes().length).toBeLessThan(10);
});

it.each([
	[320, 'Filters'],
	[500, 'Filters'],
	[700, 'Created'],
	[760, 'Created'],
	[1280, 'Created'],
])('opens within a page of %i px', async (width, name) => {
	const [filter] = await mountFilter(width, name).then(() => screen.getAllByRole('button', { name }));
	await userEvent.click(filter!);
	await screen.findByRole('grid');
	expect(panel().left).toBeGreaterThanOrEqual(0);
	expect(panel().right).toBeLessThanOrEqual(document.documentElement.clientWidth);
});
