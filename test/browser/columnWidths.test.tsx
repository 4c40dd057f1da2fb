import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { memoryBackend } from '../../src/backends/memory';
import { CustomersProvider, CustomerTable } from '../../src/index';
import type { Locale } from '../../src/locales/locale';
import { sampleCustomers } from '../../src/testing';
import '../../src/styles.css';

const languages = import.meta.glob<Record<string, Locale>>('../../src/locales/??.ts', { eager: true });

/** A day of two digits in each month, whose names differ in length. */
const customers = sampleCustomers(12).map((customer, month) => ({
	...customer,
	created: `2026-${String(month + 1).padStart(2, '0')}-28T12:00:00Z`,
}));

describe.each(Object.entries(languages))('%s', (_, module) => {
	const locale = Object.values(module)[0]!;

	it.each([768, 976, 1280])('shows whole dates and titles at %i px', async (width) => {
		await page.viewport(width, 900);
		const { container } = render(
			<CustomersProvider backend={memoryBackend({ customers })} locale={locale}>
				<CustomerTable />
			</CustomersProvider>,
		);
		await screen.findByText(customers[0]!.name ?? customers[0]!.email!);
		const shown = [...container.querySelectorAll<HTMLElement>('th, th *, td[data-column="created"]')];
		expect(shown.length).toBeGreaterThan(15);
		expect(shown.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).map(({ textContent }) => textContent)).toEqual([]);
	});
});

// As long as numbers are, and one of another kind, which a vendor kept as it was typed.
const phones = ['+8613881068412', '+5511912345678', '+436641234567890', '+49 1512 3456 7890 ext. 1234'];

it.each([640, 700, 720, 768, 900, 976, 1126, 1200, 1280, 1600])('never cuts a phone at %i px, also with wider text', async (width) => {
	await page.viewport(width, 900);
	const { container } = render(
		<CustomersProvider backend={memoryBackend({ customers: customers.map((customer, at) => ({ ...customer, phone: phones[at % 4]! })) })}>
			<CustomerTable />
		</CustomersProvider>,
	);
	await screen.findByText(customers[0]!.name ?? customers[0]!.email!);
	const cut = () => {
		const cells = [...container.querySelectorAll<HTMLElement>('td[data-column="phone"]')];
		expect(cells.length).toBe(customers.length);
		const shown = cells.flatMap((cell) => [cell, ...cell.querySelectorAll<HTMLElement>('*')]);
		const high = cells.filter((cell) => cell.offsetHeight > 41 && width > 720);
		return { cut: shown.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).map(({ textContent }) => textContent), high };
	};
	expect(cut()).toEqual({ cut: [], high: [] });
	container.style.letterSpacing = '0.12em';
	container.style.wordSpacing = '0.16em';
	expect(cut().cut).toEqual([]);
});

it.each([910, 959])('shows emails to their end at %i px, beside what chooses rows', async (width) => {
	await page.viewport(width, 900);
	const named = { ...customers[0]!, name: 'Maximilian Wagner', email: 'maximilian.wagner.1f@example.org' };
	const { container } = render(
		<CustomersProvider backend={memoryBackend({ customers: [named] })}>
			<CustomerTable selectable />
		</CustomersProvider>,
	);
	await screen.findByText(named.email);
	const cells = [...container.querySelectorAll<HTMLElement>('td[data-column="name"], td[data-column="email"], td[data-column="email"] *')];
	expect(cells.length).toBeGreaterThan(1);
	expect(cells.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).map(({ outerHTML }) => outerHTML)).toEqual([]);
});

// Most emails have no more than 28 letters of this size, most names no more than 18 beside their initials.
it.each([
	['', 180],
	[', beside what chooses rows', 160],
])('leaves names and emails room on a tablet%s', async (beside, room) => {
	await page.viewport(736, 900);
	const { container } = render(
		<CustomersProvider backend={memoryBackend({ customers })}>
			<CustomerTable selectable={beside !== ''} />
		</CustomersProvider>,
	);
	await screen.findByText(customers[0]!.name ?? customers[0]!.email!);
	const cells = [...container.querySelectorAll<HTMLElement>('td[data-column="name"]:not([colspan]), td[data-column="email"]')];
	expect(cells.length).toBeGreaterThan(10);
	const rooms = cells.map((cell) => {
		const { paddingLeft, paddingRight } = getComputedStyle(cell);
		return cell.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
	});
	expect(rooms.filter((left) => left < room)).toEqual([]);
});
