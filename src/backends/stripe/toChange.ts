import type { CustomerChange } from '../../contract/backend';
import { filledText, property } from '../kit/answer';

/** What an event's object belongs to is a customer's: what it buys, pays and may use is told as a change of that customer. */
const ofCustomer = /^(customer\.subscription|customer\.tax_id|checkout\.session|invoice|entitlements\.active_entitlement_summary)\./;

/** What an event says of customers; `null` where that is nothing. */
export function toChange(event: Readonly<Record<string, unknown>>): CustomerChange | null {
	const type = filledText(event.type) ?? '';
	// Thin events, of accounts that are customers, name no more than the id.
	if (event.object === 'v2.core.event') return ofAccount(type, filledText(property(event.related_object, 'id')));
	const object = property(event.data, 'object');
	if (/^customer\.(created|updated|deleted)$/.test(type))
		return of(type === 'customer.created' ? 'created' : 'updated', property(object, 'id'));
	return ofCustomer.test(type) ? of('updated', customerOf(object)) : null;
}

function ofAccount(type: string, id: string | null): CustomerChange | null {
	if (!type.startsWith('v2.core.account')) return null;
	return of(type === 'v2.core.account.created' ? 'created' : 'updated', id);
}

function of(type: 'created' | 'updated', id: unknown): CustomerChange | null {
	return typeof id === 'string' && /^[\w-]{1,255}$/.test(id) ? { type, id } : null;
}

function customerOf(object: unknown): unknown {
	const customer = property(object, 'customer');
	return property(customer, 'id') ?? customer;
}
