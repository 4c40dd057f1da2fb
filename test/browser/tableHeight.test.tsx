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

const isDrawn = (cell: Element) => getComputedStyle(cell).backgroundImage.includes('gradient') && cell.clientHeight > 20 * 30;

const remembered = (density: string) => ({
	get: (key: string) => (key.startsWith('layout:') ? { version: 1, order: [], hidden: [], density } : undefined),
	set: () => {},
});

describe.each(['comfortable', 'compact'])('a table of %s rows', (density) => {
	it.each([1000, 800, 500, 320])(
		'%i px wide is as high before its rows have come as with them, and shows bars in their places after a moment',
		async (width) => {
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
			const waiting = container.querySelector('[data-slot="pc-loading"]')!;
			const bars = () => [...waiting.children].filter((cell) => cell.checkVisibility({ visibilityProperty: true }) && isDrawn(cell));
			const [appear] = waiting.getAnimations();
			appear!.pause();
			appear!.currentTime = 50;
			expect(bars()).toHaveLength(0);
			appear!.currentTime = 150;
			expect(bars()).toHaveLength(width < 720 ? 1 : 6);
			const before = height();
			expect(before).toBeGreaterThan(20 * 30);
			answer();
			await expect.poll(() => screen.queryAllByRole('link').length).toBe(20);
			expect(before).toBe(height());
		},
	);
});
