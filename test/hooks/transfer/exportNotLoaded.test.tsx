import { act, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { useCustomerExport } from '../../../src/index';
import { backendOf, renderBelow } from '../setup';

it('says that the server is out of reach where what writes the file cannot be loaded, and tries again', async () => {
	vi.doMock('../../../src/hooks/transfer/exportChunks', () => {
		throw new TypeError('Failed to fetch dynamically imported module');
	});
	const save = vi.fn<(file: Blob) => void>();
	const onError = vi.fn();
	const { result } = renderBelow({ backend: backendOf(3), onError }, () => useCustomerExport({ save }));
	act(() => result.current.start({ rows: 'all' }));
	await waitFor(() => expect(result.current).toMatchObject({ status: 'failed', error: { code: 'unreachable' } }));
	expect(onError).toHaveBeenCalledOnce();
	vi.doUnmock('../../../src/hooks/transfer/exportChunks');
	act(() => result.current.start({ rows: 'all' }));
	await waitFor(() => expect(result.current.status).toBe('done'));
	expect(save).toHaveBeenCalledOnce();
});
