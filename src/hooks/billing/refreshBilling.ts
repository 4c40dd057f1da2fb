import type { Query, QueryClient } from '@tanstack/react-query';
import { customerKey } from '../cache/customerKey';

type BillingKind = 'subscriptions' | 'entitlement';

/**
 * The entries of what a customer has. Whoever is signed in is known by an id and by `me`, and nobody here knows which id that is: what is
 * done for an id is of `me`, too, and what is done for `me` of all.
 */
export function billingEntries(scope: string, kind: BillingKind, customerId: string) {
	const isOf = ({ queryKey }: Pick<Query, 'queryKey'>) => customerId === 'me' || ['me', customerId].includes(queryKey[3] as string);
	return { queryKey: customerKey(scope, kind), predicate: isOf };
}

/**
 * Lets what a customer has be asked again: at once where it is shown, elsewhere when it is.
 *
 * @param all else entitlements alone
 */
export async function refreshBilling(client: QueryClient, scope: string, customerId: string, all = true): Promise<void> {
	const ask = (kind: BillingKind) => {
		const entries = billingEntries(scope, kind, customerId);
		// TanStack would take a first answer that is on its way for a new one.
		void client.cancelQueries(entries);
		return client.invalidateQueries(entries);
	};
	await Promise.all([ask('entitlement'), all && ask('subscriptions')]);
}

/** By then, in milliseconds, what was changed on the vendor's pages has usually come in: webhooks are late. */
const lateBy = [2_000, 5_000, 15_000];

/** The same at once and a few times later, after a visit that nobody can tell the end of. */
export function refreshAfterVisit(client: QueryClient, scope: string, customerId: string): void {
	const refresh = () => void refreshBilling(client, scope, customerId);
	refresh();
	for (const after of lateBy) setTimeout(refresh, after);
}
