import { type EnsureUser, ensureCustomer, isCustomerError } from '../../../src/server';
import { backend, db } from './host';

/** Never throws, and takes two seconds at most: whoever has no customer by then gets one at the next sign-in. */
export async function giveCustomer(user: EnsureUser['user']): Promise<boolean> {
	try {
		await ensureCustomer({ backend, scope: 'my-company', user, link: db.customerLink, signal: AbortSignal.timeout(2_000) });
		return true;
	} catch (error) {
		console.error(`User ${user.id} has no customer yet:`, isCustomerError(error) ? error.code : error);
		return false;
	}
}
