import assert from 'node:assert/strict';
import type * as components from 'proyecta-customers';
import { checkListRequest, createCursorSealer, cursorBinding, randomCursorKey } from 'proyecta-customers/backends/kit';
import { memoryBackend } from 'proyecta-customers/backends/memory';
import { postgresBackend } from 'proyecta-customers/backends/postgres';
import { proyectaBackend } from 'proyecta-customers/backends/proyecta';
import { stripeBackend } from 'proyecta-customers/backends/stripe';
import { functionBackend, httpBackend, isCustomerError as isClientError } from 'proyecta-customers/client';
import { en } from 'proyecta-customers/locales/en';
import { hi } from 'proyecta-customers/locales/hi';
import {
	type CustomerBackend,
	createCustomersHandler,
	emailKey,
	ensureCustomer,
	isCustomerError,
	parsePhone,
	validateCustomerInput,
} from 'proyecta-customers/server';
import { backendContract, sampleCustomers, withFaults } from 'proyecta-customers/testing';
import { mswHandlers } from 'proyecta-customers/testing/msw';

const store: CustomerBackend = memoryBackend({ customers: sampleCustomers(30) });
const handler = createCustomersHandler({ backend: store, authorize: () => ({ allow: true, scope: 'outside' }) });
const client: CustomerBackend = httpBackend({
	url: 'http://localhost/api/customers',
	fetch: (input, init) => handler(new Request(input, init)),
});

const { customer, outcome } = await client.create({ email: 'asha@example.com', phone: '+91 98765-43210' });
assert.equal(outcome, 'created');
assert.equal(customer.phone, '+919876543210');
assert.equal((await client.list({ limit: 5 })).data.length, 5);
await assert.rejects(client.get('cus_nobody'), (error) => isCustomerError(error) && isClientError(error) && error.code === 'not_found');

/** The door of components, whose types are read here as everywhere. */
const table: components.CustomerTableProps = { tableId: 'customers' };
assert.ok(table.tableId);

const links = new Map<string, string>();
const link = { get: async (user: string) => links.get(user) ?? null, set: async (user: string, id: string) => void links.set(user, id) };
const ensured = await ensureCustomer({ backend: store, scope: 'outside', user: { id: 'u1', email: 'ASHA@example.com' }, link });
assert.equal(ensured.customer.id, customer.id);

assert.equal(emailKey(' Asha@Example.COM '), 'asha@example.com');
assert.equal(await parsePhone('98765 43210', { defaultCountry: 'IN' }), '+919876543210');
assert.equal((await validateCustomerInput({ email: 'nobody' })).ok, false);
assert.equal(en.code, 'en');
assert.match(hi.code, /^hi/);
const faulty = withFaults(memoryBackend(), () => ({ error: new Error('down') }));
await assert.rejects(async () => faulty.list({}));
const request = checkListRequest({ sort: 'name' }, await store.capabilities());
const cursors = createCursorSealer(randomCursorKey());
const cursor = await cursors.seal(['asha', 'cus_1'], cursorBinding(request, 'outside'));
assert.deepEqual(await cursors.open(cursor, cursorBinding(request, 'outside')), ['asha', 'cus_1']);
const contract = backendContract[0];
assert.ok(contract);
await contract.check(async () => memoryBackend());
for (const make of [postgresBackend, proyectaBackend, stripeBackend, functionBackend, mswHandlers]) assert.equal(typeof make, 'function');
console.log('every door opened');
