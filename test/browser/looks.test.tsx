import { render } from '@testing-library/react';
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { memoryBackend } from '../../src/backends/memory';
import { CustomerDetail, CustomerForm, CustomersProvider, CustomerTable, type Locale } from '../../src/index';
import { en } from '../../src/locales/en';
import { enter, mountPhone } from './phoneHost';

const rightToLeft: Locale = { ...en, code: 'ar', dir: 'rtl' };

async function accessible(container: HTMLElement) {
	const { violations } = await axe.run(container, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
	return violations.filter(({ id }) => id !== 'region').map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

describe('a phone field', () => {
	it.each([
		['left to right', en],
		['right to left', rightToLeft],
	])('written %s is one box: round outside, square where button and input meet', (_, locale) => {
		const { container, input } = mountPhone({ value: '+919876543210' }, locale);
		const button = container.querySelector('button')!;
		// The country stands where the page starts; the number itself is written from left to right.
		const [left, right] = locale.dir === 'ltr' ? [button, input] : [input, button];
		const [leftStyle, rightStyle] = [getComputedStyle(left), getComputedStyle(right)];
		expect(left.getBoundingClientRect().right).toBeCloseTo(right.getBoundingClientRect().left + 1, 0);
		expect(button.getBoundingClientRect().height).toBe(input.getBoundingClientRect().height);
		expect(getComputedStyle(input).direction).toBe('ltr');
		expect([
			leftStyle.borderTopRightRadius,
			leftStyle.borderBottomRightRadius,
			rightStyle.borderTopLeftRadius,
			rightStyle.borderBottomLeftRadius,
		]).toEqual(Array(4).fill('0px'));
		for (const corner of [
			leftStyle.borderTopLeftRadius,
			leftStyle.borderBottomLeftRadius,
			rightStyle.borderTopRightRadius,
			rightStyle.borderBottomRightRadius,
		])
			expect(corner).not.toBe('0px');
	});

	it.each(['light', 'dark'])('is accessible in %s, with its list of countries open, in both directions', async (theme) => {
		document.documentElement.dataset.theme = theme;
		document.documentElement.lang = 'en';
		document.title = 'Phone';
		document.body.style.background = theme === 'dark' ? '#131418' : '#ffffff';
		try {
			for (const locale of [en, rightToLeft]) {
				const { container, input } = mountPhone({ defaultCountry: 'IN', error: 'This is not a valid phone number.' }, locale);
				await enter(input);
				await userEvent.keyboard('4915123456789');
				await userEvent.click(container.querySelector('button')!);
				await expect.poll(() => container.querySelectorAll('[role="option"]').length).toBe(245);
				expect(await accessible(container)).toEqual([]);
				container.remove();
			}
		} finally {
			delete document.documentElement.dataset.theme;
			document.body.removeAttribute('style');
		}
	});

	it('needs no network for its countries', async () => {
		const { container, input } = mountPhone();
		await enter(input);
		performance.clearResourceTimings();
		await userEvent.click(container.querySelector('button')!);
		await expect.poll(() => container.querySelectorAll('[role="option"]').length).toBe(245);
		expect(performance.getEntriesByType('resource').map(({ name }) => name)).toEqual([]);
		expect(container.querySelector('img')).toBeNull();
	});
});

describe('an address in Latin letters', () => {
	it('keeps its order on a page that is written right to left', async () => {
		const backend = memoryBackend({
			customers: [
				{
					id: 'cus_1',
					email: 'a@example.com',
					name: null,
					phone: null,
					address: { line1: '10 Downing St.', line2: null, city: 'London', state: null, postal_code: 'SW1A 2AA', country: 'GB' },
					created: '2026-01-01T00:00:00.000Z',
					version: '1',
				},
			],
		});
		const { container, findByText } = render(
			<div dir="rtl">
				<CustomersProvider backend={backend} locale={rightToLeft}>
					<CustomerDetail customerId="cus_1" />
				</CustomersProvider>
			</div>,
		);
		const line = await findByText(/10 Downing St\./);
		const dot = document.createRange();
		const text = line.firstChild!;
		const at = text.textContent!.indexOf('St.');
		dot.setStart(text, at + 2);
		dot.setEnd(text, at + 3);
		const letter = document.createRange();
		letter.setStart(text, at);
		letter.setEnd(text, at + 1);
		expect(dot.getBoundingClientRect().left).toBeGreaterThan(letter.getBoundingClientRect().left);
		expect(getComputedStyle(line).textAlign).toBe('right');
		expect(container.querySelector('address')?.innerText.split('\n')).toEqual(['10 Downing St.', 'London', 'SW1A 2AA', 'المملكة المتحدة']);
	});
});

describe('a long email', () => {
	it.each([
		['left to right', en],
		['right to left', rightToLeft],
	])('keeps its start on a page that is written %s', async (_, locale) => {
		const email = `start.${'long.'.repeat(30)}@example.com`;
		const customer = { id: 'cus_1', email, name: null, phone: null, address: null, created: null, version: '1' };
		const { findAllByText } = render(
			<CustomersProvider backend={memoryBackend({ customers: [customer] })} locale={locale}>
				<CustomerTable getCustomerHref={({ id }) => `/${id}`} />
			</CustomersProvider>,
		);
		for (const shown of await findAllByText(email)) {
			const cell = shown.closest('td')!.getBoundingClientRect();
			const start = document.createRange();
			start.setStart(shown.firstChild!, 0);
			start.setEnd(shown.firstChild!, 1);
			expect(start.getBoundingClientRect().left).toBeGreaterThanOrEqual(cell.left);
			expect(start.getBoundingClientRect().right).toBeLessThanOrEqual(cell.right);
		}
	});
});

describe('an unfinished email', () => {
	it('reads from left to right, at the start of a page that is written right to left', async () => {
		const { container } = render(
			<CustomersProvider backend={memoryBackend()} locale={rightToLeft}>
				<CustomerForm />
			</CustomersProvider>,
		);
		await expect.poll(() => container.querySelector('input[inputmode="email"]')).not.toBeNull();
		const style = getComputedStyle(container.querySelector('input[inputmode="email"]')!);
		expect([style.unicodeBidi, style.textAlign]).toEqual(['plaintext', 'right']);
	});
});
