import { focusManager, onlineManager } from '@tanstack/react-query';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { memoryBackend } from '../../src/backends/memory';
import { countryCodes } from '../../src/domain/country';
import { type Customer, CustomerError, CustomerTable, httpBackend, type ListCustomersRequest, useUpdateCustomer } from '../../src/index';
import { ar } from '../../src/locales/ar';
import { hi } from '../../src/locales/hi';
import { ja } from '../../src/locales/ja';
import { zh } from '../../src/locales/zh';
import { type Fault, withFaults } from '../../src/testing';
import * as see from '../elements';
import { people, person } from '../people';
import { renderWith } from './renderWith';

const href = ({ id }: Customer) => `/customers/${id}`;

afterEach(() => {
	vi.restoreAllMocks();
	onlineManager.setOnline(true);
	focusManager.setFocused(undefined);
});

/** Lists as `plan` tells at the time. */
function listing(plan: (request: ListCustomersRequest) => Fault | undefined) {
	return withFaults(memoryBackend({ customers: people(45) }), ({ method, args }) =>
		method === 'list' ? plan(args[0] as ListCustomersRequest) : undefined,
	);
}

describe('rows', () => {
	it('are links that lead to the customer, newest first', async () => {
		renderWith(<CustomerTable getCustomerHref={href} />);
		expect(await see.findRowLink('person1@example.com')).toHaveProperty('pathname', '/customers/cus_1');
		expect(see.rowLinks()).toHaveLength(20);
	});

	it('follow their link wherever one clicks in them', async () => {
		const { user, navigate } = renderWith(<CustomerTable getCustomerHref={href} />);
		await user.click(see.cellsOf(await see.findRowLink('person2@example.com'))[4]!);
		await waitFor(() => expect(navigate).toHaveBeenCalled());
		expect(navigate).toHaveBeenCalledExactlyOnceWith('/customers/cus_2');
	});

	it('open in a new tab by a click with ctrl, and by the middle button', async () => {
		const open = vi.spyOn(window, 'open').mockReturnValue(null);
		const { navigate } = renderWith(<CustomerTable getCustomerHref={href} />);
		const cell = see.cellsOf(await see.findRowLink('person2@example.com'))[1]!;
		fireEvent.click(cell, { ctrlKey: true });
		fireEvent(cell, new MouseEvent('auxclick', { bubbles: true, button: 1 }));
		fireEvent(cell, new MouseEvent('auxclick', { bubbles: true, button: 2 }));
		await waitFor(() => expect(open).toHaveBeenCalled());
		expect(open.mock.calls).toEqual(Array(2).fill([`${window.location.origin}/customers/cus_2`, '_blank', 'noopener']));
		expect(navigate).not.toHaveBeenCalled();
	});

	it('tell the host first, who may keep the link from being followed', async () => {
		const onCustomerClick = vi.fn((_customer: Customer, event: React.MouseEvent) => event.preventDefault());
		const { user, navigate } = renderWith(<CustomerTable getCustomerHref={href} onCustomerClick={onCustomerClick} />);
		await user.click(await see.findRowLink('person3@example.com'));
		expect(onCustomerClick.mock.calls[0]![0].id).toBe('cus_3');
		expect(navigate).not.toHaveBeenCalled();
	});

	it('are buttons where there is no address, and text where there is nothing to open', async () => {
		const onCustomerClick = vi.fn();
		const { user, show } = renderWith(<CustomerTable onCustomerClick={onCustomerClick} />);
		await user.click(await see.findButton('Person 1'));
		expect(onCustomerClick).toHaveBeenCalledOnce();
		show(<CustomerTable />);
		expect(see.noButton('Person 1')).toBeNull();
		expect(screen.getByText('person1@example.com')).toBeTruthy();
	});

	it('leave the clicks on what a host put into them to the host', async () => {
		const onAsk = vi.fn();
		const columns = [
			'email',
			{
				id: 'ask',
				header: 'Ask',
				cell: () => (
					<button type="button" onClick={onAsk}>
						Ask
					</button>
				),
			},
		] as const;
		const { user, navigate } = renderWith(<CustomerTable getCustomerHref={href} columns={columns} />);
		await user.click((await screen.findAllByRole('button', { name: 'Ask' }))[0]!);
		expect(onAsk).toHaveBeenCalledOnce();
		expect(navigate).not.toHaveBeenCalled();
	});

	it('are walked through by the arrow keys, Home, End and Page Down', async () => {
		const { user } = renderWith(<CustomerTable getCustomerHref={href} />);
		(await see.findRowLink('person1@example.com')).focus();
		for (const [key, name] of [
			['ArrowDown', 'Person 2'],
			['End', 'Person 20'],
			['ArrowDown', 'Person 20'],
			['ArrowUp', 'Person 19'],
			['Home', 'Person 1'],
			['PageDown', 'Person 11'],
		] as const) {
			await user.keyboard(`{${key}}`);
			await waitFor(() => expect(document.activeElement?.textContent).toBe(name));
		}
	});

	it('show the id of a customer who has neither email nor name, and dashes for what is missing', async () => {
		const nobody = person(1, { email: null, name: null, created: null });
		renderWith(<CustomerTable getCustomerHref={href} />, { backend: memoryBackend({ customers: [nobody] }) });
		const link = await see.findRowLink('cus_1');
		expect(see.cellsOf(link).map((cell) => cell.textContent)).toEqual(['cus_1', '–None', '–None', '–None', '–None']);
	});

	it('render again one by one: an edit touches the row of its customer only', async () => {
		const rendered = vi.fn();
		const cell = (customer: Customer) => {
			rendered(customer.id);
			return customer.name;
		};
		const Page = () => {
			const update = useUpdateCustomer();
			return (
				<>
					<button type="button" onClick={() => update.mutate({ id: 'cus_3', patch: { name: 'Renamed' } })}>
						Rename
					</button>
					<CustomerTable getCustomerHref={(customer) => `/${customer.id}`} columns={['email', { id: 'own', header: 'Own', cell }]} />
				</>
			);
		};
		const { user } = renderWith(<Page />);
		await see.findRowLink('person1@example.com');
		await waitFor(() => expect(see.table().ariaBusy ?? see.table().getAttribute('aria-busy')).toBe('false'));
		rendered.mockClear();
		await user.click(see.button('Rename'));
		await screen.findByRole('cell', { name: 'Renamed' });
		expect(new Set(rendered.mock.calls.flat())).toEqual(new Set(['cus_3']));
	});

	it('lose one cell, not the table, when a cell throws', async () => {
		vi.spyOn(console, 'error').mockImplementation(() => {});
		const cell = ({ id }: Customer) => {
			if (id === 'cus_2') throw new Error('broken on purpose');
			return 'fine';
		};
		renderWith(<CustomerTable getCustomerHref={href} columns={['email', { id: 'own', header: 'Own', cell }]} />);
		expect(see.cellsOf(await see.findRowLink('person2@example.com'))[1]!.textContent).toBe('–Cannot be shown');
		expect(see.cellsOf(await see.findRowLink('person1@example.com'))[1]!.textContent).toBe('fine');
	});
});

describe('columns', () => {
	it('are those that the backend can fill, in the menu too', async () => {
		const backend = memoryBackend({ customers: [person(1)], capabilities: { keeps: ['phone'] } });
		const { user } = renderWith(
			<CustomerTable columns={['email', 'name', 'phone', 'country', { id: 'own', header: 'Own', cell: () => '1' }]} />,
			{
				backend,
			},
		);
		await screen.findByText('person1@example.com');
		await waitFor(() =>
			expect(screen.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual(['Email', 'Phone', 'Own']),
		);
		await user.click(see.button('Columns'));
		await screen.findByRole('checkbox', { name: 'Phone' });
		expect(screen.queryByRole('checkbox', { name: 'Name' })).toBeNull();
	});
});

describe('header', () => {
	it('sorts by what the backend can sort by, and marks the active column alone', async () => {
		const { user } = renderWith(<CustomerTable getCustomerHref={href} />);
		await waitFor(() => expect(see.column('Created').getAttribute('aria-sort')).toBe('descending'));
		await user.click(see.sortBy('Email'));
		expect(see.column('Email').getAttribute('aria-sort')).toBe('ascending');
		expect(see.column('Created').getAttribute('aria-sort')).toBeNull();
		await waitFor(() => expect(see.rowLinks()[0]!.textContent).toBe('Person 10'));
		expect(within(see.column('Phone')).queryByRole('button')).toBeNull();
	});
});

describe('pages', () => {
	it('go forward, back and to the first, without a total', async () => {
		const { user } = renderWith(<CustomerTable getCustomerHref={href} />);
		await screen.findByText('1–20');
		expect(see.button('Previous page').getAttribute('aria-disabled')).toBe('true');
		await user.click(see.button('Next page'));
		await screen.findByText('21–40');
		await see.findRowLink('person21@example.com');
		await waitFor(() => expect(see.button('Next page').getAttribute('aria-disabled')).toBeNull());
		await user.click(see.button('Next page'));
		await screen.findByText('41–45');
		await user.click(see.button('Previous page'));
		await screen.findByText('21–40');
		await user.click(see.button('First page'));
		await screen.findByText('1–20');
	});

	it('are counted only when asked for', async () => {
		const asked: unknown[] = [];
		const backend = listing(({ total }) => void asked.push(total));
		const { user } = renderWith(<CustomerTable getCustomerHref={href} />, { backend });
		const counts = () => asked.filter((total) => total !== undefined);
		const count = await see.findButton('Count all');
		expect(counts()).toEqual([]);
		await user.click(count);
		await screen.findByText('1–20 of 45');
		expect(counts()).toHaveLength(1);
	});

	it('hold as many rows as one chooses', async () => {
		const { user } = renderWith(<CustomerTable getCustomerHref={href} />);
		await user.selectOptions(await screen.findByRole('combobox', { name: 'Rows per page' }), '50');
		await waitFor(() => expect(see.rowLinks()).toHaveLength(45));
	});
});

describe('search and filters', () => {
	it('find by name, and say when nothing matches', async () => {
		const { user } = renderWith(<CustomerTable getCustomerHref={href} />);
		await user.type(await see.searchBox(), 'Person 33');
		await waitFor(() => expect(see.rowLinks()).toHaveLength(1));
		await user.type(await see.searchBox(), ' and nobody else{Enter}');
		await screen.findByText('No customers match', { selector: '[data-slot="pc-empty-title"]' });
		expect(see.announced()).toEqual(['No customers match']);
		await user.click(await see.findButton('Clear filters'));
		await waitFor(() => expect(see.rowLinks()).toHaveLength(20));
	});

	it('narrow down by country and by date', async () => {
		const indian = { line1: null, line2: null, city: null, state: null, postal_code: null, country: 'IN' };
		const customers = [person(1, { address: indian }), person(2, { created: new Date().toISOString() }), person(3)];
		const { user } = renderWith(<CustomerTable getCustomerHref={href} />, { backend: memoryBackend({ customers }) });
		await see.filterByCountry(user, 'India');
		await waitFor(() => expect(see.rowLinks().map((link) => link.textContent)).toEqual(['Person 1']));
		await user.click(await see.findButton('Clear filter: Country'));
		await user.click(await see.createdFilter());
		await user.click(await screen.findByRole('button', { name: 'Last 7 days' }));
		await waitFor(() => expect(see.rowLinks().map((link) => link.textContent)).toEqual(['Person 2']));
		await user.click(await see.createdFilter('Last 7 days'));
		fireEvent.change(await screen.findByLabelText('Created from'), { target: { value: '2025-12-30' } });
		fireEvent.change(screen.getByLabelText('Created up to'), { target: { value: '2026-01-02' } });
		await waitFor(() => expect(see.rowLinks().map((link) => link.textContent)).toEqual(['Person 1', 'Person 3']));
		await see.createdFilter('Dec 30, 2025 – Jan 2, 2026');
		await user.click(see.button('Clear filter: Created'));
		await waitFor(() => expect(see.rowLinks()).toHaveLength(3));
		expect(document.activeElement).toBe(await see.createdFilter());
	});

	it('list the countries once the filter is opened, those chosen before at the top, and find them by any name', async () => {
		const { user } = renderWith(<CustomerTable initialState={{ country: ['IN', 'DE'] }} />);
		const boxes = () => screen.getAllByRole<HTMLInputElement>('checkbox');
		await user.click(await see.countryFilter('India +1'));
		await screen.findByRole('checkbox', { name: 'India' });
		expect(boxes()).toHaveLength(countryCodes.length);
		expect(
			boxes()
				.map(({ checked }) => checked)
				.indexOf(false),
		).toBe(2);
		await user.type(screen.getByRole('searchbox', { name: 'Search countries' }), 'jap');
		expect(boxes()).toHaveLength(1);
		await user.keyboard('{ArrowDown} ');
		await see.countryFilter('India +2');
		await user.click(see.button('Clear filter: Country'));
		await see.countryFilter();
	});

	it('are there only as far as the backend offers them', async () => {
		const backend = memoryBackend({
			customers: people(45),
			capabilities: {
				write: { create: false },
				search: false,
				filter: { email: false, country: false, created: false },
				sort: ['-created'],
				paging: { total: [] },
			},
		});
		renderWith(<CustomerTable getCustomerHref={href} onCreate={() => {}} />, { backend });
		await waitFor(() => expect(see.button('Next page').getAttribute('aria-disabled')).toBeNull());
		expect(screen.queryByRole('searchbox')).toBeNull();
		expect(screen.getAllByRole('combobox')).toHaveLength(1);
		for (const name of ['New customer', 'Count all', 'Clear filters']) expect(see.noButton(name)).toBeNull();
		expect(within(see.column('Email')).queryByRole('button')).toBeNull();
	});

	it('find one email exactly where that is all the backend can', async () => {
		const backend = memoryBackend({ customers: people(45), capabilities: { search: false } });
		const { user } = renderWith(<CustomerTable getCustomerHref={href} />, { backend });
		await user.type(await screen.findByRole('searchbox', { name: 'Email is exactly' }), 'PERSON7@example.com{Enter}');
		await waitFor(() => expect(see.rowLinks().map((link) => link.textContent)).toEqual(['Person 7']));
	});
});

describe('what goes wrong', () => {
	it('is said in the reader’s words, with the request id, and can be tried again', async () => {
		const error = new CustomerError('internal_error', { requestId: 'req_7', message: 'secret upstream text' });
		let broken = true;
		const { user } = renderWith(<CustomerTable getCustomerHref={href} />, { backend: listing(() => (broken ? { error } : undefined)) });
		const alert = await screen.findByRole('alert');
		expect(alert.textContent).toContain('Something went wrong on our side. Try again later. Request ID: req_7');
		expect(alert.textContent).not.toContain('secret');
		broken = false;
		await user.click(within(alert).getByRole('button', { name: 'Try again' }));
		await see.findRowLink('person1@example.com');
	});

	it('leaves the rows that were there', async () => {
		let broken = false;
		const backend = listing(() => (broken ? { error: 'forbidden' } : undefined));
		const { user } = renderWith(<CustomerTable getCustomerHref={href} />, { backend });
		await see.findRowLink('person1@example.com');
		broken = true;
		await user.click(see.button('Refresh'));
		await screen.findByText('These rows may be out of date.', { selector: '[data-slot="pc-alert-title"]' });
		expect(see.rowLinks()).toHaveLength(20);
	});

	it('leaves rows and pager where the next page fails, with a way back and one to try again', async () => {
		let broken = true;
		const backend = listing((request) =>
			broken && request.after ? { error: new CustomerError('internal_error', { requestId: 'req_7' }) } : undefined,
		);
		const { user } = renderWith(<CustomerTable getCustomerHref={href} />, { backend });
		await see.findRowLink('person1@example.com');
		await user.click(see.button('Next page'));
		const banner = (await screen.findByText(/Request ID: req_7/)).closest<HTMLElement>('[data-slot="pc-alert"]')!;
		expect(banner.textContent).toContain('That could not be loaded. These are the rows from before.');
		expect(banner.textContent).toContain('Something went wrong on our side. Try again later.');
		expect(see.announced()).toEqual(['That could not be loaded. These are the rows from before.']);
		expect(see.rowLinks()).toHaveLength(20);
		expect(see.table().getAttribute('aria-busy')).toBe('false');
		expect(screen.getByText('1–20')).toBeTruthy();
		const enabled = ['First page', 'Previous page', 'Next page'].map((name) => see.button(name).getAttribute('aria-disabled'));
		expect(enabled).toEqual([null, null, 'true']);
		await user.click(see.button('Previous page'));
		expect(screen.queryByText(/req_7/)).toBeNull();
		await user.click(see.button('Next page'));
		await user.click(await see.findButton('Try again'));
		await screen.findByText(/req_7/);
		broken = false;
		await user.click(see.button('Try again'));
		await see.findRowLink('person21@example.com');
		expect(screen.queryByText(/req_7/)).toBeNull();
	});

	it('leaves the former order where another one fails, and the rows where more of them do', async () => {
		const backend = listing((request) => (request.after || request.sort === 'email' ? { error: 'upstream_timeout' } : undefined));
		const { user, show } = renderWith(<CustomerTable getCustomerHref={href} />, { backend: { ...backend, retriesReads: true } });
		await see.findRowLink('person1@example.com');
		await user.click(see.sortBy('Email'));
		await screen.findByText('That could not be loaded. These are the rows from before.', {
			selector: '[data-slot="pc-alert-title"]',
		});
		expect(see.rowLinks()).toHaveLength(20);
		show(<CustomerTable key="endless" getCustomerHref={href} mode="infinite" />);
		await user.click(await see.findButton('Load more'));
		await screen.findByText('More customers could not be loaded.', { selector: '[data-slot="pc-alert-title"]' });
		await see.findRowLink('person1@example.com');
		expect(see.button('Load more').getAttribute('aria-disabled')).toBeNull();
	});

	it('leads out of a page that an address named and that cannot be loaded', async () => {
		const backend = listing((request) => (request.after ? { error: 'internal_error' } : undefined));
		const { user } = renderWith(<CustomerTable getCustomerHref={href} initialState={{ start: { after: 'gone' } }} />, { backend });
		await screen.findByRole('alert');
		await user.click(see.button('First page'));
		await see.findRowLink('person1@example.com');
	});

	it('shows nothing but the reason to whom it is forbidden', async () => {
		renderWith(<CustomerTable getCustomerHref={href} />, { backend: listing(() => ({ error: 'forbidden' })) });
		expect((await screen.findByRole('alert')).textContent).toContain('You are not allowed to see customers.');
		expect(screen.queryByRole('searchbox')).toBeNull();
	});

	it('waits for a connection, and says so', async () => {
		onlineManager.setOnline(false);
		renderWith(<CustomerTable getCustomerHref={href} />);
		expect((await screen.findAllByText(/You are offline/)).length).toBeGreaterThan(0);
		expect(screen.queryAllByRole('button')).toEqual([]);
		act(() => onlineManager.setOnline(true));
		await see.findRowLink('person1@example.com');
	});

	it('does not call anyone offline whose page waits in the background', async () => {
		let broken = true;
		focusManager.setFocused(false);
		const { queryClient } = renderWith(<CustomerTable getCustomerHref={href} />, {
			backend: listing(() => (broken ? { error: 'upstream_timeout' } : undefined)),
		});
		await waitFor(() => expect(queryClient.getQueryCache().findAll({ fetchStatus: 'paused' })).toHaveLength(1));
		expect(screen.queryByText(/offline/)).toBeNull();
		broken = false;
		act(() => focusManager.setFocused(undefined));
		await see.findRowLink('person1@example.com');
	});

	it.each([
		['that the server is out of reach', true, 'The server cannot be reached.'],
		['offline, where the browser says so', false, 'You are offline.'],
	])('says %s', async (_, onLine, sentence) => {
		vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(onLine);
		const backend = httpBackend({ url: '/api/customers', fetch: () => Promise.reject(new TypeError('Failed to fetch')) });
		renderWith(<CustomerTable getCustomerHref={href} />, { backend });
		expect((await screen.findByRole('alert')).textContent).toContain(sentence);
	});
});

describe('for those who hear it', () => {
	it('is busy while it loads, and tells once what there is', async () => {
		renderWith(<CustomerTable getCustomerHref={href} />);
		expect(see.table().getAttribute('aria-busy')).toBe('true');
		await waitFor(() => expect(see.announced()).toEqual(['20 customers, 1–20']));
		expect(see.table().getAttribute('aria-busy')).toBe('false');
	});

	it.each([
		[
			undefined,
			['Name', 'Name', 'Created'],
			'20 customers, 1–20, sorted by ',
			['Name, ascending', 'Name, descending', 'Created, ascending'],
		],
		[hi, ['नाम'], '20 ग्राहक, 1–20, ', ['नाम के अनुसार बढ़ते क्रम में']],
		[ja, ['名前'], '20件の顧客、1～20件、', ['名前の昇順で並べ替え済み']],
		[zh, ['客户名称'], '20 位客户，1–20，', ['已按“客户名称”升序排列']],
		[ar, ['الاسم'], '20 عميلًا، 1 إلى 20، ', ['بترتيب تصاعدي حسب \u2068الاسم\u2069']],
	])('says the new order, once it was changed', async (locale, columns, rows, orders) => {
		const { user } = renderWith(<CustomerTable getCustomerHref={href} />, { locale });
		await see.findRowLink('person1@example.com');
		await waitFor(() => expect(see.announced().join()).not.toContain('Loading'));
		expect(see.announced().join()).not.toContain(rows);
		for (const [index, name] of columns.entries()) {
			await user.click(see.sortBy(name));
			await waitFor(() => expect(see.announced()).toEqual([rows + orders[index]]));
		}
	});

	it('says when there are none yet', async () => {
		renderWith(<CustomerTable />, { backend: memoryBackend() });
		await waitFor(() => expect(see.announced()).toEqual(['No customers yet']));
	});

	it('speaks Hindi', async () => {
		renderWith(<CustomerTable getCustomerHref={href} onCreate={() => {}} />, { locale: hi });
		await see.findButton('नया ग्राहक');
		expect(screen.getByRole('table', { name: 'ग्राहक' }).closest('[lang]')?.getAttribute('lang')).toBe(hi.code);
	});
});
