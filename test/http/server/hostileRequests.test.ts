import { expect, it } from 'vitest';
import { memoryBackend } from '../../../src/backends/memory';
import type { AuditEvent, Customer } from '../../../src/server';
import { mount, refusal } from '../request';
import { hostileRequests } from './hostileRequests';

const customers = { a: [{ id: 'cus_1', email: 'asha@example.com', name: 'Asha' }], b: [{ id: 'cus_other', email: 'secret@example.com' }] };
const done: AuditEvent[] = [];
const { ask, backend } = mount({
	backend: memoryBackend({ customers, billing: { plans: [], grants: {} } }),
	onAudit: (event) => done.push(event),
});
const rows = async (scope: string): Promise<Customer[]> => (await backend.list({}, { scope })).data;

it.each(hostileRequests)('%s', async (_, path, asked, wanted) => {
	const response = await ask(path, asked);
	const text = await response.clone().text();
	expect(response.status === 200 || asked.method === 'HEAD' ? String(response.status) : await refusal(response)).toBe(wanted);
	expect(text).not.toContain('secret@');
	expect(text.length).toBeLessThan(2000);
});

it('of more than 340, nothing came of any, and the handler goes on', async () => {
	expect(new Set(hostileRequests.map(([what]) => what)).size).toBe(hostileRequests.length);
	expect(hostileRequests.length).toBeGreaterThan(340);
	expect(done).toEqual([]);
	expect([await rows('a'), await rows('b')]).toMatchObject([customers.a, customers.b]);
	expect((await ask('/cus_1')).status).toBe(200);
});
