import { QueryClient } from '@tanstack/react-query';
import { act, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { memoryBackend } from '../../../src/backends/memory';
import { type CustomerBackend, type UseUndoOptions, useCustomer, useUndo, useUpdateCustomer } from '../../../src/index';
import { person } from '../../people';
import { renderBelow } from '../setup';

const store = () => memoryBackend({ customers: [person(1)] });

/** A page that has read a customer, and edits it. */
async function renderEdited(backend: CustomerBackend = store(), options?: UseUndoOptions) {
	const view = renderBelow({ backend, queryClient: new QueryClient(), scope: 'one' }, () => {
		useCustomer('cus_1');
		return { undo: useUndo(options), edit: useUpdateCustomer() };
	});
	await waitFor(async () => expect(await backend.get('cus_1', { scope: 'one' })).toBeDefined());
	const edit = async (name: string) => {
		await act(() => view.result.current.edit.mutateAsync({ id: 'cus_1', patch: { name } }));
	};
	await act(() => new Promise((resolve) => setTimeout(resolve, 30)));
	await edit('Ann');
	return { ...view, edit, undo: () => view.result.current.undo, stored: () => backend.get('cus_1', { scope: 'one' }) };
}

afterEach(() => vi.useRealTimers());

describe('undoing an edit', () => {
	it('brings back what was there, once', async () => {
		const { undo, stored } = await renderEdited();
		await waitFor(() =>
			expect(undo()).toMatchObject({ status: 'offered', edit: { before: { name: 'Person 1' }, after: { name: 'Ann' } } }),
		);
		await act(() => Promise.all([undo().undo(), undo().undo()]));
		await waitFor(() => expect(undo().status).toBe('undone'));
		expect((await stored()).name).toBe('Person 1');
		await act(() => undo().undo());
		expect((await stored()).name).toBe('Person 1');
	});

	it('takes back the last edit only', async () => {
		const { undo, edit, stored } = await renderEdited();
		await edit('Bea');
		await waitFor(() => expect(undo().edit?.after.name).toBe('Bea'));
		await act(() => undo().undo());
		expect((await stored()).name).toBe('Ann');
	});

	it('leaves alone what someone else has changed since', async () => {
		const backend = store();
		const { undo, stored } = await renderEdited(backend);
		await waitFor(() => expect(undo().status).toBe('offered'));
		await backend.update('cus_1', { name: 'Theirs' }, { scope: 'one' });
		await act(() => undo().undo());
		await waitFor(() => expect(undo()).toMatchObject({ status: 'failed', error: { code: 'version_conflict' } }));
		expect((await stored()).name).toBe('Theirs');
	});

	it('is offered for ten seconds, and for as long as it is held', async () => {
		vi.useFakeTimers({ shouldAdvanceTime: true });
		const { undo } = await renderEdited();
		await waitFor(() => expect(undo().status).toBe('offered'));
		act(() => undo().hold(true));
		await act(() => vi.advanceTimersByTimeAsync(60_000));
		expect(undo().status).toBe('offered');
		act(() => undo().hold(false));
		await act(() => vi.advanceTimersByTimeAsync(9_000));
		expect(undo().status).toBe('offered');
		await act(() => vi.advanceTimersByTimeAsync(2_000));
		expect(undo().status).toBe('idle');
	});

	it.each([
		[120_000, 60_000, 61_000],
		[3_600_000, 3_000_000, 601_000],
	])('is offered for %d ms where that is said', async (duration, before, after) => {
		vi.useFakeTimers({ shouldAdvanceTime: true });
		const { undo } = await renderEdited(store(), { duration });
		await waitFor(() => expect(undo().status).toBe('offered'));
		await act(() => vi.advanceTimersByTimeAsync(before));
		expect(undo().status).toBe('offered');
		await act(() => vi.advanceTimersByTimeAsync(after));
		expect(undo().status).toBe('idle');
	});

	it('is offered until it is closed where there is no end', async () => {
		vi.useFakeTimers({ shouldAdvanceTime: true });
		const { undo } = await renderEdited(store(), { duration: Number.POSITIVE_INFINITY });
		await act(() => vi.advanceTimersByTimeAsync(86_400_000));
		expect(undo().status).toBe('offered');
		act(() => undo().dismiss());
		await waitFor(() => expect(undo().status).toBe('idle'));
	});

	it('offers nothing that the backend could not put back', async () => {
		const backend = memoryBackend({ customers: [person(1, { name: null })], capabilities: { write: { clear: [] } } });
		const { undo } = await renderEdited(backend);
		expect(undo().status).toBe('idle');
	});

	it('goes with the user', async () => {
		const { undo, change } = await renderEdited();
		await waitFor(() => expect(undo().status).toBe('offered'));
		change({ scope: 'two' });
		expect(undo().status).toBe('idle');
	});
});
