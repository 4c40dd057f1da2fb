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

const openedAt = (path: string) => {
	window.history.replaceState(null, '', path);
	return alone();
};

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

	it.each([
		['phone', /^Phone/],
		['address', /^Country/],
	])('adds %s: the form opens there, and the focus returns to the customer', async (field, label) => {
		const { user } = openedAt(`${base}/cus_2`);
		await user.click(await see.findButton(`Add ${field}`));
		const dialog = await screen.findByRole('dialog', { name: 'Edit customer' });
		expect(window.location.pathname).toBe(`${base}/cus_2/edit`);
		await waitFor(() => expect(document.activeElement).toBe(within(dialog).getByLabelText(label)));
		if (field === 'address') return;
		await user.keyboard('+12025550123{Enter}');
		await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
		await screen.findByRole('link', { name: '+1 202 555 0123' });
		await waitFor(() => expect(document.activeElement?.textContent).toBe('Person 2'));
		expect(see.noButton('Add phone')).toBeNull();
	});

	it('forgets where an edit was begun', async () => {
		const { user } = openedAt(`${base}/cus_2`);
		await user.click(await see.findButton('Add phone'));
		await screen.findByRole('dialog');
		await user.keyboard('{Escape}');
		await waitFor(() => expect(document.activeElement).toBe(see.button('Add phone')));
		await user.click(see.button('Edit'));
		const dialog = await screen.findByRole('dialog');
		await waitFor(() => expect(document.activeElement).toBe(within(dialog).getByLabelText('Email')));
	});

	it('closes a dialog when one goes back', async () => {
		const { user } = alone();
		await user.click(await see.findButton('New customer'));
		await screen.findByRole('dialog');
		act(() => window.history.back());
		await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
		expect(window.location.pathname).toBe(base);
	});

	it.each([
		['saved', '{End}!{Enter}'],
		['given up', '{Escape}'],
	])('leaves no entry behind of an edit that was %s: Back leads to the list', async (_, keys) => {
		const { user } = alone();
		await user.click(await see.findRowLink('person2@example.com'));
		await user.click(await see.findButton('Edit'));
		const dialog = await screen.findByRole('dialog', { name: 'Edit customer' });
		await user.click(within(dialog).getByLabelText(/^Name/));
		await user.keyboard(keys);
		await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
		expect(window.location.pathname).toBe(`${base}/cus_2`);
		act(() => window.history.back());
		await see.findRowLink('person2@example.com');
		expect(window.location.pathname).toBe(base);
	});

	it('opens no dialog for what cannot be done', async () => {
		window.history.replaceState(null, '', `${base}/new`);
		alone({ backend: memoryBackend({ customers: people(3), capabilities: { write: { create: false } } }) });
		await see.findRowLink('person1@example.com');
		expect(screen.queryByRole('dialog')).toBeNull();
	});
});

describe('with room for the host', () => {
	const shop = () =>
		memoryBackend({
			customers: people(45),
			billing: { plans: [{ variant_id: 'pro', name: 'Pro', price: { amount: 900, currency: 'EUR', interval: 'month' } }], grants: {} },
		});

	it('has the host’s buttons above the list, and tells them what it shows', async () => {
		const { user } = renderWith(
			<CustomerBrowser
				basePath={base}
				toolbarActions={({ request, selection }) => <button type="button">{`Invite ${selection.length} by ${request.sort}`}</button>}
				selectionActions={({ count, clear }) => (
					<button type="button" onClick={clear}>
						{`Tag ${count}`}
					</button>
				)}
			/>,
			{ navigate: undefined },
		);
		const invite = await see.findButton('Invite 0 by -created');
		expect(see.noButton('Tag 1')).toBeNull();
		await user.click(await screen.findByRole('checkbox', { name: /Person 1$/ }));
		expect(invite.textContent).toBe('Invite 1 by -created');
		await user.click(await see.findButton('Tag 1'));
		await waitFor(() => expect(invite.textContent).toBe('Invite 0 by -created'));
		// Beside the kit's own, which stay.
		const order = within(invite.parentElement!)
			.getAllByRole('button')
			.map(({ textContent }) => textContent);
		expect(order.slice(-3)).toEqual(['Export', 'Invite 0 by -created', 'New customer']);
	});

	it('asks for the host’s buttons also where there is nobody yet', async () => {
		renderWith(
			<CustomerBrowser
				basePath={base}
				import
				toolbarActions={({ request, selection, columns }) => (
					<button type="button">{`Fetch ${selection.length + columns.length} by ${request.sort}`}</button>
				)}
			/>,
			{ navigate: undefined, backend: memoryBackend() },
		);
		const fetch = await see.findButton('Fetch 0 by -created');
		const offered = [...fetch.closest('[data-slot="pc-empty-actions"]')!.children].map(({ textContent }) => textContent);
		expect(offered).toEqual(['New customer', 'Import', 'Fetch 0 by -created']);
	});

	it('has the host’s buttons and sections on a customer’s page, and tells them whose', async () => {
		window.history.replaceState(null, '', `${base}/cus_2`);
		renderWith(
			<CustomerBrowser
				basePath={base}
				detailActions={({ id }) => <a href={`/orders/${id}`}>Orders</a>}
				detailSections={({ name }) => <p>{`Notes on ${name}`}</p>}
				billing={{ featureIds: ['reports'], featureNames: { reports: 'All reports' } }}
			/>,
			{ navigate: undefined, backend: shop() },
		);
		expect((await screen.findByRole('link', { name: 'Orders' })).getAttribute('href')).toBe('/orders/cus_2');
		expect(screen.getByText('Notes on Person 2')).toBeTruthy();
		expect(await see.heading('Billing')).toBeTruthy();
		expect(await screen.findByText('All reports')).toBeTruthy();
	});

	it('shows no billing unless it is asked for', async () => {
		window.history.replaceState(null, '', `${base}/cus_2`);
		renderWith(<CustomerBrowser basePath={base} />, { navigate: undefined, backend: shop() });
		await see.heading('Person 2');
		await act(() => new Promise((resolve) => setTimeout(resolve)));
		expect(screen.queryByRole('heading', { name: 'Billing' })).toBeNull();
	});

	it('imports under an address of its own, and goes on while one looks at the list', async () => {
		const save = vi.fn();
		const { user } = renderWith(<CustomerBrowser basePath={base} import={{ save }} />, { navigate: undefined });
		await see.findRowLink('person1@example.com');
		await user.click(await screen.findByRole('link', { name: 'Import' }));
		expect(window.location.pathname).toBe(`${base}/import`);
		const title = await see.heading('Import customers');
		await waitFor(() => expect(document.activeElement).toBe(title));
		await user.upload(
			screen.getByLabelText(/Choose a CSV file/),
			new File(['email,name\nkavya@example.com,Kavya\nnobody,Broken\n'], 'people.csv', { type: 'text/csv' }),
		);
		await screen.findByRole('columnheader', { name: 'Column' });
		await user.click(screen.getByRole('link', { name: 'Back to all customers' }));
		await see.findRowLink('person1@example.com');
		expect(screen.queryByRole('heading', { name: 'Import customers' })).toBeNull();
		await user.click(screen.getByRole('link', { name: 'Import' }));
		expect(await see.heading('Import customers')).toBeTruthy();
		expect(screen.getByText(/people\.csv/)).toBeTruthy();
	});

	it('opens the import of an address, and leads to none where nothing can be created or it is not wanted', async () => {
		window.history.replaceState(null, '', `${base}/import`);
		const first = renderWith(<CustomerBrowser basePath={base} import />, { navigate: undefined });
		await see.heading('Import customers');
		first.show(<CustomerBrowser basePath={base} />);
		await screen.findByText('Customer not found');

		window.history.replaceState(null, '', base);
		const backend = memoryBackend({ customers: people(3), capabilities: { write: { create: false } } });
		renderWith(<CustomerBrowser basePath={base} import />, { navigate: undefined, backend });
		await waitFor(() => expect(screen.getAllByRole('link', { name: 'Person 3' })).toHaveLength(1));
		expect(screen.queryByRole('link', { name: 'Import' })).toBeNull();
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
