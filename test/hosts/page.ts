import { httpBackend, isCustomerError } from '../../src/client';

const customers = httpBackend({ url: '/api/customers' });

declare global {
	var tryAll: (email: string) => Promise<Record<string, unknown>>;
}

async function outcomeOf(step: () => Promise<unknown>): Promise<unknown> {
	try {
		return await step();
	} catch (error) {
		return isCustomerError(error) ? error.code : String(error);
	}
}

/** Does in a browser what people do with customers, and tells what came of each step: its result, or the code of its error. */
globalThis.tryAll = async (email) => {
	const created = await customers.create({ email, name: 'Zara' }).catch(() => undefined);
	return {
		list: await outcomeOf(async () => (await customers.list({ limit: 2 })).data.length),
		search: await outcomeOf(async () => (await customers.list({ query: 'asha' })).data.map(({ name }) => name)),
		create: await outcomeOf(async () => (await customers.create({ email: `new.${email}` })).outcome),
		update: await outcomeOf(async () => {
			const { id, version } = await customers.get(created?.customer.id ?? 'cus_1');
			const saved = await customers.update(id, { name: 'Zara Khan' }, { ifVersion: version });
			return saved.name;
		}),
		export: await outcomeOf(async () => {
			const file = await customers.exportCsv!({ query: 'asha' }, { mode: 'data', columns: ['name'] });
			return new Response(file).text();
		}),
	};
};
