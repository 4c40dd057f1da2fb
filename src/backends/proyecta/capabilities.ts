import type { Capabilities } from '../../contract/backend';
import { cancelTimings } from '../../contract/billing';
import { clearableFields } from '../../contract/clearableFields';
import { defaultSort, maxLimit } from '../../contract/listRequest';
import { sorts } from '../../contract/sorts';
import type { DialectOf, ProyectaClient } from './client';

interface Offer {
	client: ProyectaClient;
	/** Whether the host has said how a field is cleared. */
	clears: boolean;
	/** Whether the host reads subscriptions. */
	readsSubscriptions: boolean;
}

/** What a client in its dialect can do, as far as it is documented. */
export function capabilitiesOf({ client, clears, readsSubscriptions }: Offer, dialectOf: DialectOf): Capabilities {
	const { check, checkout, cancel, customers = client.customers } = client.commerce ?? {};
	const positional = dialectOf('list') === 'positional';
	return {
		write: {
			create: true,
			update: true,
			clear: clears ? clearableFields : [],
			customId: dialectOf('create') === 'positional',
		},
		search: positional && { fields: ['name', 'email', 'id'], consistency: 'eventual', minLength: 1, matching: 'own' },
		filter: { email: positional, country: false, created: positional },
		sort: positional ? sorts : [defaultSort],
		paging: { backward: positional, maxLimit, total: [] },
		createByEmail: 'best-effort',
		conditionalUpdate: 'none',
		keeps: clearableFields,
		export: true,
		entitlements: typeof check === 'function',
		checkout: typeof checkout === 'function',
		billingPortal: typeof customers?.billingPortal === 'function',
		subscriptions: readsSubscriptions && { cancel: typeof cancel === 'function' ? cancelTimings : [], resume: false },
		live: false,
	};
}
