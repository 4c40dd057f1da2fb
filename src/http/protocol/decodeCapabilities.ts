import type { Capabilities } from '../../contract/backend';
import { cancelTimings } from '../../contract/billing';
import { clearableFields } from '../../contract/clearableFields';
import { sorts } from '../../contract/sorts';
import { count, flag, list, object, word } from './decode';

/** A copy of capabilities. */
export function decodeCapabilities(value: unknown): Capabilities {
	const from = object(value, 'capabilities');
	const write = object(from.write, 'write');
	const filter = object(from.filter, 'filter');
	const paging = object(from.paging, 'paging');
	const subscriptions = from.subscriptions === false ? null : object(from.subscriptions, 'subscriptions');
	const search = from.search === false ? null : object(from.search, 'search');
	return {
		write: {
			create: flag(write.create, 'write.create'),
			update: flag(write.update, 'write.update'),
			clear: list(write.clear, 'write.clear', (entry, at) => word(entry, clearableFields, at)),
			customId: flag(write.customId, 'write.customId'),
		},
		search: search !== null && {
			fields: list(search.fields, 'search.fields', (entry, at) => word(entry, ['name', 'email', 'phone', 'id'] as const, at)),
			consistency: word(search.consistency, ['strong', 'eventual'] as const, 'search.consistency'),
			minLength: count(search.minLength, 'search.minLength'),
			// A server of before this was said.
			matching: search.matching === undefined ? 'own' : word(search.matching, ['folded', 'own'] as const, 'search.matching'),
		},
		filter: {
			email: flag(filter.email, 'filter.email'),
			country: flag(filter.country, 'filter.country'),
			created: flag(filter.created, 'filter.created'),
		},
		sort: list(from.sort, 'sort', (entry, at) => word(entry, sorts, at)),
		paging: {
			backward: flag(paging.backward, 'paging.backward'),
			maxLimit: count(paging.maxLimit, 'paging.maxLimit'),
			total: list(paging.total, 'paging.total', (entry, at) => word(entry, ['exact', 'estimate'] as const, at)),
		},
		createByEmail: word(from.createByEmail, ['atomic', 'best-effort'] as const, 'createByEmail'),
		conditionalUpdate: word(from.conditionalUpdate, ['atomic', 'best-effort', 'none'] as const, 'conditionalUpdate'),
		keeps: list(from.keeps, 'keeps', (entry, at) => word(entry, clearableFields, at)),
		export: flag(from.export, 'export'),
		entitlements: flag(from.entitlements, 'entitlements'),
		checkout: flag(from.checkout, 'checkout'),
		billingPortal: flag(from.billingPortal, 'billingPortal'),
		subscriptions: subscriptions !== null && {
			cancel: list(subscriptions.cancel, 'subscriptions.cancel', (entry, at) => word(entry, cancelTimings, at)),
			resume: flag(subscriptions.resume, 'subscriptions.resume'),
		},
		live: flag(from.live, 'live'),
	};
}
