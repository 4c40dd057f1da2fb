import type { CustomerSort } from '../../contract/backend';
import type { Customer } from '../../domain/customer';
import { digest } from '../../domain/digest';

/** A customer that was shown, and what it was sorted by: the time of creation, or a digest of name or email. */
type Anchor = readonly [id: string, key: string];

/**
 * The customers that a list goes on from, the nearest first. The SDK goes on from one customer's id: should that customer be
 * deleted, or moved by an edit of what the list is sorted by, the one before it shows the way just as well.
 */
export type Anchors = readonly Anchor[];

const maxAnchors = 4;

/** Adds the customers that were shown last, the nearest first, to the anchors that led to them. */
export async function extendAnchors(nearest: readonly Customer[], former: Anchors, sort: CustomerSort): Promise<Anchors> {
	const added = nearest.slice(0, maxAnchors).map(async (customer): Promise<Anchor> => [customer.id, await sortKey(customer, sort)]);
	return [...(await Promise.all(added)), ...former].slice(0, maxAnchors);
}

/** Whether an edit can move a customer in a list of this sort. */
export function canMove(sort: CustomerSort): boolean {
	return sort !== 'created' && sort !== '-created';
}

export async function sortKey(customer: Customer, sort: CustomerSort): Promise<string> {
	if (!canMove(sort)) return customer.created ?? '';
	// A cursor must stay short, whatever the name's length.
	return (await digest(JSON.stringify(customer[sort.replace('-', '') as 'name' | 'email']))).slice(0, 12);
}
