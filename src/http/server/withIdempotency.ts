import type { WriteOptions } from '../../contract/backend';
import { errorStatus } from '../../contract/errors';
import { idempotencyKeyPattern } from '../../contract/idempotencyKey';
import type { KeptAnswer } from '../../contract/stores';
import { quickDigest } from '../../domain/quickDigest';
import { stableStringify } from '../../domain/stableStringify';
import { askStore } from './askStore';
import { type Call, type RouteResponse, readBody } from './call';
import { graceMs } from './deadline';
import { malformedRequest, ProblemError, toProblemError } from './problemError';

/**
 * The `Idempotency-Key` of a write, or `null`.
 * @throws `malformed_request` unless it is 1–255 visible ASCII characters
 */
function idempotencyKeyOf(request: Request): string | null {
	const key = request.headers.get('idempotency-key');
	if (key === null || idempotencyKeyPattern.test(key)) return key;
	throw malformedRequest('Idempotency-Key is not 1–255 visible ASCII characters.');
}

/** A refusal of the backend's that would come again. Those of the handler's own cost next to nothing to make anew, and everybody can cause them. */
function isKept(error: unknown, { code }: ProblemError): boolean {
	const status = errorStatus[code];
	return (
		!ProblemError.is(error) && (status === 409 || status === 422) && code !== 'idempotency_in_progress' && code !== 'idempotency_key_reused'
	);
}

/** What a keyed write is asked before it is done. */
interface Gates<First, T> {
	/** Refuses whatever the body says, and before it, yet nobody for whom the key has an answer. */
	first?: () => First | Promise<First>;
	/** Takes the request's body, and refuses what can be refused by the body alone, so that no key is claimed for it; `null` for a route without. */
	read: ((body: unknown) => T) | null;
}

/** A key as the backend gets it, which knows neither actors nor routes: a digest of all that it belongs to, and one of the body. */
export type BackendKey = Required<Pick<WriteOptions, 'idempotencyKey' | 'inputDigest'>>;

/**
 * Runs a write once per idempotency key; whoever comes with the key again gets its first response.
 *
 * @param work gets what `read` made of the body, the outcome of `first`, and the key for the backend
 * @throws what `first`, `read` and {@link readBody} throw, `malformed_request`, `idempotency_in_progress`, `idempotency_key_reused`, or the
 * problem that was kept
 */
export async function withIdempotency<T, First = void>(
	call: Call,
	{ first, read }: Gates<First, T>,
	work: (value: T, first: () => First, key?: BackendKey) => Promise<RouteResponse>,
): Promise<RouteResponse> {
	const passed = await outcomeOf(first);
	let key: string | null;
	let value: T;
	try {
		key = idempotencyKeyOf(call.request);
		value = read === null ? (null as T) : read(await readBody(call));
	} catch (error) {
		passed();
		throw error;
	}
	if (key === null) return work(value, passed);
	const { request, route, access, deadline, settings } = call;
	const { scope, actor } = access;
	const owner = [scope, actor ?? null, request.method, route.pattern, route.id ?? null, route.subscriptionId ?? null, key];
	const [backendKey, storeKey, fingerprint] = await Promise.all([
		quickDigest(JSON.stringify(owner)),
		// Who may read less by now must not get the response that was kept when more could be read.
		quickDigest(JSON.stringify([...owner, access.readKey])),
		quickDigest(stableStringify(value)),
	]);
	const store = settings.idempotency;
	const keyed = { scope, actor, customerId: route.id, writeKey: backendKey, lastsMs: settings.deadlineMs + graceMs };
	const known = await deadline.run(() => {
		const asked = askStore('idempotency.begin()', () => store.begin(storeKey, fingerprint, keyed));
		return asked.then((state) => {
			// Whoever asked has gone: nothing is done under the key, and the next to come with it shall not wait.
			if (deadline.signal.aborted && state?.state === 'started')
				void askStore('idempotency.release()', () => store.release(storeKey)).catch(() => {});
			return state;
		});
	});
	if (known?.state === 'reused') {
		throw new ProblemError('idempotency_key_reused', {
			message: 'This Idempotency-Key came before with another body. Use a new key for each intent.',
		});
	}
	if (known?.state === 'in_progress')
		throw new ProblemError('idempotency_in_progress', { message: 'The first request with this Idempotency-Key is still running.' });
	if (known?.state === 'done') return replay(known.answer);
	if (known?.state !== 'started') throw new ProblemError('misconfigured', { message: 'idempotency.begin() returned no KeyState.' });
	// The write has happened or failed already; a store that is down must not change the response.
	const settle = (kept: KeptAnswer | null) =>
		deadline.settle(async () => (kept === null ? store.release(storeKey) : store.keep(storeKey, kept)));
	try {
		const response = await work(value, passed, { idempotencyKey: backendKey, inputDigest: fingerprint });
		await settle(response);
		return response;
	} catch (error) {
		const problem = toProblemError(error);
		await settle(isKept(error, problem) ? { refusal: problem.code, errors: problem.errors } : null);
		throw error;
	}
}

/** What came of it, to be told when it is asked for. */
async function outcomeOf<T>(work: (() => T | Promise<T>) | undefined): Promise<() => T> {
	try {
		const value = (await work?.()) as T;
		return () => value;
	} catch (error) {
		return () => {
			throw error;
		};
	}
}

function replay(kept: KeptAnswer): RouteResponse {
	if ('refusal' in kept)
		throw new ProblemError(kept.refusal, { errors: kept.errors, message: 'Refused as it was the first time under this Idempotency-Key.' });
	return kept;
}
