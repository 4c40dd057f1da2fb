import type { CreateResult, CustomerPage } from '../../contract/backend';
import type { EnsureResult } from '../../contract/ensureUser';
import type { Address, Customer } from '../../domain/customer';
import { addressFields } from '../../domain/customer';
import { count, instantOrNull, list, object, text, textOrNull, word } from './decode';
import { knownIssueCode, knownParams } from './knownIssues';
import { pathOfPointer, pointerOfPath } from './pointer';

function decodeAddress(value: unknown, at: string): Address | null {
	if (value === null) return null;
	const from = object(value, at);
	const entries = addressFields.map((field) => [field, textOrNull(from[field], `${at}.${field}`)] as const);
	return Object.fromEntries(entries) as Record<keyof Address, string | null>;
}

/**
 * A copy of a customer's declared fields, and of no others.
 * @param hiddenId what stands for an id that is `null` because the grant hides it; without it such an id is refused
 */
export function decodeCustomer(value: unknown, hiddenId?: string, at = 'customer'): Customer {
	const from = object(value, at);
	return {
		id: text(from.id === null ? hiddenId : from.id, `${at}.id`),
		email: textOrNull(from.email, `${at}.email`),
		name: textOrNull(from.name, `${at}.name`),
		phone: textOrNull(from.phone, `${at}.phone`),
		address: decodeAddress(from.address, `${at}.address`),
		created: instantOrNull(from.created, `${at}.created`),
		version: textOrNull(from.version, `${at}.version`),
	};
}

/** A copy of a page; `hiddenId` as in {@link decodeCustomer}. */
export function decodePage(value: unknown, hiddenId?: string): CustomerPage {
	const from = object(value, 'page');
	const page: CustomerPage = {
		data: list(from.data, 'page.data', (row, at) => decodeCustomer(row, hiddenId, at)),
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

/** A copy of what `create` returns; `hiddenId` as in {@link decodeCustomer}. */
export function decodeCreateResult(value: unknown, hiddenId?: string): CreateResult {
	const from = object(value, 'result');
	return {
		customer: decodeCustomer(from.customer, hiddenId),
		outcome: word(from.outcome, ['created', 'existing', 'unknown'] as const, 'outcome'),
	};
}

/** A copy of what `ensureMe` returns; `hiddenId` as in {@link decodeCustomer}. */
export function decodeEnsureResult(value: unknown, hiddenId?: string): EnsureResult {
	const from = object(value, 'result');
	const result: EnsureResult = {
		customer: decodeCustomer(from.customer, hiddenId),
		outcome: word(from.outcome, ['linked', 'created', 'existing'] as const, 'outcome'),
	};
	if (from.issues === undefined) return result;
	return {
		...result,
		issues: list(from.issues, 'issues', (entry, at) => {
			const { path, code, params } = object(entry, at);
			const known = knownParams(params);
			return { path: pathOfPointer(pointerOfPath(path)), code: knownIssueCode(code), ...(known && { params: known }) };
		}),
	};
}
