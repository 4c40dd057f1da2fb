import { memoryBackend } from 'proyecta-customers/backends/memory';
import { createCustomersHandler } from 'proyecta-customers/server';
import { sampleCustomers } from 'proyecta-customers/testing';

// A framework may load this file once for its pages and once for its routes; both are to see the same customers.
const kept = globalThis as { backend?: ReturnType<typeof memoryBackend> };
kept.backend ??= memoryBackend({ customers: sampleCustomers(30) });

export const handler = createCustomersHandler({
	backend: kept.backend,
	authorize: (request) => (request.headers.get('cookie')?.includes('session=zara') ? { allow: true, scope: 'shop', actor: 'zara' } : null),
});
