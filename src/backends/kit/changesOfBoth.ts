import type { CustomerBackend, CustomerChange } from '../../contract/backend';
import { isCustomerError } from '../../contract/errors';
import { createChangeListeners } from './changeListeners';

/** One subscription at the billing side for each scope, however many listen: each change there costs a look at whose it is. */
export function changesOfBoth(
	customers: CustomerBackend,
	billing: CustomerBackend,
	customerId: ((billingId: string) => string | null | undefined | Promise<string | null | undefined>) | undefined,
): NonNullable<CustomerBackend['subscribe']> {
	if (!billing.subscribe || !customerId) return (...call) => customers.subscribe!(...call);
	const sold = createChangeListeners();
	const listening = new Map<string, { count: number; stop: () => void }>();

	async function pass(change: CustomerChange, scope: string): Promise<void> {
		if (change.type === 'resync') return sold.tell(change, scope);
		try {
			const id = await customerId!(change.id);
			if (typeof id !== 'string' || id === '') return;
			// The billing side may have one account for all scopes.
			await customers.get(id, { scope });
			sold.tell({ type: 'updated', id }, scope);
		} catch (error) {
			if (!(isCustomerError(error) && error.code === 'not_found')) sold.tell({ type: 'resync' }, scope);
		}
	}

	return (onChange, call = {}) => {
		const { scope = '', signal } = call;
		if (signal?.aborted) return () => {};
		const entry = listening.get(scope) ?? { count: 0, stop: billing.subscribe!((change) => void pass(change, scope), { scope }) };
		listening.set(scope, entry);
		entry.count++;
		const stops = [customers.subscribe!(onChange, call), sold.subscribe(onChange, { scope })];
		let ended = false;
		const stop = () => {
			if (ended) return;
			ended = true;
			signal?.removeEventListener('abort', stop);
			for (const end of stops) end();
			if (--entry.count > 0) return;
			listening.delete(scope);
			entry.stop();
		};
		signal?.addEventListener('abort', stop, { once: true });
		return stop;
	};
}
