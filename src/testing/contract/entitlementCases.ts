import type { Capabilities } from '../../contract/backend';
import { assert, assertRejects, assertSame } from './assert';
import { type ContractCase, creating, openStage, token } from './contractCase';
import { deepFreeze } from './deepFreeze';
import { payingCase } from './payingCase';

const checks = ({ entitlements }: Capabilities) => entitlements;
const sells = (capabilities: Capabilities) => capabilities.entitlements && capabilities.checkout && capabilities.subscriptions !== false;

/** What customers may use. */
export const entitlementCases: readonly ContractCase[] = [
	...creating([
		{
			name: 'billing: features are told in the order asked, each once',
			applies: checks,
			async check(make) {
				const { backend, call, add } = await openStage(make);
				const { id } = await add();
				const [a, b, c] = [token(), token(), token()];
				const told = await backend.checkEntitlements?.(id, deepFreeze([c, a, c, b, a]), call);
				assertSame(
					told?.map(({ feature_id }) => feature_id),
					[c, a, b],
					'the features told',
				);
			},
		},
		{
			name: 'billing: no features are asked for, and none told',
			applies: checks,
			async check(make) {
				const { backend, call, add } = await openStage(make);
				assertSame(await backend.checkEntitlements?.((await add()).id, [], call), [], 'the features told');
			},
		},
		{
			name: 'billing: fifty features are told at once',
			applies: checks,
			async check(make) {
				const { backend, call, add } = await openStage(make);
				const features = Array.from({ length: 50 }, token);
				const told = await backend.checkEntitlements?.((await add()).id, features, call);
				assertSame(
					told?.map(({ feature_id }) => feature_id),
					features,
					'the features told',
				);
			},
		},
		{
			name: 'billing: an unknown feature is a no, or could not be found out, and never a yes',
			applies: checks,
			async check(make) {
				const { backend, call, add } = await openStage(make);
				const told = await backend.checkEntitlements?.((await add()).id, [token()], call);
				const access = told?.[0]?.has_access;
				assert(access === false || access === null, `access to an unknown feature is ${access}`);
			},
		},
		{
			name: 'billing: features are told with their declared fields and no others',
			applies: checks,
			async check(make) {
				const { backend, call, add } = await openStage(make);
				const [told] = (await backend.checkEntitlements?.((await add()).id, [token()], call)) ?? [];
				assertSame(Object.keys(told ?? {}).sort(), ['feature_id', 'has_access'], 'the fields of an entitlement');
			},
		},
		{
			name: 'billing: features of nobody, and of another scope’s customer, are not found',
			applies: checks,
			async check(make) {
				const { backend, call } = await openStage(make);
				const theirs = await (await openStage(make)).add();
				for (const id of [`cus_${token()}`, '', '../cus_1', theirs.id]) {
					await assertRejects(() => backend.checkEntitlements?.(id, [token()], call), 'not_found', `features of ${id || 'an empty id'}`);
				}
			},
		},
		{
			name: 'billing: an aborted check rejects with aborted',
			applies: checks,
			async check(make) {
				const { backend, call, add } = await openStage(make);
				const { id } = await add();
				const aborted = { ...call, signal: AbortSignal.abort() };
				await assertRejects(() => backend.checkEntitlements?.(id, [token()], aborted), 'aborted', 'a check');
			},
		},
	]),
	payingCase('who has bought nothing may use nothing that is sold', sells, async ({ billing, has }) => {
		assertSame(await has(billing.feature), false, 'access before anything was bought');
	}),
	payingCase('an unknown feature costs the others nothing', sells, async ({ backend, call, customer, billing, buy }) => {
		await buy(billing.variants[0]);
		const told = await backend.checkEntitlements?.(customer.id, [token(), billing.feature, token()], call);
		assertSame(told?.[1], { feature_id: billing.feature, has_access: true }, 'the feature between two unknown ones');
	}),
];
