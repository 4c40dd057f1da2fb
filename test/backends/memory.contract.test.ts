import { describe, it } from 'vitest';
import { type MemoryBackendOptions, memoryBackend } from '../../src/backends/memory';
import { backendContract, sampleCustomers } from '../../src/testing';
import { memoryStage, sold } from './memoryStage';

const variants: Record<string, MemoryBackendOptions> = {
	'an empty memory backend': {},
	'a memory backend with customers, latency and a lagging search': { customers: sampleCustomers(30), latencyMs: 1, searchLagMs: 30 },
	'a memory backend that sells': { billing: sold },
	'a memory backend that sells what cannot be resumed': {
		billing: sold,
		capabilities: { subscriptions: { cancel: ['at_billing_period_end'], resume: false } },
	},
	'a memory backend that keeps no phone and no address': { capabilities: { keeps: ['name'] } },
	'a memory backend that keeps no phone': { capabilities: { keeps: ['name', 'address'] } },
	'a memory backend that keeps no address': { capabilities: { keeps: ['name', 'phone'] } },
	'a memory backend that only reads': { customers: sampleCustomers(30), capabilities: { write: { create: false, update: false } } },
	'a memory backend that creates but does not update': { capabilities: { write: { update: false } } },
	'a memory backend that offers little': {
		capabilities: {
			write: { clear: [], customId: false },
			search: false,
			filter: { email: false, country: false, created: false },
			sort: ['-created'],
			paging: { backward: false, maxLimit: 10, total: [] },
			conditionalUpdate: 'none',
		},
	},
};

for (const [name, options] of Object.entries(variants)) {
	describe(`${name} keeps the contract`, () => {
		const shared = memoryBackend(options);
		const make = Object.assign(async () => shared, shared.vendor && { billing: memoryStage(shared.vendor) });
		const capabilities = memoryBackend(options).capabilities() as Awaited<ReturnType<typeof shared.capabilities>>;
		for (const contract of backendContract.filter((contract) => contract.applies?.(capabilities) ?? true)) {
			it(contract.name, () => contract.check(make));
		}
	});
}
