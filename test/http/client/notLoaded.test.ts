import { expect, it, vi } from 'vitest';
import { httpBackend } from '../../../src/client';

const { network, failing } = vi.hoisted(() => {
	const network = { down: true };
	const failing = (load: () => Promise<object>) => {
		if (network.down) throw new TypeError('Failed to fetch dynamically imported module');
		return load();
	};
	return { network, failing };
});
vi.mock('../../../src/http/protocol/decodeBilling', failing);
vi.mock('../../../src/http/client/exportCsv', failing);

const json = (body: unknown) => new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } });

it('sends nothing to pay that could not be read, says that it is out of reach, and goes on once it is not', async () => {
	const fetch = vi.fn(async () => json({ action: 'checkout', url: 'https://pay.example.com/1' }));
	const backend = httpBackend({ url: 'https://shop.example.com/api/customers', fetch });
	const buy = () => backend.createCheckout!('me', { line_items: [{ variant_id: 'pro' }], success_url: '/', cancel_url: '/' });
	await expect(buy()).rejects.toMatchObject({ code: 'unreachable', retryable: true });
	await expect(backend.exportCsv!({}, { mode: 'data' })).rejects.toMatchObject({ code: 'unreachable' });
	expect(fetch).not.toHaveBeenCalled();
	network.down = false;
	vi.resetModules();
	expect(await buy()).toMatchObject({ url: 'https://pay.example.com/1' });
});
