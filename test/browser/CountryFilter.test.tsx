import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import { memoryBackend } from '../../src/backends/memory';
import { countryCodes } from '../../src/domain/country';
import { CustomersProvider, CustomerTable } from '../../src/index';
import '../../src/styles.css';

afterEach(cleanup);

async function mountFilter() {
	render(
		<CustomersProvider backend={memoryBackend()}>
			<CustomerTable />
		</CustomersProvider>,
	);
	const filter = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'Country' });
	expect(filter.options).toHaveLength(1);
	return filter;
}

/** How many options there were at each event that makes the browser open the list: it has heard all before it does. */
function countAt(filter: HTMLSelectElement, type: string): number[] {
	const counts: number[] = [];
	// Where the event arrives last.
	window.addEventListener(type, ({ target }) => target === filter && counts.push(filter.options.length));
	return counts;
}

const all = countryCodes.length + 1;

it('lists all countries before a mouse opens it, and stays as wide as it was', async () => {
	const filter = await mountFilter();
	const { width } = filter.getBoundingClientRect();
	const counts = countAt(filter, 'mousedown');
	await userEvent.click(filter);
	expect(counts).toEqual([all]);
	expect(filter.getBoundingClientRect().width).toBe(width);
});

it('lists all countries before a finger opens it', async () => {
	const filter = await mountFilter();
	const counts = countAt(filter, 'touchstart');
	const { left, top, width, height } = filter.getBoundingClientRect();
	const frame = window.frameElement?.getBoundingClientRect() ?? { left: 0, top: 0 };
	const touchPoints = [{ x: frame.left + left + width / 2, y: frame.top + top + height / 2 }];
	const { send } = cdp() as unknown as { send: (method: string, params: object) => Promise<unknown> };
	await send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
	await send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
	expect(counts).toEqual([all]);
});

it('lists all countries before a key opens it, and finds one by the letters of its name', async () => {
	const filter = await mountFilter();
	const counts = countAt(filter, 'keydown');
	(await screen.findByRole('searchbox')).focus();
	await userEvent.keyboard('{Tab}');
	expect(document.activeElement).toBe(filter);
	await userEvent.keyboard('ind');
	expect(counts).toEqual([all, all, all]);
	expect(filter.selectedOptions[0]!.text).toBe('India');
});
