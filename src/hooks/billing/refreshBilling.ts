import type { QueryClient } from '@tanstack/react-query';
import { type CustomerKey, customerKey } from '../cache/customerKey';

/** Lets what a customer has be asked again: at once where it is shown, elsewhere when it is. */
export async function refreshBilling(client: QueryClient, scope: string, customerId: string): Promise<void> {
	await Promise.all([askAgain(client, customerKey(scope, 'subscriptions', customerId)), refreshEntitlements(client, scope, customerId)]);
}

/** The same for entitlements alone. */
export function refreshEntitlements(client: QueryClient, scope: string, customerId: string): Promise<void> {
	return askAgain(client, customerKey(scope, 'entitlement', customerId));
}

function askAgain(client: QueryClient, queryKey: CustomerKey<'subscriptions' | 'entitlement', [string]>): Promise<void> {
	// TanStack would take a first answer that is on its way for a new one.
	void client.cancelQueries({ queryKey });
	return client.invalidateQueries({ queryKey });
}

/** By then, in milliseconds, what was changed in a portal has usually come in: webhooks are late. */
const lateBy = [2_000, 5_000, 15_000];

/** The same at once and a few times later, after a visit that nobody can tell the end of. */
export function refreshAfterPortal(client: QueryClient, scope: string, customerId: string): void {
	const refresh = () => void refreshBilling(client, scope, customerId);
	refresh();
	for (const after of lateBy) setTimeout(refresh, after);
}
