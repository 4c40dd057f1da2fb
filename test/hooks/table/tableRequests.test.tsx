import { act, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { memoryUrlState, useCustomer, useCustomers, useCustomerTable } from '../../../src/index';
import { backendOf, recorded, renderBelow, settle } from '../setup';

describe('a table asks', () => {
	it('at most twice for ten quick keystrokes', async () => {
		const { backend, count } = recorded(backendOf(12));
		const { result } = renderBelow({ backend }, () => useCustomerTable());
		await waitFor(() => expect(result.current.rows).toHaveLength(12));
		const asked = count('list');
		for (const end of 'Person 12!'.split('').keys()) act(() => result.current.search.setText('Person 12'.slice(0, end + 1)));
		await waitFor(() => expect(result.current.rows.map(({ name }) => name)).toEqual(['Person 12']));
		await act(settle);
		expect(count('list') - asked).toBeLessThanOrEqual(2);
	});

	it('nothing more to open a customer whose row was rested on', async () => {
		const { backend, count } = recorded(backendOf(3));
		const { result, rerender } = renderBelow(
			{ backend },
			({ open }: { open: string | null }) => ({ table: useCustomerTable(), customer: useCustomer(open) }),
			{ initialProps: { open: null as string | null } },
		);
		await waitFor(() => expect(result.current.table.rows).toHaveLength(3));
		act(() => result.current.table.prefetchCustomer('cus_2'));
		await waitFor(() => expect(count('get')).toBe(1));
		rerender({ open: 'cus_2' });
		await waitFor(() => expect(result.current.customer.data?.name).toBe('Person 2'));
		await act(settle);
		expect(count('get')).toBe(1);
	});

	it('once, together with everyone else who shows the same page, wherever their state is kept', async () => {
		const { backend, count } = recorded(backendOf(12));
		const url = memoryUrlState('size=5&country=');
		const { result } = renderBelow({ backend }, () => ({
			kept: useCustomerTable({ initialState: { limit: 5 } }),
			addressed: useCustomerTable({ urlState: url }),
			plain: useCustomers({ limit: 5, sort: '-created', country: [] }),
		}));
		await waitFor(() => expect(result.current.kept.rows).toHaveLength(5));
		expect(result.current.addressed.rows).toEqual(result.current.kept.rows);
		expect(result.current.plain.data?.data).toHaveLength(5);
		await act(settle);
		expect(count('list')).toBe(1);
	});

	it('nothing more to go back, by its button or by the address, and for one page to refresh', async () => {
		const { backend, calls, count } = recorded(backendOf(12));
		const url = memoryUrlState('size=5');
		const { result } = renderBelow({ backend }, () => useCustomerTable({ urlState: url }));
		const first = () => result.current.rows[0]?.name;
		const goTo = async (move: () => void, name: string) => {
			act(move);
			await waitFor(() => expect([first(), result.current.isRefreshing]).toEqual([name, false]));
		};
		await goTo(() => undefined, 'Person 1');
		const start = url.get();
		await goTo(() => result.current.paging.goNext(), 'Person 6');
		const second = url.get();
		await goTo(() => result.current.paging.goNext(), 'Person 11');
		expect(count('list')).toBe(3);

		await goTo(() => result.current.paging.goPrevious(), 'Person 6');
		await goTo(() => url.set(start, { replace: false }), 'Person 1');
		await goTo(() => url.set(second, { replace: false }), 'Person 6');
		await act(settle);
		expect(count('list')).toBe(3);

		act(() => result.current.retry());
		await waitFor(() => expect(count('list')).toBe(4));
		await act(settle);
		const lists = calls.filter(({ method }) => method === 'list').map(({ args }) => args[0]);
		expect(lists).toHaveLength(4);
		expect(lists[3]).toEqual(lists[1]);
	});
});
