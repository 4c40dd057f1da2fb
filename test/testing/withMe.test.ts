import { describe, expect, it } from 'vitest';
import { memoryBackend } from '../../src/backends/memory';
import { withMe } from '../../src/testing';

describe('withMe', () => {
	const store = () => memoryBackend({ customers: [{ id: 'cus_1', email: 'a@example.com' }], billing: { plans: [], grants: {} } });

	it('lets me stand for an id, and leaves the others', async () => {
		const backend = withMe(store(), { id: 'cus_1' });
		expect((await backend.get('me')).id).toBe('cus_1');
		expect((await backend.update('me', { name: 'A' })).name).toBe('A');
		expect((await backend.get('cus_1')).name).toBe('A');
		expect(await backend.listSubscriptions!('me')).toEqual([]);
		expect(backend.ensureMe).toBeUndefined();
	});

	it('knows nobody before there is somebody, then whom it made or found', async () => {
		const backend = withMe(store(), { user: { id: 'u', email: 'b@example.com', name: 'B' } });
		await expect(backend.get('me')).rejects.toMatchObject({ code: 'not_found' });
		const { customer, outcome } = await backend.ensureMe!();
		expect([customer.name, outcome, (await backend.ensureMe!()).outcome]).toEqual(['B', 'created', 'linked']);
		expect(await backend.get('me')).toEqual(customer);
		expect((await withMe(store(), { user: { id: 'u', email: 'A@example.com' } }).ensureMe!()).outcome).toBe('existing');
	});

	it('has no method that the backend has not', () => {
		const plain = memoryBackend();
		expect(Object.keys(withMe(plain, {})).sort()).toEqual(Object.keys(plain).sort());
	});
});
