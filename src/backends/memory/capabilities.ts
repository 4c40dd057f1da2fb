import type { Capabilities } from '../../contract/backend';
import { cancelTimings } from '../../contract/billing';
import { type ClearableField, clearableFields } from '../../contract/clearableFields';
import { maxLimit } from '../../contract/listRequest';
import { sorts } from '../../contract/sorts';

/** Capabilities to change: mostly to switch something off, which is then refused with `not_supported`. */
export interface MemoryCapabilities {
	/** What can be written. @default everything */
	write?: Partial<Capabilities['write']>;
	/** `false` switches search off. @default name, email, phone and id are searched from one character on */
	search?: false | Partial<Exclude<Capabilities['search'], false>>;
	/** Which filters work. @default all */
	filter?: Partial<Capabilities['filter']>;
	/** The orders that a list can have. @default all */
	sort?: Capabilities['sort'];
	/** How a list is walked. @default both ways, up to 100 customers a page, with an exact total */
	paging?: Partial<Capabilities['paging']>;
	/** Only said: it is `atomic` all the same. @default 'atomic' */
	createByEmail?: Capabilities['createByEmail'];
	/** With `none` every `version` is `null`. @default 'atomic' */
	conditionalUpdate?: Capabilities['conditionalUpdate'];
	/** Fields that are stored; what `customers` holds of others is not shown. @default all */
	keeps?: readonly ClearableField[];
	/** `false` switches checks off. @default whether `billing` is given */
	entitlements?: boolean;
	/** `false` switches it off. @default whether `billing` is given */
	checkout?: boolean;
	/** `false` switches it off. @default whether `billing` is given */
	billingPortal?: boolean;
	/** What can be done with subscriptions. @default everything where `billing` is given, else `false` */
	subscriptions?: false | Partial<Exclude<Capabilities['subscriptions'], false>>;
	/** `false` switches exports through the handler off. @default true */
	export?: boolean;
	/** `false` switches `subscribe` off. @default true */
	live?: boolean;
}

/** What a backend offers with these changes, a search that `lags` behind writes or does not, and a vendor that `sells` or none. */
export function mergeCapabilities(changes: MemoryCapabilities, lags: boolean, sells = false): Capabilities {
	const keeps = changes.keeps ?? clearableFields;
	const kept = (field: string) => field === 'email' || field === 'id' || keeps.some((one) => one === field);
	const search = {
		fields: (['name', 'email', 'phone', 'id'] as const).filter(kept),
		consistency: lags ? ('eventual' as const) : ('strong' as const),
		minLength: 1,
		matching: 'folded' as const,
	};
	return {
		write: { create: true, update: true, clear: keeps, customId: true, ...changes.write },
		search: changes.search === false ? false : { ...search, ...changes.search },
		filter: { email: true, country: kept('address'), created: true, ...changes.filter },
		sort: changes.sort ?? sorts.filter((sort) => kept('name') || !sort.includes('name')),
		paging: { backward: true, maxLimit, total: ['exact'], ...changes.paging },
		createByEmail: changes.createByEmail ?? 'atomic',
		conditionalUpdate: changes.conditionalUpdate ?? 'atomic',
		keeps,
		export: changes.export ?? true,
		entitlements: sells && changes.entitlements !== false,
		checkout: sells && changes.checkout !== false,
		billingPortal: sells && changes.billingPortal !== false,
		subscriptions: sells && changes.subscriptions !== false && { cancel: cancelTimings, resume: true, ...changes.subscriptions },
		live: changes.live ?? true,
	};
}
