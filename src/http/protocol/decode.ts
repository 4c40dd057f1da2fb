import type { Capabilities, CreateResult, CustomerPage, Subscription } from '../../contract/backend';
import type { Address, Customer } from '../../domain/customer';
import { addressFields } from '../../domain/customer';
import { sorts } from '../server/listRequest';

/** An answer that is not of the shape the contract promises. The message names the place, never the value. */
export class ShapeError extends Error {
	override readonly name = 'ShapeError';
}

type Fields = Record<string, unknown>;

function fail(at: string, wanted: string): never {
	throw new ShapeError(`${at} should be ${wanted}.`);
}

function object(value: unknown, at: string): Fields {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : fail(at, 'an object');
}

function list<T>(value: unknown, at: string, read: (entry: unknown, at: string) => T): T[] {
	return Array.isArray(value) ? value.map((entry, index) => read(entry, `${at}[${index}]`)) : fail(at, 'an array');
}

function text(value: unknown, at: string): string {
	return typeof value === 'string' ? value : fail(at, 'a string');
}

function textOrNull(value: unknown, at: string): string | null {
	return value === null ? null : text(value, at);
}

function instantOrNull(value: unknown, at: string): string | null {
	const instant = textOrNull(value, at);
	return instant === null || !Number.isNaN(Date.parse(instant)) ? instant : fail(at, 'an ISO 8601 instant');
}

function flag(value: unknown, at: string): boolean {
	return typeof value === 'boolean' ? value : fail(at, 'a boolean');
}

function count(value: unknown, at: string): number {
	return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : fail(at, 'a whole number');
}

function word<T extends string>(value: unknown, words: readonly T[], at: string): T {
	return words.find((candidate) => candidate === value) ?? fail(at, `one of ${words.join(', ')}`);
}

function readAddress(value: unknown, at: string): Address | null {
	if (value === null) return null;
	const from = object(value, at);
	const entries = addressFields.map((field) => [field, textOrNull(from[field], `${at}.${field}`)] as const);
	return Object.fromEntries(entries) as Record<keyof Address, string | null>;
}

/** A copy of a customer's declared fields. */
export function readCustomer(value: unknown, at = 'customer'): Customer {
	const from = object(value, at);
	return {
		id: text(from.id, `${at}.id`),
		email: textOrNull(from.email, `${at}.email`),
		name: textOrNull(from.name, `${at}.name`),
		phone: textOrNull(from.phone, `${at}.phone`),
		address: readAddress(from.address, `${at}.address`),
		created: instantOrNull(from.created, `${at}.created`),
		version: textOrNull(from.version, `${at}.version`),
	};
}

/** A copy of a page. */
export function readPage(value: unknown): CustomerPage {
	const from = object(value, 'page');
	const page: CustomerPage = {
		data: list(from.data, 'page.data', readCustomer),
		next: textOrNull(from.next, 'page.next'),
		previous: textOrNull(from.previous, 'page.previous'),
	};
	if (from.total !== undefined) {
		const total = object(from.total, 'page.total');
		const kind = word(total.kind, ['exact', 'estimate', 'at-least'] as const, 'page.total.kind');
		page.total = { kind, value: count(total.value, 'page.total.value') };
	}
	if (from.consistency !== undefined) {
		page.consistency = word(from.consistency, ['strong', 'eventual'] as const, 'page.consistency');
	}
	return page;
}

/** A copy of what `create` answers. */
export function readCreateResult(value: unknown): CreateResult {
	const from = object(value, 'answer');
	return {
		customer: readCustomer(from.customer),
		outcome: word(from.outcome, ['created', 'existing', 'unknown'] as const, 'outcome'),
	};
}

/** A copy of capabilities. */
export function readCapabilities(value: unknown): Capabilities {
	const from = object(value, 'capabilities');
	const write = object(from.write, 'write');
	const filter = object(from.filter, 'filter');
	const paging = object(from.paging, 'paging');
	const search = from.search === false ? null : object(from.search, 'search');
	return {
		write: {
			create: flag(write.create, 'write.create'),
			update: flag(write.update, 'write.update'),
			clear: list(write.clear, 'write.clear', (entry, at) => word(entry, ['name', 'phone', 'address'] as const, at)),
			customId: flag(write.customId, 'write.customId'),
		},
		search: search !== null && {
			fields: list(search.fields, 'search.fields', (entry, at) => word(entry, ['name', 'email', 'phone', 'id'] as const, at)),
			consistency: word(search.consistency, ['strong', 'eventual'] as const, 'search.consistency'),
			minLength: count(search.minLength, 'search.minLength'),
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
		entitlements: flag(from.entitlements, 'entitlements'),
		checkout: flag(from.checkout, 'checkout'),
		billingPortal: flag(from.billingPortal, 'billingPortal'),
		subscriptions: flag(from.subscriptions, 'subscriptions'),
		live: flag(from.live, 'live'),
	};
}

/** An address that a browser may be sent to: https, or http to this very machine. */
function secureUrl(value: unknown, at: string): string {
	const url = text(value, at);
	const parsed = URL.canParse(url) ? new URL(url) : fail(at, 'an absolute URL');
	const loopback = /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(parsed.hostname);
	return parsed.protocol === 'https:' || (parsed.protocol === 'http:' && loopback) ? url : fail(at, 'an https URL');
}

/** A copy of what `createCheckout` answers. */
export function readCheckout(value: unknown): { url: string | null; action: 'checkout' | 'update' } {
	const from = object(value, 'answer');
	return {
		url: from.url === null ? null : secureUrl(from.url, 'url'),
		action: word(from.action, ['checkout', 'update'] as const, 'action'),
	};
}

/** A copy of what `createBillingPortal` answers. */
export function readPortal(value: unknown): { url: string } {
	return { url: secureUrl(object(value, 'answer').url, 'url') };
}

/** A copy of one subscription. */
export function readSubscription(value: unknown, at = 'subscription'): Subscription {
	const from = object(value, at);
	return {
		id: text(from.id, `${at}.id`),
		status: text(from.status, `${at}.status`),
		current_period_end: instantOrNull(from.current_period_end, `${at}.current_period_end`),
		cancel_at_period_end: flag(from.cancel_at_period_end, `${at}.cancel_at_period_end`),
		items: list(from.items, `${at}.items`, (entry, place) => {
			const item = object(entry, place);
			return {
				variant_id: text(item.variant_id, `${place}.variant_id`),
				name: textOrNull(item.name, `${place}.name`),
				quantity: count(item.quantity, `${place}.quantity`),
			};
		}),
	};
}

/** A copy of a list of subscriptions. */
export function readSubscriptions(value: unknown): Subscription[] {
	return list(value, 'subscriptions', readSubscription);
}

/** The answers about features, each `true` only where the server said exactly that. */
export function readEntitlements(value: unknown): { feature_id: string; has_access: boolean }[] {
	return list(object(value, 'answer').data, 'data', (entry, at) => {
		const from = object(entry, at);
		return { feature_id: text(from.feature_id, `${at}.feature_id`), has_access: from.has_access === true };
	});
}
