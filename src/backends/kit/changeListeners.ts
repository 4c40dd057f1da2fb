import type { CustomerBackend, CustomerChange } from '../../contract/backend';

/** Who wants to hear of changes, and how they are told. */
export interface ChangeListeners {
	/** The backend's own `subscribe`. */
	subscribe: NonNullable<CustomerBackend['subscribe']>;
	/** Tells everybody who listens to a scope, after whatever runs now; what a listener throws reaches nobody. */
	tell(change: CustomerChange, scope: string): void;
	/** Tells the listeners of every scope that there was a gap. */
	tellGap(): void;
}

/**
 * Listeners by scope, for a backend that hears of its own changes.
 *
 * @param onFirst called when somebody listens where nobody did. Default: nothing
 * @param onNone called when nobody listens any more. Default: nothing
 * @returns the `subscribe` of a backend, and what tells those who called it
 * @example
 * const changes = createChangeListeners();
 * changes.tell({ type: 'created', id: 'cus_1' }, 'acme');
 */
export function createChangeListeners(onFirst?: () => void, onNone?: () => void): ChangeListeners {
	const scopes = new Map<string, Set<(change: CustomerChange) => void>>();
	const tell = (change: CustomerChange, scope: string) => {
		for (const listener of scopes.get(scope) ?? []) queueMicrotask(() => listener({ ...change }));
	};
	return {
		tell,
		tellGap: () => {
			for (const scope of scopes.keys()) tell({ type: 'resync' }, scope);
		},
		subscribe(onChange, { scope = '', signal } = {}) {
			if (signal?.aborted) return () => {};
			let ended = false;
			// One of its own for each call, also where a function listens twice.
			const listener = (change: CustomerChange) => {
				try {
					if (!ended) onChange(change);
				} catch {
					// A listener's own fault must not end the process, nor keep others from hearing.
				}
			};
			const listeners = scopes.get(scope) ?? new Set();
			if (scopes.size === 0) onFirst?.();
			scopes.set(scope, listeners.add(listener));
			const stop = () => {
				if (ended) return;
				ended = true;
				signal?.removeEventListener('abort', stop);
				listeners.delete(listener);
				if (listeners.size > 0 || scopes.get(scope) !== listeners) return;
				scopes.delete(scope);
				if (scopes.size === 0) onNone?.();
			};
			signal?.addEventListener('abort', stop, { once: true });
			return stop;
		},
	};
}
