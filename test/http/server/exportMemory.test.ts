import { expect, it } from 'vitest';
import { runScript } from '../../runScript';

const MB = 1024 * 1024;

it('exports 100,000 customers in the memory of a page of them', async () => {
	const taken = JSON.parse(await runScript('test/http/server/exportMemory.ts', { flags: ['--expose-gc'] }));
	expect(taken.lines).toBe(100_000);
	expect(taken.bytes).toBeGreaterThan(10 * MB);
	expect(taken.peak).toBeLessThan(64 * MB);
	expect(taken.rss).toBeLessThan(64 * MB);
	// Of the 14 MB that went through, nothing stays.
	expect(taken.kept).toBeLessThan(8 * MB);
}, 180_000);
