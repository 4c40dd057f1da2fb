import { throwIfAborted, wait } from '../contract/abort';
import type { CallOptions, CustomerBackend, CustomerChange } from '../contract/backend';
import { CustomerError, type CustomerErrorCode } from '../contract/errors';

/** What should go wrong with a call. */
export interface Fault {
	/** Milliseconds before anything happens; an abort ends the wait. */
	delayMs?: number;
	/** What the call rejects with: a code makes a {@link CustomerError}. */
	error?: CustomerErrorCode | Error;
	/** The call never settles, unless it is aborted. */
	hang?: boolean;
	/** The call reaches the backend and only its answer is lost: to `error`, to `hang`, else to a `timeout`. */
	after?: true;
}

/** One call on its way to the backend. */
export interface PlannedCall {
	/** The backend's method. */
	method: Exclude<keyof CustomerBackend, 'idPattern' | 'recall' | 'retriesReads' | 'stores'>;
	/** What it is called with, its options last. */
	args: readonly unknown[];
}

const methods = [
	'capabilities',
	'list',
	'get',
	'create',
	'update',
	'checkEntitlements',
	'createCheckout',
	'createBillingPortal',
	'listSubscriptions',
	'cancelSubscription',
	'resumeSubscription',
	'ensureMe',
	'exportCsv',
] as const satisfies PlannedCall['method'][];

type Subscribe = NonNullable<CustomerBackend['subscribe']>;
type AnyMethod = (...args: readonly unknown[]) => unknown;

/**
 * A backend whose calls fail, dawdle or hang as planned. A `subscribe` that is to fail or hang tells nothing; one with `delayMs` tells each
 * change so much later.
 *
 * @param plan asked once a call, with its arguments; where it returns nothing, the call goes through untouched
 * @returns a backend over the given one
 * @example
 * const flaky = withFaults(backend, ({ method }) => (method === 'update' ? { error: 'version_conflict' } : undefined));
 */
export function withFaults(
	backend: CustomerBackend,
	// biome-ignore lint/suspicious/noConfusingVoidType: a plan that only looks on returns nothing at all
	plan: (call: PlannedCall) => Fault | undefined | void,
): CustomerBackend {
	const faulty: Partial<Record<keyof CustomerBackend, unknown>> = {};
	if (backend.idPattern) faulty.idPattern = backend.idPattern;
	if (backend.retriesReads) faulty.retriesReads = backend.retriesReads;
	if (backend.stores) faulty.stores = backend.stores;
	if (backend.recall) faulty.recall = backend.recall.bind(backend);
	if (backend.subscribe)
		faulty.subscribe = (...args: Parameters<Subscribe>) => sufferChanges(backend, args, plan({ method: 'subscribe', args }) ?? {});
	for (const method of methods) {
		const original = backend[method] as AnyMethod | undefined;
		if (!original) continue;
		faulty[method] = (...args: readonly unknown[]) => {
			const go = () => original.apply(backend, [...args]);
			const fault = plan({ method, args });
			return fault ? suffer(fault, go, signalOf(args)) : go();
		};
	}
	return faulty as unknown as CustomerBackend;
}

async function suffer({ delayMs = 0, error, hang, after }: Fault, go: () => unknown, signal: AbortSignal | undefined): Promise<unknown> {
	if (delayMs > 0) await wait(delayMs, signal);
	throwIfAborted(signal);
	if (after) await go();
	if (hang) await wait(Number.POSITIVE_INFINITY, signal);
	if (error === undefined && !after) return go();
	throw typeof error === 'object'
		? error
		: new CustomerError(error ?? 'timeout', { message: 'A planned fault: see the plan given to withFaults.' });
}

/** A subscription that fails has no way to say so: it is silent. */
function sufferChanges(backend: CustomerBackend, [onChange, call]: Parameters<Subscribe>, fault: Fault): () => void {
	const { delayMs = 0, error, hang, after } = fault;
	if (error !== undefined || hang || after) return () => {};
	const ending = new AbortController();
	const late = (change: CustomerChange) =>
		wait(delayMs, ending.signal).then(
			() => onChange(change),
			() => {},
		);
	const stop = backend.subscribe!(delayMs > 0 ? (change) => void late(change) : onChange, call);
	return () => {
		ending.abort();
		stop();
	};
}

function signalOf(args: readonly unknown[]): AbortSignal | undefined {
	const { signal } = (args.at(-1) ?? {}) as CallOptions;
	return signal instanceof AbortSignal ? signal : undefined;
}
