import { type ClearableField, clearableFields } from '../../contract/clearableFields';
import { assert, assertRejects, assertSame } from './assert';
import { type ContractCase, creating, freshEmail, openStage } from './contractCase';
import { deepFreeze } from './deepFreeze';

const values = deepFreeze({
	name: 'Asha Rao',
	phone: '+12025550123',
	address: { line1: '1 MG Road', line2: null, city: 'Bengaluru', state: 'KA', postal_code: '560001', country: 'IN' },
} as const satisfies Record<ClearableField, unknown>);

/** The fields that a backend stores at all. */
export const keepsCases: readonly ContractCase[] = [
	{
		name: 'keeps: what is not kept is not offered to be cleared, searched or filtered by either',
		async check(make) {
			const { capabilities } = await openStage(make);
			const { keeps, write, search, filter, sort } = capabilities;
			const lost: readonly string[] = clearableFields.filter((field) => !keeps.includes(field));
			const offered = [...write.clear, ...(search ? search.fields : []), ...sort.map((key) => key.replace('-', ''))];
			const dead = offered.filter((field) => lost.includes(field));
			assertSame(dead, [], 'what is offered of fields that are not kept');
			assert(!filter.country || keeps.includes('address'), 'a filter by country is offered without addresses');
		},
	},
	...creating(
		clearableFields.flatMap((field): ContractCase[] => [
			{
				name: `keeps: the ${field} comes back`,
				applies: ({ keeps }) => keeps.includes(field),
				async check(make) {
					const { backend, call, add } = await openStage(make);
					const { id } = await add({ [field]: values[field] });
					assertSame((await backend.get(id, call))[field], values[field], `the ${field} that was created`);
				},
			},
			{
				name: `not offered: a ${field} that is not kept is refused, and nothing made or written`,
				applies: ({ keeps }) => !keeps.includes(field),
				async check(make) {
					const { backend, call, add, capabilities } = await openStage(make);
					const email = freshEmail();
					await assertRejects(() => backend.create({ email, [field]: values[field] }, call), 'not_supported', `a create with ${field}`);
					const made = await backend.create({ email }, call);
					assert(made.outcome !== 'existing', 'a refused create made a customer');
					assertSame(made.customer[field], null, `the ${field} of a new customer`);
					if (!capabilities.write.update) return;
					const { id } = await add();
					const update = () => backend.update(id, { email: freshEmail(), [field]: values[field] }, call);
					const before = await backend.get(id, call);
					await assertRejects(update, 'not_supported', `an update of ${field}`);
					assertSame(await backend.get(id, call), before, 'the customer after a refused update');
				},
			},
		]),
	),
];
