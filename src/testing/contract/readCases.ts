import { copyData } from '../../domain/copyData';
import type { Customer } from '../../domain/customer';
import { assert, assertRejects, assertSame, badRequest } from './assert';
import { type ContractCase, freshEmail, openStage, sizes, token } from './contractCase';

/** Changes whatever can be changed in a value: frozen is as good as copied. Returns how to undo that. */
function spoil(value: object): () => void {
	const former = Object.entries(value);
	const inner = former.filter(([, part]) => typeof part === 'object' && part !== null).map(([, part]) => spoil(part));
	for (const [key] of former) Reflect.set(value, key, 'spoilt');
	return () => {
		for (const [key, part] of former) Reflect.set(value, key, part);
		// What stands in two places was changed twice: the first change knows what it was.
		for (const restore of inner.reverse()) restore();
	};
}

/** What holds of every backend, also of one that makes no customers: what it reads is what was there before. */
export const readCases: readonly ContractCase[] = [
	{
		name: 'read: whoever is there already is visited once, whatever the page size, and found by id',
		applies: ({ write }) => !write.create,
		async check(make) {
			const { backend, call, capabilities, walk } = await openStage(make);
			for (const sort of capabilities.sort) {
				let former: readonly Customer[] | undefined;
				for (const limit of sizes(capabilities, [100, 7, 2])) {
					const walked = await walk({ sort, limit });
					assert(new Set(walked.map(({ id }) => id)).size === walked.length, `by ${sort}, ${limit} at a time: visited a customer twice`);
					if (former) assertSame(walked, former, `by ${sort}, ${limit} at a time`);
					former = walked;
				}
				for (const customer of former?.slice(0, 3) ?? []) assertSame(await backend.get(customer.id, call), customer, 'get');
			}
		},
	},
	{
		name: 'not offered: create is refused',
		applies: ({ write }) => !write.create,
		async check(make) {
			const { backend, call, capabilities } = await openStage(make);
			const email = freshEmail();
			await assertRejects(() => backend.create({ email }, call), 'not_supported', 'create');
			if (capabilities.filter.email) assertSame((await backend.list({ email }, call)).data, [], 'customers with the refused email');
		},
	},
	{
		name: 'not offered: update is refused',
		applies: ({ write }) => !write.update,
		async check(make) {
			const { backend, call, capabilities, add } = await openStage(make);
			const customer = capabilities.write.create ? await add() : (await backend.list({ limit: 1 }, call)).data[0];
			const id = customer?.id ?? `cus_${token()}`;
			const codes = customer ? (['not_supported'] as const) : (['not_supported', 'not_found'] as const);
			// Somebody real may be there, who is not to be changed even where this fails.
			const patch = customer?.email ? { email: customer.email } : { name: 'Changed' };
			await assertRejects(() => backend.update(id, patch, call), codes, 'update');
			if (customer) assertSame(await backend.get(id, call), customer, 'the customer after a refused update');
		},
	},
	{
		name: 'request: a limit that is no whole number within bounds is refused, not mended',
		async check(make) {
			const stage = await openStage(make);
			for (const limit of [0, -1, 1.5, Number.NaN, stage.capabilities.paging.maxLimit + 1, 1e9]) {
				await assertRejects(stage.backend.list({ limit }, stage.call), badRequest, `limit ${limit}`);
			}
		},
	},
	{
		name: 'copies: capabilities stay what they are',
		async check(make) {
			const { backend, call, capabilities } = await openStage(make);
			const before = copyData(capabilities);
			const restore = spoil(capabilities);
			try {
				assertSame(await backend.capabilities(call), before, 'the capabilities, asked for again');
			} finally {
				// Whoever gives them away would offer nothing from here on, and the cases after this one would have nothing to look at.
				restore();
			}
		},
	},
];
