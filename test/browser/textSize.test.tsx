import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { memoryBackend } from '../../src/backends/memory';
import { CustomersProvider, CustomerTable } from '../../src/index';
import { sampleCustomers } from '../../src/testing';
import '../../src/styles.css';

afterEach(() => {
	cleanup();
	document.documentElement.removeAttribute('style');
});

it.each([
	['14px', '20px'],
	['18px', '25.2px'],
])("gives a card's name, in text of %s, lines of %s: no letter is cut off", async (size, height) => {
	document.documentElement.style.setProperty('--pc-text-size', size);
	render(
		<div style={{ inlineSize: 400 }}>
			<CustomersProvider backend={memoryBackend({ customers: sampleCustomers(5) })}>
				<CustomerTable getCustomerHref={({ id }) => `/${id}`} />
			</CustomersProvider>
		</div>,
	);
	const [name] = await screen.findAllByRole('link');
	expect(getComputedStyle(name!)).toMatchObject({ fontSize: size, lineHeight: height });
});
