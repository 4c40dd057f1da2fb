import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { memoryBackend } from '../../src/backends/memory';
import { CustomersProvider, CustomerTable } from '../../src/index';
import { sampleCustomers } from '../../src/testing';
import '../../src/styles.css';

afterEach(cleanup);

/** A backend that lists when it is told to. */
function waitingBackend() {
	let answer = () => {};
	const told = new Promise<void>((resolve) => {
		answer = resolve;
	});
	const memory = memoryBackend({ customers: sampleCustomers(30) });
	return { answer, backend: { ...memory, list: (...args: Parameters<typeof memory.list>) => told.then(() => memory.list(...args)) } };
}

const remembered = (density: string) => ({
	get: (key: string) => (key.startsWith('layout:') ? { version: 1, order: [], hidden: [], density } : undefined),
	set: () => {},
});

describe.each(['comfortable', 'compact'])('a table of %s rows', (density) => {
	it.each([1000, 800, 500, 320])('%i px wide is as high before its rows and their bars have come as with either', async (width) => {
		const { answer, backend } = waitingBackend();
		const { container } = render(
			<div style={{ inlineSize: width }}>
				<CustomersProvider backend={backend} preferences={remembered(density)}>
					<CustomerTable getCustomerHref={({ id }) => `/${id}`} selectable />
				</CustomersProvider>
			</div>,
		);
		const frame = container.querySelector('[data-slot="pc-table-frame"]')!;
		const height = () => frame.getBoundingClientRect().height;
		const bars = () => container.querySelectorAll('[data-slot="pc-skeleton"]').length;
		expect(bars()).toBe(0);
		const empty = height();
		expect(empty).toBeGreaterThan(20 * 30);
		await expect.poll(bars).toBe(100);
		const withBars = height();
		answer();
		await expect.poll(() => screen.queryAllByRole('link').length).toBe(20);
		expect([empty, withBars]).toEqual([height(), height()]);
	});
});
