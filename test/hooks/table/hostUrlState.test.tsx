import { act, waitFor } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import type { ListCustomersRequest, UrlState } from '../../../src/index';
import { useCustomerTable } from '../../../src/index';
import { backendOf, recorded, renderBelow, settle } from '../setup';

/** As docs/recipes.md shows it. */
const hashState: UrlState = {
	get: () => window.location.hash.slice(1),
	getOnServer: () => '',
	set: (search, { replace }) => (replace ? window.location.replace(`#${search}`) : window.location.assign(`#${search}`)),
	subscribe: (onChange) => {
		window.addEventListener('hashchange', onChange);
		return () => window.removeEventListener('hashchange', onChange);
	},
};

beforeEach(() => window.history.replaceState(null, '', '/list#tab=a%20b&sort=name&size=5'));

it("a host's own way to keep the state is read before anything is asked for, and walked back and forth", async () => {
	const { backend, calls } = recorded(backendOf(12));
	const { result } = renderBelow({ backend }, () => useCustomerTable({ urlState: hashState }));
	const table = () => result.current;
	const names = () => table().rows.map(({ name }) => name);
	expect(table().status).toBe('loading');
	await waitFor(() => expect(names()).toHaveLength(5));
	await act(settle);
	expect(table().state).toMatchObject({ sort: 'name', limit: 5 });
	const requests = () => calls.filter(({ method }) => method === 'list').map(({ args }) => args[0] as ListCustomersRequest);
	expect(requests()).toEqual([{ sort: 'name', limit: 5 }]);

	const first = names();
	act(() => table().paging.goNext());
	await waitFor(() => expect(table()).toMatchObject({ status: 'ready', isPrevious: false, paging: { range: { from: 6, to: 10 } } }));
	expect(window.location.hash).toMatch(/^#tab=a%20b&sort=name&size=5&after=[\w-]+&page=2$/);
	act(() => window.history.back());
	await waitFor(() => expect(names()).toEqual(first));
	expect(window.location.hash).toBe('#tab=a%20b&sort=name&size=5');
	expect(requests()).toHaveLength(2);
});

it('once its spelling has come, the next table has it at once', async () => {
	const { result } = renderBelow({ backend: backendOf(12) }, () => useCustomerTable({ urlState: hashState }));
	expect(result.current.state.limit).toBe(5);
	await act(settle);
});
