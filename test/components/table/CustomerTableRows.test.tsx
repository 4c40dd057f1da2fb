import { QueryClient } from '@tanstack/react-query';
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { memoryBackend } from '../../../src/backends/memory';
import {
	type Customer,
	CustomersProvider,
	CustomerTable,
	type ListCustomersRequest,
	useCustomer,
	useCustomers,
	useCustomerTable,
} from '../../../src/index';
import { withFaults } from '../../../src/testing';
import * as see from '../../elements';
import { people } from '../../people';
import { renderWith } from '../renderWith';

const href = ({ id }: Customer) => `/customers/${id}`;
const focusedName = () => document.activeElement?.textContent;
/** The boxes come a moment after the table. */
const findBoxes = async () => within(await screen.findByRole('table')).findAllByRole('checkbox', { name: /^Select Person/ });
const boxOf = (name: string) => within(see.table()).getByRole<HTMLInputElement>('checkbox', { name: `Select ${name}` });
const chosen = () =>
	within(see.table())
		.getAllByRole<HTMLInputElement>('checkbox', { name: /^Select Person/ })
		.flatMap((box, index) => (box.checked ? [index + 1] : []));
const nameOf = (number: number) => `Person ${number}`;

/** Writes down every call. */
function counting(count = 45) {
	const calls: { method: string; request: unknown }[] = [];
	const backend = withFaults(memoryBackend({ customers: people(count) }), ({ method, args }) => {
		calls.push({ method, request: args[0] });
	});
	const of = (method: string) => calls.filter((call) => call.method === method).map(({ request }) => request);
	return { backend, of };
}

describe('rows to choose from', () => {
	it('have boxes only where they are asked for', async () => {
		const { show } = renderWith(<CustomerTable getCustomerHref={href} />);
		await see.findRowLink(nameOf(1));
		expect(screen.queryByRole('checkbox')).toBeNull();
		show(<CustomerTable getCustomerHref={href} selectable />);
		expect(await findBoxes()).toHaveLength(20);
	});

	it('are chosen by Space and by Shift with the arrow keys, and opened by Enter', async () => {
		const { user, navigate } = renderWith(<CustomerTable getCustomerHref={href} selectable />);
		await findBoxes();
		(await see.findRowLink(nameOf(2))).focus();
		await user.keyboard(' ');
		await waitFor(() => expect(chosen()).toEqual([2]));
		await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
		expect(chosen()).toEqual([2, 3, 4]);
		expect(focusedName()).toBe(nameOf(4));
		await user.keyboard('{Shift>}{ArrowUp}{/Shift}');
		expect(chosen()).toEqual([2, 3]);
		expect(navigate).not.toHaveBeenCalled();
		await user.keyboard('{Enter}');
		expect(navigate).toHaveBeenCalledExactlyOnceWith('/customers/cus_3');
	});

	it('keep the column one is in: from box to box', async () => {
		const { user } = renderWith(<CustomerTable getCustomerHref={href} selectable />);
		await findBoxes();
		boxOf(nameOf(1)).focus();
		await user.keyboard('{ArrowDown}');
		await waitFor(() => expect(document.activeElement).toBe(boxOf(nameOf(2))));
		await user.keyboard(' ');
		expect(chosen()).toEqual([2]);
		await user.keyboard('{End}{Shift>} {/Shift}');
		expect(chosen()).toHaveLength(19);
	});

	it('are chosen by click, in ranges with Shift, and never opened by it', async () => {
		const { user, navigate } = renderWith(<CustomerTable getCustomerHref={href} selectable />);
		await findBoxes();
		await user.click(boxOf(nameOf(3)));
		await user.keyboard('{Shift>}');
		await user.click(boxOf(nameOf(6)));
		await user.keyboard('{/Shift}');
		expect(chosen()).toEqual([3, 4, 5, 6]);
		fireEvent.click(boxOf(nameOf(8)).parentElement!);
		expect(chosen()).toEqual([3, 4, 5, 6, 8]);
		expect(navigate).not.toHaveBeenCalled();
	});

	it('are chosen by the page, then by all that match, and the host hears of it', async () => {
		const onSelectionChange = vi.fn();
		const { user } = renderWith(
			<CustomerTable
				selectable
				initialState={{ query: 'person' }}
				onSelectionChange={onSelectionChange}
				selectionActions={({ count }) => <button type="button">{count === null ? 'Mail all' : `Mail ${count}`}</button>}
			/>,
		);
		await user.click(await screen.findByRole('checkbox', { name: 'Select all on this page' }));
		expect(screen.getByText('20 selected')).toBeTruthy();
		expect(see.button('Mail 20')).toBeTruthy();
		await user.click(see.button('Select all that match'));
		expect(screen.getByText('All customers that match are selected')).toBeTruthy();
		expect(see.button('Mail all')).toBeTruthy();
		expect(onSelectionChange).toHaveBeenLastCalledWith({ kind: 'all', request: { query: 'person', sort: '-created', limit: undefined } });
		await user.click(see.button('Clear selection'));
		expect(document.activeElement).toBe(screen.getByRole('checkbox', { name: 'Select all on this page' }));
		expect(screen.getByText('None selected')).toBeTruthy();
		expect(see.noButton('Mail all')).toBeNull();
		expect(onSelectionChange).toHaveBeenCalledTimes(3);
	});
});

describe('the focus', () => {
	it('stays on its row through a refetch and through sorting', async () => {
		let table: ReturnType<typeof useCustomerTable> | undefined;
		const Page = () => {
			table = useCustomerTable();
			return <CustomerTable table={table} getCustomerHref={href} />;
		};
		renderWith(<Page />, { backend: memoryBackend({ customers: people(12) }) });
		(await see.findRowLink(nameOf(4))).focus();
		act(() => table?.retry());
		await waitFor(() => expect(table?.isRefreshing).toBe(false));
		expect(focusedName()).toBe(nameOf(4));
		act(() => table?.setState({ sort: 'created' }));
		await waitFor(() => expect(see.rowLinks()[0]!.textContent).toBe(nameOf(12)));
		expect(focusedName()).toBe(nameOf(4));
	});

	it('goes to the row in the same place when its own has gone', async () => {
		let table: ReturnType<typeof useCustomerTable> | undefined;
		const Page = () => {
			table = useCustomerTable({ initialState: { limit: 5 } });
			return <CustomerTable table={table} getCustomerHref={href} />;
		};
		renderWith(<Page />);
		(await see.findRowLink(nameOf(4))).focus();
		await waitFor(() => expect(table?.paging.hasNext).toBe(true));
		act(() => table?.paging.goNext());
		await see.findRowLink(nameOf(9));
		await waitFor(() => expect(focusedName()).toBe(nameOf(9)));
	});
});

describe('an endless list', () => {
	it('loads more by its button, and says when that is all', async () => {
		const { user } = renderWith(<CustomerTable mode="infinite" getCustomerHref={href} />);
		await see.findRowLink(nameOf(1));
		expect(see.table().getAttribute('aria-rowcount')).toBe('-1');
		await user.click(see.button('Load more'));
		await screen.findByText('1–40');
		await user.click(see.button('Load more'));
		await screen.findByText('1–45');
		expect(see.button('All loaded').getAttribute('aria-disabled')).toBe('true');
		expect(see.table().getAttribute('aria-rowcount')).toBe('46');
	});

	it('begins anew from the first page when it is refreshed, with one request', async () => {
		const { backend, of } = counting();
		const { user } = renderWith(<CustomerTable mode="infinite" getCustomerHref={href} />, { backend });
		await see.findRowLink(nameOf(1));
		await user.click(see.button('Load more'));
		await screen.findByText('1–40');
		const before = of('list').length;
		await user.click(see.button('Refresh'));
		await screen.findByText('1–20');
		await waitFor(() => expect(see.table().getAttribute('aria-busy')).toBe('false'));
		expect(of('list')).toHaveLength(before + 1);
	});
});

describe('requests', () => {
	it('are made once, however many components ask for the same', async () => {
		const { backend, of } = counting();
		const Asking = () => <i>{useCustomers({ country: ['IN'] }).status}</i>;
		const ten = Array.from('abcdefghij', (letter) => <Asking key={letter} />);
		// StrictMode mounts twice, and a request that nobody waits for is given up.
		render(
			<CustomersProvider backend={backend} queryClient={new QueryClient()}>
				{ten}
			</CustomersProvider>,
		);
		await waitFor(() => expect(screen.getAllByText('success')).toHaveLength(10));
		expect(of('list')).toHaveLength(1);
	});

	it('for a customer are made when the mouse rests on its row, and not again when it is opened', async () => {
		const { backend, of } = counting();
		const Detail = () => <i>{useCustomer('cus_3').data?.name}</i>;
		const { user, show } = renderWith(<CustomerTable getCustomerHref={href} />, { backend });
		const row = see.rowOf(await see.findRowLink(nameOf(3)));
		await user.hover(row);
		await waitFor(() => expect(of('get')).toEqual(['cus_3']));
		await user.unhover(row);
		show(<Detail />);
		await screen.findByText('Person 3');
		expect(of('get')).toEqual(['cus_3']);
	});

	it('for a customer are made when its row gets the focus, and not when the mouse only passes by', async () => {
		const { backend, of } = counting();
		const { user } = renderWith(<CustomerTable getCustomerHref={href} />, { backend });
		const row = see.rowOf(await see.findRowLink(nameOf(3)));
		fireEvent.pointerOver(row, { pointerType: 'mouse' });
		fireEvent.pointerLeave(row.parentElement!, { pointerType: 'mouse' });
		row.querySelector('a')?.focus();
		await user.keyboard('{ArrowDown}');
		await waitFor(() => expect(of('get')).toEqual(['cus_3', 'cus_4']));
	});

	it('for the next page are made while nothing else happens, so that it is there at once', async () => {
		const { backend, of } = counting();
		const { user } = renderWith(<CustomerTable getCustomerHref={href} />, { backend });
		await see.findRowLink(nameOf(1));
		const followed = () => (of('list') as ListCustomersRequest[]).map(({ after }) => after).filter((after) => after !== undefined);
		await waitFor(() => expect(followed()).toHaveLength(1));
		const [second] = followed();
		await user.click(see.button('Next page'));
		await waitFor(() => expect(see.rowLinks()[0]!.textContent).toBe(nameOf(21)));
		expect(followed().filter((after) => after === second)).toHaveLength(1);
	});

	it('are at most two for ten quick letters', async () => {
		const { backend, of } = counting();
		const { user } = renderWith(<CustomerTable getCustomerHref={href} />, { backend });
		const box = await see.searchBox();
		await user.type(box, 'person 123');
		await waitFor(() => expect((of('list') as ListCustomersRequest[]).some(({ query }) => query === 'person 123')).toBe(true));
		expect((of('list') as ListCustomersRequest[]).filter(({ query }) => query).length).toBeLessThanOrEqual(2);
	});
});
