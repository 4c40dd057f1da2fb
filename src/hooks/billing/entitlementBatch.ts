import type { CustomerBackend } from '../../contract/backend';
import type { Entitlement } from '../../contract/billing';
import { CustomerError } from '../../contract/errors';

/** What one call may ask for, as the protocol has it. */
const maxFeatures = 50;

interface Ask {
	featureId: string;
	signal: AbortSignal;
	resolve: (entitlement: Entitlement) => void;
	reject: (error: unknown) => void;
}

/** What waits for the end of this tick, by backend, scope and customer. */
const waiting = new WeakMap<CustomerBackend, Map<string, Ask[]>>();

/**
 * Whether a customer may use a feature. All that is asked for in one tick goes as one call, of up to 50 features; who has left by then is
 * left out, and a call that everybody has left is aborted.
 *
 * @throws `upstream_unavailable` where it could not be found out, which is never a "no"; `not_supported`
 */
export function checkEntitlement(
	backend: CustomerBackend,
	scope: string,
	customerId: string,
	featureId: string,
	signal: AbortSignal,
): Promise<Entitlement> {
	const batches = waiting.get(backend) ?? new Map<string, Ask[]>();
	waiting.set(backend, batches);
	const key = JSON.stringify([scope, customerId]);
	const batch = batches.get(key) ?? [];
	if (batch.length === 0) {
		batches.set(key, batch);
		queueMicrotask(() => {
			batches.delete(key);
			const asks = batch.filter((ask) => !ask.signal.aborted);
			for (let from = 0; from < asks.length; from += maxFeatures)
				void send(backend, scope, customerId, asks.slice(from, from + maxFeatures));
		});
	}
	return new Promise((resolve, reject) => batch.push({ featureId, signal, resolve, reject }));
}

async function send(backend: CustomerBackend, scope: string, customerId: string, asks: Ask[]): Promise<void> {
	try {
		if (!backend.checkEntitlements) throw new CustomerError('not_supported', { message: 'This backend checks no entitlements.' });
		const featureIds = [...new Set(asks.map(({ featureId }) => featureId))];
		const signal = whenAllAbort(asks.map((ask) => ask.signal));
		const entitlements = await backend.checkEntitlements(customerId, featureIds, { signal, scope });
		for (const { featureId, resolve, reject } of asks) {
			const entitlement = entitlements.find(({ feature_id }) => feature_id === featureId);
			if (entitlement && entitlement.has_access !== null) resolve(entitlement);
			else reject(new CustomerError('upstream_unavailable', { message: 'The backend could not find out about this feature.' }));
		}
	} catch (error) {
		for (const { reject } of asks) reject(error);
	}
}

function whenAllAbort(signals: readonly AbortSignal[]): AbortSignal {
	const controller = new AbortController();
	let left = signals.length;
	for (const signal of signals) signal.addEventListener('abort', () => --left === 0 && controller.abort(), { once: true });
	return controller.signal;
}
