import { act, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { useCustomerTable } from '../../../src/index';
import { backendOf, renderBelow } from '../setup';

vi.mock(import('../../../src/hooks/table/hostTableAddress'), () =>
	Promise.reject(new TypeError('Failed to fetch dynamically imported module')),
);

it("a table shows what it starts with where the spelling of a host's own address cannot be loaded", async () => {
	const set = vi.fn();
	const urlState = { get: () => 'size=5', getOnServer: () => '', set, subscribe: () => () => undefined };
	const { result } = renderBelow({ backend: backendOf(12) }, () => useCustomerTable({ urlState }));
	await waitFor(() => expect(result.current.rows).toHaveLength(12));
	act(() => result.current.setPageSize(10));
	await waitFor(() => expect(result.current.rows).toHaveLength(10));
	expect(set).not.toHaveBeenCalled();
});
