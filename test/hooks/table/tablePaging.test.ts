import { describe, expect, it, vi } from 'vitest';
import type { Capabilities, CustomerPage } from '../../../src/contract/backend';
import { initialTableState } from '../../../src/hooks/table/customerTableState';
import { endlessPosition, pagePosition } from '../../../src/hooks/table/pagePosition';
import { tablePaging } from '../../../src/hooks/table/tablePaging';

const page = (links: Partial<CustomerPage>): CustomerPage => ({ data: [], next: null, previous: null, ...links });
const backward = { paging: { backward: true, maxLimit: 100 } } as Capabilities;
const at = (state: object, links: Partial<CustomerPage> | undefined, capabilities: Capabilities | undefined = backward) =>
	pagePosition({ ...initialTableState, ...state }, 20, links && page(links), capabilities);

describe('the position of a page', () => {
	it('is the first one without a cursor, and leads on by the answer', () => {
		expect(at({}, { next: 'n' })).toEqual({ offset: 0, isFirst: true, next: { trail: ['n'], start: undefined }, previous: null });
		expect(at({}, undefined)).toMatchObject({ next: null, previous: null });
	});

	it('is counted along the trail, which leads back', () => {
		expect(at({ trail: ['a', 'b'] }, { next: 'c' })).toMatchObject({
			offset: 40,
			isFirst: false,
			next: { trail: ['a', 'b', 'c'] },
			previous: { trail: ['a'] },
		});
	});

	it('is counted from where an address led, as far as that is known', () => {
		expect(at({ start: { after: 'a', page: 4 } }, { next: 'b', previous: 'p' })).toEqual({
			offset: 60,
			isFirst: false,
			next: { trail: ['b'], start: { after: 'a', page: 4 } },
			previous: { start: { before: 'p', page: 3 } },
		});
		expect(at({ start: { after: 'a' } }, { previous: 'p' })).toMatchObject({ offset: undefined, previous: { start: { before: 'p' } } });
	});

	it('leads back from there only where the backend can', () => {
		const forward = { paging: { backward: false, maxLimit: 100 } } as Capabilities;
		expect(at({ start: { after: 'a' } }, { previous: 'p' }, forward).previous).toBeNull();
		expect(pagePosition({ ...initialTableState, start: { after: 'a' } }, 20, page({ previous: 'p' }), undefined).previous).toBeNull();
	});

	it('is the first one once nothing comes before, whatever number the address began with', () => {
		expect(at({ start: { before: 'b', page: 7 } }, { previous: null })).toMatchObject({ offset: 0, isFirst: true, previous: null });
		expect(at({ start: { before: 'b', page: 7 } }, undefined)).toMatchObject({ offset: 120, isFirst: false });
	});
});

describe('paging', () => {
	it('says which rows are shown, and goes where it can', () => {
		const setState = vi.fn();
		const paging = tablePaging(at({ trail: ['a'] }, { next: 'b' }), { pages: [], offset: 20 }, 12, false, setState, vi.fn());
		expect(paging).toMatchObject({ range: { from: 21, to: 32 }, hasNext: true, hasPrevious: true, isFirst: false });
		paging.goNext();
		paging.goPrevious();
		paging.goFirst();
		expect(setState.mock.calls).toEqual([[{ trail: ['a', 'b'] }], [{ trail: [] }], [{ trail: [] }]]);
		const alone = tablePaging(at({}, {}), { pages: [], offset: 0 }, 0, false, setState, vi.fn());
		alone.goNext();
		alone.goPrevious();
		expect(alone).toMatchObject({ range: null, hasNext: false, hasPrevious: false, isFirst: true });
		expect(setState).toHaveBeenCalledTimes(3);
	});

	it('loads one more page below at a time, and asks anew where the list itself failed', () => {
		const fetchNextPage = vi.fn();
		const retry = vi.fn();
		const endless = { hasNextPage: true, isFetching: false, isFetchingNextPage: false, error: null, fetchNextPage };
		const below = (change: object, next: string | null = 'n') =>
			tablePaging(endlessPosition, { pages: [page({ next })], offset: 0 }, 40, { ...endless, ...change }, vi.fn(), retry);
		const paging = below({});
		expect(paging).toMatchObject({ range: { from: 1, to: 40 }, hasNext: true, hasPrevious: false, isLoadingMore: false });
		paging.loadMore();
		below({ isFetching: true }).loadMore();
		below({ hasNextPage: false }, null).loadMore();
		expect(fetchNextPage).toHaveBeenCalledOnce();
		expect(retry).not.toHaveBeenCalled();
		below({ error: new Error(), hasNextPage: false }).loadMore();
		below({ error: new Error() }).loadMore();
		expect(retry).toHaveBeenCalledTimes(2);
		expect(fetchNextPage).toHaveBeenCalledOnce();
	});
});
