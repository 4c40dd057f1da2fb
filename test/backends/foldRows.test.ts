import { expect, it, onTestFinished, vi } from 'vitest';
import { createRowFolder } from '../../src/backends/postgres/foldRows';
import { abortable } from '../../src/contract/abort';

it('a statement that hangs behind a search keeps nobody from folding the rest, once its time is up', async () => {
	const time = new AbortController();
	const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(time.signal);
	onTestFinished(() => timeout.mockRestore());
	const rows = Array.from({ length: 1000 }, (_, at) => ({ id: `cus_${at}`, name: 'A', email: null }));
	let [stale, reads, folded] = [30_000, 0, 0];
	const foldRows = createRowFolder(async (text, _params, signal) => {
		if (!text.includes('UPDATE')) {
			// Twenty batches and a look are the search's own.
			return ++reads === 22 ? abortable(new Promise<never>(() => {}), signal) : rows.slice(0, stale);
		}
		stale -= rows.length;
		folded += rows.length;
		return rows;
	});
	expect(await foldRows('a')).toBe(false);
	expect([folded, reads]).toEqual([20_000, 22]);
	expect(await foldRows('a')).toBe(false);
	expect(folded).toBe(20_000);
	time.abort();
	await new Promise(setImmediate);
	expect(await foldRows('a')).toBe(true);
	expect(folded).toBe(30_000);
});
