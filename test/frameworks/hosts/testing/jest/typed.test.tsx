import { sampleCustomers } from 'proyecta-customers/testing';

test('what is written in TypeScript', () => {
	expect(sampleCustomers(1)[0]!.email).toContain('@');
});
