import { act } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { memoryBackend } from '../../../src/backends/memory';
import { csvOf, file, importing } from './importing';

vi.mock('../../../src/hooks/transfer/checkImportRows', () => {
	throw new TypeError('Failed to fetch dynamically imported module');
});

it('says that the server is out of reach where what checks the rows cannot be loaded, and keeps the file', async () => {
	const { model } = importing(memoryBackend());
	await act(() => model().chooseFile(file(csvOf(2))));
	await act(() => model().check());
	expect(model()).toMatchObject({ step: 'columns', rowCount: 2, error: { code: 'unreachable' } });
});

it('says so where what reads the file cannot be loaded, and reads it when it is chosen again', async () => {
	let fails = true;
	vi.doMock('../../../src/hooks/transfer/readImportFile', async (original) => {
		if (fails) throw new TypeError('Failed to fetch dynamically imported module');
		return original();
	});
	const { model } = importing(memoryBackend());
	await act(() => model().chooseFile(file(csvOf(2))));
	expect(model()).toMatchObject({ step: 'file', error: { code: 'unreachable' } });
	fails = false;
	vi.doUnmock('../../../src/hooks/transfer/readImportFile');
	await act(() => model().chooseFile(file(csvOf(2))));
	expect(model()).toMatchObject({ step: 'columns', rowCount: 2, error: null });
});
