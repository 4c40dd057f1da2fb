import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { cdp, page } from 'vitest/browser';
import { memoryBackend } from '../../src/backends/memory';
import { CustomersProvider, CustomerTable } from '../../src/index';
import { sampleCustomers } from '../../src/testing';
import '../../src/styles.css';

/** Where the letters of a text stand, and not the line around them. */
function lettersOf(element: Element): DOMRect[] {
	const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
	const found: DOMRect[] = [];
	for (let text = texts.nextNode(); text; text = texts.nextNode()) {
		const range = document.createRange();
		range.selectNodeContents(text);
		found.push(...range.getClientRects());
	}
	return found;
}

const cross = (one: DOMRect, other: DOMRect) =>
	one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

it.each([320, 480, 720, 768, 900, 976, 1024, 1200, 1280])('hide nothing that is read, at %i px', async (width) => {
	await page.viewport(width, 800);
	const backend = memoryBackend({ customers: sampleCustomers(12) });
	const { container } = render(
		<CustomersProvider backend={backend} scope="test">
			<CustomerTable getCustomerHref={({ id }) => `/${id}`} selectable onCreate={() => {}} />
		</CustomersProvider>,
	);
	await expect.poll(() => screen.queryAllByRole('link').length).toBe(12);
	const frame = container.querySelector('.pc-table-frame')!;
	const { top } = frame.getBoundingClientRect();
	const news = () => screen.queryByRole('button', { name: /new customers?$/ });
	// Who comes before anybody listens is no news.
	const another = async () => {
		await backend.create({ email: `${crypto.randomUUID()}@example.com` }, { scope: 'test', idempotencyKey: crypto.randomUUID() });
		return news();
	};
	await expect.poll(another, { interval: 500, timeout: 15_000 }).not.toBeNull();
	const place = news()!.getBoundingClientRect();
	expect(frame.getBoundingClientRect().top).toBe(top);
	const read = lettersOf(frame);
	expect(read.length).toBeGreaterThan(24);
	// The highest of them leave a sixth of their box free.
	expect(read.filter(({ x, y, width, height }) => cross(new DOMRect(x, y + height / 6, width, (height * 5) / 6), place))).toEqual([]);
	const buttons = [...container.querySelectorAll('.pc-toolbar :is(button, input)')].map((button) => button.getBoundingClientRect());
	expect(buttons.filter((button) => button.height > 1 && cross(button, place))).toEqual([]);
	const links = screen.getAllByRole('link').map((link) => link.getBoundingClientRect());
	expect(links.filter((link) => link.height < 24 || cross(link, place))).toEqual([]);
	const emulate = (media: string) => cdp().send('Emulation.setEmulatedMedia', { media });
	await emulate('print');
	expect(container.querySelector('.pc-new')!.checkVisibility()).toBe(false);
	await emulate('');
});
