import { memoryBackend } from 'proyecta-customers/backends/memory';
import { createCustomersHandler } from 'proyecta-customers/server';
import { sampleCustomers } from 'proyecta-customers/testing';

const handler = createCustomersHandler({
	backend: memoryBackend({ customers: sampleCustomers(3) }),
	authorize: () => ({ allow: true, scope: 'shop' }),
});
const headers = { 'x-proyecta-customers': '1' };
void handler(new Request('http://localhost/api/customers', { headers })).then(({ status }) =>
	console.log(`a CommonJS server answered ${status}`),
);
