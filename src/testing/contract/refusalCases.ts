import type { Capabilities, CustomerBackend, ListCustomersRequest } from '../../contract/backend';
import { clearableFields } from '../../contract/clearableFields';
import { sorts } from '../../contract/sorts';
import { assert, assertRejects, assertSame } from './assert';
import { type ContractCase, freshEmail, openStage, token } from './contractCase';
import { deepFreeze } from './deepFreeze';

/** A list request that is not offered must be refused, never answered as if a part of it had not been asked. */
function refusedList(what: string, applies: (capabilities: Capabilities) => boolean, request: ListCustomersRequest): ContractCase {
	return {
		name: `not offered: ${what} is refused`,
		applies,
		async check(make) {
			const stage = await openStage(make);
			if (stage.capabilities.write.create) await stage.addMany([{}, {}]);
			await assertRejects(stage.backend.list(deepFreeze(request), stage.call), 'not_supported', what);
		},
	};
}

const patches = { name: { name: null }, phone: { phone: null }, address: { address: null } } as const;

export const refusalCases: readonly ContractCase[] = [
	refusedList('search', ({ search }) => search === false, { query: 'somebody' }),
	refusedList('filter.email', ({ filter }) => !filter.email, { email: 'somebody@example.com' }),
	refusedList('filter.country', ({ filter }) => !filter.country, { country: ['IN'] }),
	refusedList('filter.created', ({ filter }) => !filter.created, { created: { gte: '2001-01-01T00:00:00Z' } }),
	refusedList('an exact total', ({ paging }) => !paging.total.includes('exact'), { total: 'exact' }),
	refusedList('an estimated total', ({ paging }) => !paging.total.includes('estimate'), { total: 'estimate' }),
	...sorts.map((sort) => refusedList(`sort by ${sort}`, (capabilities) => !capabilities.sort.includes(sort), { sort })),
	{
		name: 'not offered: paging backward is refused',
		applies: ({ paging }) => !paging.backward,
		async check(make) {
			const stage = await openStage(make);
			if (stage.capabilities.write.create) await stage.addMany([{}, {}, {}]);
			const { next } = await stage.backend.list({ limit: 1 }, stage.call);
			await assertRejects(stage.backend.list({ limit: 1, before: next ?? token() }, stage.call), 'not_supported', 'before');
		},
	},
	{
		name: 'not offered: an id of one’s own is refused',
		applies: ({ write }) => write.create && !write.customId,
		async check(make) {
			const { backend, call } = await openStage(make);
			await assertRejects(backend.create({ id: `cus_${token()}`, email: freshEmail() }, call), 'not_supported', 'create with an id');
		},
	},
	...clearableFields.map(
		(field): ContractCase => ({
			name: `not offered: clearing the ${field} is refused, and nothing else of that update is written`,
			applies: ({ write }) => write.create && write.update && !write.clear.includes(field),
			async check(make) {
				const { backend, call, add } = await openStage(make);
				const customer = await add({ name: 'Kept', phone: '+12025550123' });
				const patch = { email: freshEmail(), ...patches[field] };
				await assertRejects(backend.update(customer.id, patch, call), 'not_supported', `clearing the ${field}`);
				assertSame(await backend.get(customer.id, call), customer, 'the customer after a refused update');
			},
		}),
	),
	{
		name: 'not offered: a condition on the version is refused, not dropped',
		applies: ({ conditionalUpdate, write }) => conditionalUpdate === 'none' && write.create && write.update,
		async check(make) {
			const { backend, call, add } = await openStage(make);
			const customer = await add();
			// Through HTTP such a backend gets an entity tag of its fields, so that a condition can hold or fail there.
			const stale = backend.update(customer.id, { name: 'Changed' }, { ...call, ifVersion: token() });
			await assertRejects(stale, ['not_supported', 'version_conflict'], 'ifVersion');
			assertSame((await backend.get(customer.id, call)).name, null, 'the name after a refused update');
		},
	},
	{
		name: 'not offered: entitlements, checkout, billing portal and subscriptions are refused where the method exists',
		async check(make) {
			const { backend, call, add, capabilities } = await openStage(make);
			const id = capabilities.write.create ? (await add()).id : `cus_${token()}`;
			const urls = { success_url: 'https://example.com/yes', cancel_url: 'https://example.com/no' };
			const { subscriptions } = capabilities;
			const timings = subscriptions ? subscriptions.cancel : [];
			const calls = {
				checkEntitlements: [capabilities.entitlements, () => backend.checkEntitlements?.(id, ['feature'], call)],
				createCheckout: [capabilities.checkout, () => backend.createCheckout?.(id, { line_items: [{ variant_id: 'v' }], ...urls }, call)],
				createBillingPortal: [
					capabilities.billingPortal,
					() => backend.createBillingPortal?.(id, { return_url: 'https://example.com/' }, call),
				],
				listSubscriptions: [subscriptions !== false, () => backend.listSubscriptions?.(id, call)],
				cancelSubscription: [timings.length > 0, () => backend.cancelSubscription?.(id, 'sub_1', { timing: 'immediate' }, call)],
				resumeSubscription: [subscriptions ? subscriptions.resume : false, () => backend.resumeSubscription?.(id, 'sub_1', call)],
			} as const satisfies Partial<Record<keyof CustomerBackend, readonly [boolean, () => unknown]>>;
			assert(!capabilities.live || backend.subscribe, 'capabilities offer live changes, but there is no subscribe');
			for (const [method, [offered, attempt]] of Object.entries(calls) as [keyof typeof calls, [boolean, () => unknown]][]) {
				if (offered) assert(backend[method], `capabilities offer it, but there is no ${method}`);
				else if (backend[method]) await assertRejects(attempt, 'not_supported', method);
			}
		},
	},
];
