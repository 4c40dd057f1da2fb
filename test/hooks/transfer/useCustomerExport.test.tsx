import { act, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { memoryBackend } from '../../../src/backends/memory';
import type { CsvColumn, CustomerBackend, CustomersProviderProps } from '../../../src/index';
import { CustomerError, useCustomerExport } from '../../../src/index';
import { withFaults } from '../../../src/testing';
import { people } from '../../people';
import { textOf } from '../../textOf';
import { backendOf, recorded, renderBelow } from '../setup';

function exporting(backend: CustomerBackend, props: Partial<CustomersProviderProps> = {}) {
	const save = vi.fn<(file: Blob, name: string) => void>();
	const view = renderBelow({ backend, ...props }, () => useCustomerExport({ save }));
	return {
		...view,
		save,
		model: () => view.result.current,
		saved: async () => (await textOf(save.mock.calls[0]![0])).trim().split('\r\n'),
	};
}

describe('an export', () => {
	it('walks every page that matches, whatever page the table shows, where no server writes the file', async () => {
		const { backend, calls } = recorded(backendOf(250));
		const { model, save, saved } = exporting(backend);
		act(() => model().start({ rows: 'all', mode: 'data', request: { sort: 'created', limit: 20, after: 'a cursor', total: 'exact' } }));
		await waitFor(() => expect(model().status).toBe('done'));
		const rows = await saved();
		expect(rows).toHaveLength(251);
		expect(rows[0]).toMatch(/^id,email,name,phone,address.line1/);
		expect(rows[1]).toMatch(/^cus_250,person250@example.com,Person 250,/);
		expect(model().rows).toBe(250);
		expect(save.mock.calls[0]![1]).toMatch(/^customers-\d{4}-\d\d-\d\d\.csv$/);
		const asked = calls.filter(({ method }) => method === 'list').map(({ args }) => args[0] as object);
		expect(asked).toHaveLength(3);
		expect(asked[0]).toEqual({ sort: 'created', limit: 100 });
	});

	it('has the columns that the backend can fill, unless others are asked for', async () => {
		const backend = memoryBackend({ customers: people(1), capabilities: { keeps: ['name'] } });
		const { model, saved, save } = exporting(backend);
		act(() => model().start({ rows: 'all', mode: 'data' }));
		await waitFor(() => expect(model().status).toBe('done'));
		expect((await saved())[0]).toBe('id,email,name,created');
		save.mockClear();
		act(() => model().start({ rows: 'all', mode: 'data', columns: ['phone'] }));
		await waitFor(() => expect(save).toHaveBeenCalled());
		expect((await saved())[0]).toBe('phone');
	});

	it('keeps the search and the filters', async () => {
		const { model, saved } = exporting(backendOf(30));
		act(() => model().start({ rows: 'all', mode: 'data', columns: ['name'], request: { query: 'person 2', sort: 'created' } }));
		await waitFor(() => expect(model().status).toBe('done'));
		expect(await saved()).toEqual(['name', ...Array.from({ length: 10 }, (_, at) => `Person ${29 - at}`), 'Person 2']);
	});

	it('of a page is that page alone', async () => {
		const backend = backendOf(50);
		const { next } = await backend.list({ limit: 10 }, { scope: '' });
		const { model, saved } = exporting(backend);
		act(() => model().start({ rows: 'page', mode: 'data', columns: ['id'], request: { limit: 10, after: next! } }));
		await waitFor(() => expect(model().status).toBe('done'));
		expect(await saved()).toEqual(['id', ...Array.from({ length: 10 }, (_, at) => `cus_${11 + at}`)]);
	});

	it('of a selection keeps its order, and says who is gone', async () => {
		const { model, saved } = exporting(backendOf(10));
		act(() => model().start({ rows: ['cus_7', 'cus_99', 'cus_2', 'cus_1', 'cus_3', 'cus_4'], mode: 'data', columns: ['id'] }));
		await waitFor(() => expect(model().status).toBe('done'));
		expect(await saved()).toEqual(['id', 'cus_7', 'cus_2', 'cus_1', 'cus_3', 'cus_4']);
		expect([model().rows, model().missing]).toEqual([5, 1]);
	});

	it('uses the server’s own file, and counts its rows whatever stands in their cells', async () => {
		const csv = ['id,name', 'cus_1,"two', 'lines, ""quoted"""', 'cus_2,x'].join('\r\n').concat('\r\n');
		const bytes = new TextEncoder().encode(csv);
		const exportCsv = vi.fn(async () => {
			let at = 0;
			return new ReadableStream<Uint8Array>({
				pull(controller) {
					if (at < bytes.length) controller.enqueue(bytes.slice(at, at + 5));
					else controller.close();
					at += 5;
				},
			});
		});
		const { backend, count } = recorded({ ...backendOf(3), exportCsv });
		const { model, save } = exporting(backend);
		act(() => model().start({ rows: 'all', request: { country: ['IN'], after: 'x' }, columns: ['id', 'name'] }));
		await waitFor(() => expect(model().status).toBe('done'));
		expect(await textOf(save.mock.calls[0]![0])).toBe(csv);
		expect(model().rows).toBe(2);
		expect(count('list')).toBe(0);
		expect(exportCsv.mock.calls[0]).toEqual([
			{ country: ['IN'] },
			{ mode: 'spreadsheet', columns: ['id', 'name'], scope: '', signal: expect.any(AbortSignal) },
		]);
	});

	it.each([
		['a column that no file has', ['name', 'country']],
		['no column at all', []],
	])('of %s asks nobody for anything, and says what columns there are', async (_, columns) => {
		const exportCsv = vi.fn();
		const { backend, calls } = recorded({ ...backendOf(3), exportCsv });
		const { model, save } = exporting(backend);
		for (const rows of ['all', 'page'] as const) {
			act(() => model().start({ rows, columns: columns as CsvColumn[] }));
			await waitFor(() => expect(model().status).toBe('failed'));
			expect(model().error).toMatchObject({ code: 'validation_failed', message: expect.stringContaining('name,phone,address,') });
		}
		expect([calls.length, save.mock.calls.length]).toEqual([0, 0]);
	});

	it('saves nothing when it fails midway, and the provider hears of it once', async () => {
		let pages = 0;
		const onError = vi.fn();
		const backend = withFaults(backendOf(250), ({ method }) =>
			method === 'list' && ++pages > 1 ? { error: 'internal_error' } : undefined,
		);
		const { model, save } = exporting(backend, { onError });
		act(() => model().start({ rows: 'all' }));
		await waitFor(() => expect(model().status).toBe('failed'));
		expect(model().error?.code).toBe('internal_error');
		expect(model().rows).toBe(100);
		expect(save).not.toHaveBeenCalled();
		expect(onError).toHaveBeenCalledOnce();
	});

	it('tries a page again where that may help', async () => {
		let failed = false;
		const backend = withFaults(backendOf(150), ({ method }) => {
			if (method !== 'list' || failed) return undefined;
			failed = true;
			return { error: new CustomerError('rate_limited', { retryAfterMs: 1 }) };
		});
		const { model } = exporting(backend);
		act(() => model().start({ rows: 'all' }));
		await waitFor(() => expect(model().status).toBe('done'));
		expect(model().rows).toBe(150);
	});

	it('never walks in circles', async () => {
		const page = { data: people(1), next: 'again', previous: null };
		const { model, save } = exporting({ ...backendOf(1), list: async () => page });
		act(() => model().start({ rows: 'all' }));
		await waitFor(() => expect(model().error?.code).toBe('bad_upstream_response'));
		expect(save).not.toHaveBeenCalled();
	});

	it('ends when it is cancelled, and when its component goes', async () => {
		const signals: AbortSignal[] = [];
		const memory = backendOf(250);
		const list: CustomerBackend['list'] = (request, options) => {
			signals.push(options!.signal!);
			return request.after ? new Promise(() => undefined) : memory.list(request, options);
		};
		const { model, save, unmount } = exporting({ ...memory, list });
		act(() => model().start({ rows: 'all' }));
		await waitFor(() => expect(model().rows).toBe(100));
		act(() => model().cancel());
		expect(model().status).toBe('cancelled');
		expect(signals.every(({ aborted }) => aborted)).toBe(true);
		act(() => model().start({ rows: 'all' }));
		await waitFor(() => expect(signals).toHaveLength(4));
		unmount();
		expect(signals.at(-1)!.aborted).toBe(true);
		expect(save).not.toHaveBeenCalled();
	});

	it('of one user never goes on for the next', async () => {
		const { model, save, change } = exporting(
			withFaults(backendOf(250), ({ method, args }) =>
				method === 'list' && (args[0] as { after?: string }).after ? { hang: true } : undefined,
			),
			{ scope: 'asha' },
		);
		act(() => model().start({ rows: 'all' }));
		await waitFor(() => expect(model().rows).toBe(100));
		change({ scope: 'ravi' });
		expect(model()).toMatchObject({ status: 'idle', rows: 0 });
		expect(save).not.toHaveBeenCalled();
	});

	it('of nobody is a file with its header', async () => {
		const { model, saved } = exporting(memoryBackend());
		act(() => model().start({ rows: 'all', mode: 'data', columns: ['id', 'email'] }));
		await waitFor(() => expect(model().status).toBe('done'));
		expect(await saved()).toEqual(['id,email']);
	});
});
