import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { memoryBackend } from '../../../src/backends/memory';
import type { CustomerBackend } from '../../../src/server';
import { mount, refusal } from '../request';

const pages = 3;
const pageOfExport = { request: { limit: 1 }, format: 'csv', mode: 'data', columns: ['id'] };

/** A backend whose pages of exports come when they are told to; it knows which are being read, and in which order they were begun. */
function stage(options: Parameters<typeof mount>[0] = {}) {
	const memory = memoryBackend({ customers: Array.from({ length: pages }, (_, at) => ({ id: `cus_${at}` })) });
	const begun: string[] = [];
	const reading: (() => void)[] = [];
	let most = 0;
	const list: CustomerBackend['list'] = async (request, call) => {
		if (request.limit !== 1) return memory.list(request);
		begun.push(call?.scope ?? '');
		await new Promise<void>((resolve) => {
			most = Math.max(most, reading.push(resolve));
		});
		return memory.list(request);
	};
	const { ask } = mount({
		backend: { ...memory, list },
		authorize: (request) => ({ allow: true, scope: request.headers.get('x-scope') ?? '' }),
		...options,
	});
	const exporting = (scope: string, signal?: AbortSignal) =>
		ask('/export', { json: pageOfExport, headers: { 'X-Scope': scope }, ...(signal && { signal }) });
	// Cursors are sealed on WebCrypto's threads: what is handed to them now is done after what they had before.
	const settled = async () => {
		for (let turn = 0; turn < 4; turn++) {
			await crypto.subtle.digest('SHA-256', new Uint8Array(1));
			await new Promise(setImmediate);
		}
	};
	return {
		ask,
		exporting,
		begun,
		most: () => most,
		settled,
		/** Lets the page that has been read longest come. */
		async next() {
			await settled();
			reading.shift()?.();
			await settled();
		},
		async finish(all: Promise<unknown>[]) {
			let open = all.length;
			for (const one of all) void one.finally(() => open--).catch(() => {});
			for (let turn = 0; open > 0; turn++) {
				if (turn > 2000) throw new Error(`${open} exports never end.`);
				await settled();
				for (const come of reading.splice(0)) come();
			}
			return Promise.all(all);
		},
	};
}

describe('a hundred exports at once', () => {
	it('read two pages at a time, while a list is answered', async () => {
		const { ask, exporting, begun, most, settled, finish } = stage();
		const exports = Array.from({ length: 100 }, async () => (await exporting('a')).text());
		await settled();
		expect(begun).toHaveLength(2);
		expect((await ask('/', { headers: { 'X-Scope': 'a' } })).status).toBe(200);
		expect(begun).toHaveLength(2);
		for (const csv of await finish(exports)) expect(csv).toBe('id\r\ncus_2\r\ncus_1\r\ncus_0\r\n');
		expect([most(), begun.length]).toEqual([2, 100 * pages]);
	});

	it('of one scope keep no other waiting for more than its turn', async () => {
		const { exporting, begun, next, finish } = stage();
		const many = Array.from({ length: 100 }, async () => (await exporting('many')).text());
		await next();
		const alone = (async () => (await exporting('alone')).text())();
		for (let turn = 0; turn < 20; turn++) await next();
		expect(begun.filter((scope) => scope === 'alone')).toHaveLength(pages);
		expect(begun.lastIndexOf('alone')).toBeLessThanOrEqual(4 * pages);
		await finish([...many, alone]);
	});

	it('lose their place when their caller leaves, and give it to the next', async () => {
		const { exporting, begun, settled, next, finish } = stage({ onError: () => {} });
		const held = [exporting('a'), exporting('a')].map(async (answer) => (await answer).text());
		await settled();
		const caller = new AbortController();
		const left = Array.from({ length: 5 }, () => exporting('left', caller.signal));
		const last = (async () => (await exporting('last')).text())();
		await settled();
		caller.abort();
		for (const answer of left) expect(await refusal(await answer)).toBe('499 aborted');
		await next();
		expect(begun).toEqual(['a', 'a', 'last']);
		await finish([...held, last]);
		expect(begun).not.toContain('left');
	});
});

describe('the deadline', () => {
	beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
	afterEach(() => void vi.useRealTimers());

	it('counts while an export waits for its first turn, and between two pages from its turn on', async () => {
		const { exporting, next, settled, finish } = stage({ deadlineMs: 100, onError: () => {} });
		const first = exporting('a');
		await next();
		const response = await first;
		const held = [exporting('b'), exporting('b')];
		await settled();
		await vi.advanceTimersByTimeAsync(50);
		const rest = response.text();
		const [early, late] = [exporting('c'), exporting('c')];
		await settled();
		// The two that hold the turns are over; the export goes on, and one that came later.
		await vi.advanceTimersByTimeAsync(50);
		for (const answer of held) expect(await refusal(await answer)).toBe('504 upstream_timeout');
		// Half of its time has gone by in the queue, and all of the other's.
		await vi.advanceTimersByTimeAsync(60);
		for (const answer of [early, late]) expect(await refusal(await answer)).toBe('504 upstream_timeout');
		await finish([rest]);
		expect(await rest).toBe('id\r\ncus_2\r\ncus_1\r\ncus_0\r\n');
	});
});
