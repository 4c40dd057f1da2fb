import { assert, assertRejects } from './assert';
import { type ContractCase, creating, openStage } from './contractCase';

/** Exports, where a server writes them: without `exportCsv` they are read page by page through `list`. */
export const exportCases: readonly ContractCase[] = [
	{
		name: 'not offered: an export is refused where the method exists',
		applies: (capabilities) => !capabilities.export,
		async check(make) {
			const { backend, call } = await openStage(make);
			if (backend.exportCsv) await assertRejects(() => backend.exportCsv?.({}, { ...call, mode: 'data' }), 'not_supported', 'exportCsv');
		},
	},
	...creating([
		{
			name: 'export: everyone is in the file once, below the names of the columns',
			applies: (capabilities) => capabilities.export,
			async check(make) {
				const { backend, call, addMany } = await openStage(make);
				if (!backend.exportCsv) return;
				const customers = await addMany([{ name: 'Ann' }, { name: 'Bo' }, { name: 'Cy' }]);
				const file = await new Response(await backend.exportCsv({ limit: 2 }, { ...call, mode: 'data', columns: ['id'] })).text();
				const [header, ...rows] = file.split('\r\n');
				assert(header === 'id', `the first line of the file is ${header}`);
				assert(rows.pop() === '', 'a whole file ends in a line break');
				for (const { id } of customers) assert(rows.filter((row) => row === id).length === 1, `${id} is not in the file once`);
			},
		},
	]),
];
