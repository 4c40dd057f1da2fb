import { memoryBackend } from 'proyecta-customers/backends/memory';
import { createCustomersHandler } from 'proyecta-customers/server';
import { sampleCustomers } from 'proyecta-customers/testing';

const handler = createCustomersHandler({
	backend: memoryBackend({ customers: sampleCustomers(30) }),
	authorize: (request) => (request.headers.get('cookie')?.includes('session=zara') ? { allow: true, scope: 'outside' } : null),
});

export { handler as GET, handler as PATCH, handler as POST };
