import type { Customer } from '../../domain/customer';
import { toInstant } from '../../domain/toInstant';
import type { CheckedListRequest } from '../kit/checkListRequest';

/** Customers in list order, and whether the list goes on in the direction it was asked for. */
export interface Rows {
	customers: Customer[];
	more: boolean;
}

export function inRange({ created }: Customer, { gte, lt }: CheckedListRequest['created']): boolean {
	if (gte === null && lt === null) return true;
	const instant = created === null ? null : toInstant(created);
	return instant !== null && (gte === null || instant >= gte) && (lt === null || instant < lt);
}

/** What Stripe's lists take: whole seconds, as its customers have no others. */
export function toSeconds({ gte, lt }: CheckedListRequest['created']): { created?: { gte?: number; lt?: number } } {
	if (gte === null && lt === null) return {};
	const seconds = (instant: string) => Math.floor(Date.parse(instant) / 1000) + (instant.endsWith('.000000Z') ? 0 : 1);
	return { created: { ...(gte !== null && { gte: seconds(gte) }), ...(lt !== null && { lt: seconds(lt) }) } };
}
