import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { memoryBackend } from '../../src/backends/memory';
import { CustomerBrowser, CustomerExport, CustomerForm, CustomerImport, httpBackend, useCustomer } from '../../src/index';
import { createCustomersHandler, type Grant } from '../../src/server';
import { button, findButton, findRowLink, heading, noButton } from '../elements';
import { people } from '../people';
import { renderWith } from './renderWith';

/** Through client and handler, as somebody who may do only these things. */
function granted(actions: Grant['actions']) {
	const handler = createCustomersHandler({
		backend: memoryBackend({ customers: people(3) }),
		authorize: () => ({ allow: true, scope: 'shop', ...(actions && { actions }) }),
	});
	const fetch = vi.fn((target: string | URL | Request, init?: RequestInit) => handler(new Request(target, init)));
	return { backend: httpBackend({ url: 'https://shop.test/api/customers', fetch }), fetch };
}

const reader = ['list', 'get'] as const;

function EditForm() {
	const { data } = useCustomer('cus_1');
	return data ? <CustomerForm customer={data} /> : null;
}

describe('who may only read', () => {
	it('sees the list, and no button that would fail', async () => {
		const { fetch, backend } = granted(reader);
		renderWith(<CustomerBrowser basePath="/c" path="/c" />, { backend });
		await findRowLink('person1@example.com');
		await screen.findByRole('searchbox');
		await waitFor(() => expect([noButton('Export'), noButton('New customer')]).toEqual([null, null]));
		expect(button('Refresh')).toBeTruthy();
		const responses = await Promise.all(fetch.mock.results.map(({ value }) => value as Promise<Response>));
		expect(responses.map(({ status }) => status)).not.toContain(403);
	});

	it('sees a customer, and no way to change it', async () => {
		renderWith(<CustomerBrowser basePath="/c" path="/c/cus_1" />, granted(reader));
		await heading(/1$/);
		await screen.findByText('person1@example.com');
		await new Promise((resolve) => setTimeout(resolve));
		expect([noButton('Edit'), screen.queryByRole('dialog')]).toEqual([null, null]);
	});

	it('gets a form to read, and no import', async () => {
		const { show } = renderWith(<EditForm />, granted(reader));
		await waitFor(() => expect(screen.getByLabelText(/^Email/)).toHaveProperty('readOnly', true));
		expect(noButton('Save changes')).toBeNull();
		show(<CustomerImport />);
		await screen.findByText('Customers cannot be created here.');
	});
});

describe('who may do everything', () => {
	it('sees every button', async () => {
		const { show } = renderWith(<CustomerBrowser basePath="/c" path="/c" />, granted(undefined));
		await findButton('New customer');
		await findButton('Export');
		show(<CustomerBrowser basePath="/c" path="/c/cus_1" />);
		await findButton('Edit');
	});
});

describe('the export button', () => {
	it('keeps its place, unseen, until it is known to be offered', async () => {
		let known = (_: unknown) => {};
		const memory = memoryBackend();
		const backend = { ...memory, capabilities: () => new Promise((resolve) => (known = resolve)).then(() => memory.capabilities()) };
		const { container } = renderWith(<CustomerExport />, { backend });
		const root = () => container.querySelector('[data-slot="pc-export"]');
		expect(root()?.getAttribute('data-state')).toBe('loading');
		known(null);
		await waitFor(() => expect(root()?.getAttribute('data-state')).toBe('idle'));
	});
});
