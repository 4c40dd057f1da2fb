import { expect, it } from 'vitest';
import { runScript } from '../../runScript';

it('answers in 128 MB after 10,000 bodies of nonsense under fresh keys and 1,000 exports that nobody reads, and knows the key that another tenant paid with', async () => {
	const { ms, ...came } = JSON.parse(await runScript('test/http/server/flood.ts', { flags: ['--max-old-space-size=128'] }));
	expect(came).toEqual({ again: true, checkouts: 10_002, statuses: [422], bytes: expect.any(Number), last: 200, exports: 300 });
	expect(came.bytes).toBeLessThan(10_000);
	console.info(`A body of nonsense costs ${ms.toFixed(2)} ms.`);
}, 180_000);
