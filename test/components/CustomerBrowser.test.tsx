import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { memoryBackend } from '../../src/backends/memory';
import { CustomerBrowser, type CustomersProviderProps } from '../../src/index';
import { withFaults } from '../../src/testing';
import * as see from '../elements';
import { people } from '../people';
import { renderWith } from './renderWith';

const base = '/admin/customers';
const alone = (props: Partial<CustomersProviderProps> = {}) =>
	renderWith(<CustomerBrowser basePath={base} />, { navigate: undefined, ...props });

beforeEach(() => {
	window.history.replaceState(null, '', base);
	document.title = 'The host’s title';
});

describe('alone on the History API', () => {
	it('opens a customer, moves the focus to the name, and goes back to the list as it was', async () => {
		const { user } = alone();
		await screen.findByText('1–20');
		await waitFor(() => expect(see.button('Next page').getAttribute('aria-disabled')).toBeNull());
		await user.click(see.button('Next page'));
		await user.click(await see.findRowLink('person21@example.com'));
		const name = await see.heading('Person 21');
		expect(window.location.pathname).toBe(`${base}/cus_21`);
		await waitFor(() => expect(document.activeElement).toBe(name));
		act(() => window.history.back());
		await screen.findByText('21–40');
		expect(window.location.pathname).toBe(base);
		expect(document.activeElement).toBe(await see.heading('Customers'));
		expect(document.title).toBe('The host’s title');
	});

	it('keeps the list’s state in its address, and leads back to it from a customer and from a dialog', async () => {
		const { user } = alone();
		await see.findRowLink('person1@example.com');
		await user.click(await waitFor(() => see.sortBy('Email')));
		expect(window.location.search).toBe('?sort=email');
		await waitFor(() => expect(see.button('Next page').getAttribute('aria-disabled')).toBeNull());
		await user.click(see.button('Next page'));
		await screen.findByText('21–40');
		const { search } = window.location;
		expect(search).toMatch(/^\?sort=email&after=[\w-]+&page=2$/);

		await waitFor(() => expect(see.table().getAttribute('aria-busy')).toBe('false'));
		await user.click(see.rowLinks()[0]!);
		expect(window.location.search).toBe('');
		await user.click(await screen.findByRole('link', { name: 'Back to all customers' }));
		expect(window.location.pathname + window.location.search).toBe(base + search);
		await screen.findByText('21–40');

		await user.click(see.button('New customer'));
		expect(window.location.pathname + window.location.search).toBe(`${base}/new${search}`);
		act(() => window.history.back());
		await waitFor(() => expect(window.location.pathname + window.location.search).toBe(base + search));
		act(() => window.history.go(-3));
		await waitFor(() => expect(window.location.search).toBe('?sort=email'));
		await screen.findByText('1–20');
	});

	it('opens where a shared link leads, page and all', async () => {
		const first = alone();
		await screen.findByText('1–20');
		await waitFor(() => expect(see.button('Next page').getAttribute('aria-disabled')).toBeNull());
		await first.user.click(see.button('Next page'));
		await screen.findByText('21–40');
		first.show(null);
		first.show(<CustomerBrowser basePath={base} />);
		await see.findRowLink('person21@example.com');
		expect(screen.getByText('21–40')).toBeTruthy();
		await waitFor(() => expect(see.button('Previous page').getAttribute('aria-disabled')).toBeNull());
		await first.user.click(see.button('Previous page'));
		await see.findRowLink('person1@example.com');
	});

	it('leaves the focus alone when the page opens', async () => {
		alone();
		await see.heading('Customers');
		expect(document.activeElement).toBe(document.body);
	});

	it('shows the customer of the address it was opened at', async () => {
		window.history.replaceState(null, '', `${base}/cus_7?from=mail`);
		const { user } = alone();
		await see.heading('Person 7');
		await user.click(screen.getByRole('link', { name: 'Back to all customers' }));
		await see.findRowLink('person1@example.com');
	});

	it('creates under an address of its own, and leads to the new customer', async () => {
		const { user } = alone();
		await user.click(await see.findButton('New customer'));
		expect(window.location.pathname).toBe(`${base}/new`);
		const dialog = within(await screen.findByRole('dialog'));
		await user.type(dialog.getByRole('textbox', { name: /Email/ }), 'new@example.com');
		await user.click(dialog.getByRole('button', { name: 'Create customer' }));
		await see.heading('new@example.com');
		expect(window.location.pathname).toMatch(/^\/admin\/customers\/cus_/);
		expect(screen.queryByRole('dialog')).toBeNull();
	});

	it('edits under an address of its own, and shows the result behind it', async () => {
		window.history.replaceState(null, '', `${base}/cus_7/edit`);
		const { user } = alone();
		const dialog = within(await screen.findByRole('dialog'));
		const name = dialog.getByRole('textbox', { name: /Name/ });
		await user.clear(name);
		await user.type(name, 'Renamed');
		await user.click(dialog.getByRole('button', { name: 'Save changes' }));
		await see.heading('Renamed');
		await waitFor(() => expect(window.location.pathname).toBe(`${base}/cus_7`));
	});

	it.each(['new/edit', 'cus_1/else', 'x/y/z', 'nobody'])('finds nothing at /%s, and leads back to the list', async (path) => {
		window.history.replaceState(null, '', `${base}/${path}`);
		const asked: unknown[] = [];
		const backend = withFaults(memoryBackend({ customers: people(45) }), ({ method, args }) => {
			if (method === 'get') asked.push(args[0]);
		});
		const { user } = alone({ backend });
		await screen.findByText('Customer not found');
		expect(screen.queryByRole('dialog')).toBeNull();
		expect(asked.filter((id) => id !== 'nobody')).toEqual([]);
		await user.click(screen.getByRole('link', { name: 'Back to all customers' }));
		await see.findRowLink('person1@example.com');
		expect(window.location.pathname).toBe(base);
	});

	it('closes a dialog when one goes back', async () => {
		const { user } = alone();
		await user.click(await see.findButton('New customer'));
		await screen.findByRole('dialog');
		act(() => window.history.back());
		await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
		expect(window.location.pathname).toBe(base);
	});

	it('opens no dialog for what cannot be done', async () => {
		window.history.replaceState(null, '', `${base}/new`);
		alone({ backend: memoryBackend({ customers: people(3), capabilities: { write: { create: false } } }) });
		await see.findRowLink('person1@example.com');
		expect(screen.queryByRole('dialog')).toBeNull();
	});
});

describe('with a router', () => {
	it('moves through the host’s navigate, and shows the path it is given', async () => {
		const navigate = vi.fn();
		const { user, show } = renderWith(<CustomerBrowser basePath={base} path={base} />, { navigate });
		await user.click(await see.findRowLink('person2@example.com'));
		expect(navigate).toHaveBeenCalledExactlyOnceWith(`${base}/cus_2`);
		expect(window.location.pathname).toBe(base);
		show(<CustomerBrowser basePath={base} path={`${base}/cus_2`} />);
		await see.heading('Person 2');
		await user.click(await see.findButton('Edit'));
		expect(navigate).toHaveBeenLastCalledWith(`${base}/cus_2/edit`);
	});
});
