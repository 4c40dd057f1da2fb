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

/**
 * Runs a write once per idempotency key; whoever comes with the key again gets its first response.
 *
 * @param read takes the request's body, and refuses what can be refused by the body alone, so that no key is claimed for it; `null` for a
 * route without a body
 * @param work gets what `read` made of it, and the key for the backend, which knows neither actors nor routes: a digest of all that the key
 * belongs to
 * @throws what `read` and {@link readBody} throw, `malformed_request`, `idempotency_in_progress`, `idempotency_key_reused`, or the problem that
 * was kept
 */
export async function withIdempotency<T>(
	call: Call,
	read: ((body: unknown) => T) | null,
	work: (value: T, backendKey?: string) => Promise<RouteResponse>,
): Promise<RouteResponse> {
	const key = idempotencyKeyOf(call.request);
	const value = read === null ? (null as T) : read(await readBody(call));
	if (key === null) return work(value);
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
		const response = await work(value, backendKey);
		await settle(response);
		return response;
	} catch (error) {
		const problem = toProblemError(error);
		await settle(isKept(error, problem) ? { refusal: problem.code, errors: problem.errors } : null);
		throw error;
	}
}

function replay(kept: KeptAnswer): RouteResponse {
	if ('refusal' in kept)
		throw new ProblemError(kept.refusal, { errors: kept.errors, message: 'Refused as it was the first time under this Idempotency-Key.' });
	return kept;
}
