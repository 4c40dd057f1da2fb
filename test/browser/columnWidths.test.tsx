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
