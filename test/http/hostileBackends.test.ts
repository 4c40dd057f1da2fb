import Stripe from 'stripe';
import { expect, it, onTestFinished } from 'vitest';
import { withBilling } from '../../src/backends/kit/withBilling';
import { memoryBackend } from '../../src/backends/memory';
import { postgresBackend } from '../../src/backends/postgres';
import { proyectaBackend } from '../../src/backends/proyecta';
import { stripeBackend } from '../../src/backends/stripe';
import type { AuditEvent, CustomerBackend } from '../../src/server';
import { objectClient } from '../backends/proyectaClients';
import { ProyectaServer } from '../backends/proyectaServer';
import { openPglite } from '../pglite';
import { StripeServer } from '../stripe/stripeServer';
import { mount, refusal } from './request';
import { hostileRequests } from './server/hostileRequests';

async function onPostgres(): Promise<CustomerBackend> {
	const database = await openPglite();
	onTestFinished(() => database.close());
	const customers = postgresBackend({ query: database.query.bind(database), listen: database.listen.bind(database) });
	const billing = memoryBackend({ customers: [{ id: 'cus_billed' }], billing: { plans: [], grants: {} } });
	await customers.create({ id: 'cus_1', email: 'asha@example.com', name: 'Asha' }, { scope: 'a' });
	await customers.create({ id: 'cus_other', email: 'secret@example.com' }, { scope: 'b' });
	return withBilling(customers, billing, { billingId: () => 'cus_billed' });
}

async function onStripe(): Promise<CustomerBackend> {
	const server = await new StripeServer().start();
	onTestFinished(() => server.stop());
	server.seed({ id: 'cus_1', email: 'asha@example.com', name: 'Asha' });
	const stripe = new Stripe(server.key, { ...server.config, telemetry: false });
	return stripeBackend({ stripe, scope: 'a', cursorSecret: 'as long as a secret should be', requestsPerSecond: 10_000 });
}

async function onProyecta(): Promise<CustomerBackend> {
	const server = await new ProyectaServer().start();
	onTestFinished(() => server.stop());
	const client = objectClient(server);
	return proyectaBackend({ client, dialect: 'object', clear: 'null', scope: 'a', cursorSecret: 'as long as a secret should be' });
}

/** Whether a backend that offers less than memory does may say so first, or has nobody by the name of `cus_1`. */
const orLess = (answer: string) => / not_supported\b/.test(answer) || answer.startsWith('404') || /^(404|501)$/.test(answer);

it.each([
	['Postgres', onPostgres, () => false],
	['Stripe', onStripe, orLess],
	['Proyecta', onProyecta, orLess],
])('what nobody should ask is answered over %s as over memory, and nothing comes of it', { timeout: 60_000 }, async (_, open, mayBe) => {
	const done: AuditEvent[] = [];
	const { ask, backend } = mount({ backend: await open(), onAudit: (event) => done.push(event) });
	const rows = async () => (await backend.list({}, { scope: 'a' })).data;
	const before = await rows();
	const wrong: string[] = [];
	for (const [what, path, asked, wanted] of hostileRequests) {
		const response = await ask(path, asked);
		const text = await response.clone().text();
		const answer = response.status === 200 || asked.method === 'HEAD' ? String(response.status) : await refusal(response);
		if (answer !== wanted && !mayBe(answer)) wrong.push(`${what}: ${answer}, not ${wanted}`);
		if (text.includes('secret@') || text.length > 2000) wrong.push(`${what}: ${text.slice(0, 200)}`);
	}
	expect(wrong).toEqual([]);
	expect(done).toEqual([]);
	expect(await rows()).toEqual(before);
});
