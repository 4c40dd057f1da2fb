import { cleanup, render, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { memoryBackend } from '../../src/backends/memory';
import { CustomersProvider, CustomerTable } from '../../src/index';
import { sampleCustomers } from '../../src/testing';
import '../../src/styles.css';

const customers = sampleCustomers(5);
const first = customers.find(({ name }) => name);

afterEach(() => {
	cleanup();
	document.documentElement.removeAttribute('style');
});

it.each([
	['14px', '20px'],
	['18px', '25.2px'],
])("gives a card's name, in text of %s, lines of %s: no letter is cut off", async (size, height) => {
	// Another file's compact rows are kept here.
	localStorage.clear();
	document.documentElement.style.setProperty('--pc-text-size', size);
	const { container } = render(
		<div style={{ inlineSize: 400 }}>
			<CustomersProvider backend={memoryBackend({ customers })}>
				<CustomerTable getCustomerHref={({ id }) => `/${id}`} />
			</CustomersProvider>
		</div>,
	);
	const name = await within(container).findByRole('link', { name: first!.name! });
	expect(getComputedStyle(name)).toMatchObject({ fontSize: size, lineHeight: height });
});
