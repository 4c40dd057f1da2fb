import { expect, it } from 'vitest';
import { createIdempotentWrites } from '../../../src/backends/kit';

it('keys of one customer, or of one scope, push out nobody else’s', async () => {
	const runIdempotently = createIdempotentWrites();
	let paid = 0;
	const pay = () => runIdempotently('checkout cus_1', {}, { scope: 'a', idempotencyKey: 'k' }, async () => ({ url: `/${++paid}` }));
	expect(await pay()).toEqual({ url: '/1' });
	for (let n = 0; n <= 10_000; n++) {
		await runIdempotently('checkout cus_2', {}, { scope: 'a', idempotencyKey: `k${n}` }, async () => n);
		await runIdempotently('create', {}, { scope: 'b', idempotencyKey: `k${n}` }, async () => n);
	}
	expect(await pay()).toEqual({ url: '/1' });
	const first = runIdempotently('checkout cus_2', {}, { scope: 'a', idempotencyKey: 'k0' }, async () => 'again');
	expect(await first).toBe('again');
});

it('keys are remembered within 16 MB', async () => {
	const runIdempotently = createIdempotentWrites();
	const big = 'x'.repeat(1_000_000);
	const write = (n: number, answer: string) => runIdempotently('create', {}, { idempotencyKey: `k${n}` }, async () => answer);
	for (let n = 0; n < 10; n++) await write(n, big);
	expect([await write(0, 'again'), (await write(9, 'again')).length]).toEqual(['again', big.length]);
});
