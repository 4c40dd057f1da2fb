import { describe, expect, it, vi } from 'vitest';
import { CustomerError } from '../../../src/contract/errors';
import type { Customer } from '../../../src/domain/customer';
import { saveCustomerForm } from '../../../src/hooks/form/saveCustomerForm';

const asha = { id: 'cus_1', email: 'asha@example.com', name: 'Asha', version: '1' } as Customer;
const theirs = { ...asha, name: 'Theirs', version: '2' };
const conflict = new CustomerError('version_conflict');

function calls() {
	return {
		create: vi.fn(async () => ({ customer: asha, outcome: 'created' as const })),
		update: vi.fn(async () => asha),
		read: vi.fn(async () => theirs),
	};
}

describe('saveCustomerForm', () => {
	it('creates', async () => {
		const backend = calls();
		const result = await saveCustomerForm({ input: { email: 'asha@example.com' } }, null, backend);
		expect(result).toEqual({ customer: asha, outcome: 'created' });
		expect(backend.create).toHaveBeenCalledExactlyOnceWith({ email: 'asha@example.com' });
	});

	it('saves a patch over the version that was read, and over any where there are no versions', async () => {
		const backend = calls();
		const result = await saveCustomerForm({ patch: { name: 'A' } }, asha, backend);
		expect(result).toEqual({ customer: asha, outcome: 'updated' });
		expect(backend.update).toHaveBeenLastCalledWith({ id: 'cus_1', patch: { name: 'A' }, ifVersion: '1' });
		await saveCustomerForm({ patch: { name: 'A' } }, { ...asha, version: null }, backend);
		expect(backend.update).toHaveBeenLastCalledWith({ id: 'cus_1', patch: { name: 'A' }, ifVersion: null });
	});

	it('calls nobody for nothing', async () => {
		const backend = calls();
		expect(await saveCustomerForm({ patch: {} }, asha, backend)).toEqual({ customer: asha, outcome: 'unchanged' });
		expect(backend.update).not.toHaveBeenCalled();
	});

	it('reads what someone else saved meanwhile', async () => {
		const backend = { ...calls(), update: () => Promise.reject(conflict) };
		expect(await saveCustomerForm({ patch: { name: 'A' } }, asha, backend)).toEqual({ theirs, error: conflict });
	});

	it('says why it failed, also where only reading did', async () => {
		const offline = new CustomerError('offline');
		const backend = { ...calls(), update: () => Promise.reject(offline) };
		expect(await saveCustomerForm({ patch: { name: 'A' } }, asha, backend)).toEqual({ error: offline });
		const lost = { ...calls(), update: () => Promise.reject(conflict), read: () => Promise.reject(offline) };
		expect(await saveCustomerForm({ patch: { name: 'A' } }, asha, lost)).toEqual({ error: offline });
		const broken = { ...calls(), create: () => Promise.reject(new Error('no CustomerError')) };
		const result = await saveCustomerForm({ input: { email: 'a@example.com' } }, null, broken);
		expect(result).toMatchObject({ error: { code: 'internal_error' } });
	});
});
