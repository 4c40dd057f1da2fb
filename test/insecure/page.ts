import { memoryBackend } from '../../src/backends/memory';
import { httpBackend, isCustomerError } from '../../src/client';
import { backendContract } from '../../src/testing';

declare global {
	var brokenPromises: () => Promise<string[]>;
	var editStaleRow: () => Promise<string>;
}

/** Runs the contract against a backend of the page's own, and tells what is not kept. */
globalThis.brokenPromises = async () => {
	const backend = memoryBackend();
	const offered = await backend.capabilities();
	const broken: string[] = [];
	for (const { name, applies, check } of backendContract) {
		if (applies?.(offered) ?? true) await check(async () => backend).catch((error: unknown) => broken.push(`${name}: ${error}`));
	}
	return broken;
};

/** Edits a customer as a list showed it, after somebody else did, and tells what came of it. */
globalThis.editStaleRow = async () => {
	const client = httpBackend({ url: '/api/customers' });
	try {
		const { data } = await client.list({ limit: 1 });
		const { id, version } = data[0]!;
		await client.update(id, { name: 'Somebody else' });
		return (await client.update(id, { name: 'Mine' }, { ifVersion: version! })).name!;
	} catch (error) {
		return isCustomerError(error) ? error.code : String(error);
	}
};
