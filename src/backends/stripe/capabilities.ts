import type { Capabilities } from '../../contract/backend';
import { cancelTimings } from '../../contract/billing';
import { clearableFields } from '../../contract/clearableFields';
import { maxLimit } from '../../contract/listRequest';
import type { Calls } from './calls';
import { minSearchLength } from './searchQuery';

/** What the account can do through this client. */
export function capabilitiesOf({ has }: Calls, searches: boolean, live: boolean): Capabilities {
	const lists = has('subscriptions.list');
	const changes = lists && has('subscriptions.retrieve') && has('subscriptions.update') && has('subscriptions.cancel');
	return {
		write: { create: true, update: true, clear: clearableFields, customId: false },
		search: searches && { fields: ['name', 'email', 'phone', 'id'], consistency: 'eventual', minLength: minSearchLength, matching: 'own' },
		// Lists tell emails apart by case: without search, who is written in another case is not found.
		filter: { email: searches, country: false, created: true },
		sort: ['-created'],
		paging: { backward: true, maxLimit, total: [] },
		createByEmail: 'best-effort',
		conditionalUpdate: 'best-effort',
		keeps: clearableFields,
		export: true,
		entitlements: has('entitlements.activeEntitlements.list'),
		checkout: has('checkout.sessions.create'),
		billingPortal: has('billingPortal.sessions.create'),
		subscriptions: lists && { cancel: changes ? cancelTimings : [], resume: changes },
		live,
	};
}
