import type { QueryClient } from '@tanstack/react-query';
import { customerKey } from '../cache/customerKey';

/** Lets what a customer has be asked again: at once where it is shown, elsewhere when it is. */
export async function refreshBilling(client: QueryClient, scope: string, customerId: string): Promise<void> {
	await Promise.all([
		client.invalidateQueries({ queryKey: customerKey(scope, 'subscriptions', customerId) }),
		refreshEntitlements(client, scope, customerId),
	]);
}

/** The same for entitlements alone. */
export function refreshEntitlements(client: QueryClient, scope: string, customerId: string): Promise<void> {
	return client.invalidateQueries({ queryKey: customerKey(scope, 'entitlement', customerId) });
}

/** By then, in milliseconds, what was changed in a portal has usually come in: webhooks are late. */
const lateBy = [2_000, 5_000, 15_000];

/** The same at once and a few times later, after a visit that nobody can tell the end of. */
export function refreshAfterPortal(client: QueryClient, scope: string, customerId: string): void {
	const refresh = () => void refreshBilling(client, scope, customerId);
	refresh();
	for (const after of lateBy) setTimeout(refresh, after);
}
