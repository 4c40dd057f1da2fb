import { errorStatus } from '../../contract/errors';
import { idempotencyKeyPattern } from '../../contract/idempotencyKey';
import { digest } from '../../domain/digest';
import { stableStringify } from '../../domain/stableStringify';
import { type Answer, bodyOf, type Call } from './call';
import type { KeptAnswer } from './idempotency';
import { malformed, Refusal, refusalOf } from './refusal';

/**
 * The `Idempotency-Key` of a write, or `null`.
 * @throws `malformed_request` unless it is 1–255 visible ASCII characters
 */
function idempotencyKeyOf(request: Request): string | null {
	const key = request.headers.get('idempotency-key');
	if (key === null || idempotencyKeyPattern.test(key)) return key;
	throw malformed('Idempotency-Key is not 1–255 visible ASCII characters.');
}

function isKept({ code }: Refusal): boolean {
	const status = errorStatus[code];
	return (status === 409 || status === 422) && code !== 'idempotency_in_progress' && code !== 'idempotency_key_reused';
}

/**
 * Runs a write once per idempotency key. `work` gets the request's body, and the key for the backend, which knows neither actors
 * nor routes: a digest of all that the key belongs to.
 * @throws what {@link bodyOf} throws, `malformed_request`, `idempotency_in_progress`, `idempotency_key_reused`, or the refusal that was kept
 */
export async function once(call: Call, work: (body: unknown, backendKey?: string) => Promise<Answer>): Promise<Answer> {
	const key = idempotencyKeyOf(call.request);
	const body = await bodyOf(call);
	if (key === null) return work(body);
	const { request, route, access, deadline, settings } = call;
	const owner = [access.scope, access.actor ?? null, request.method, route.pattern, route.id ?? null, route.subscriptionId ?? null, key];
	const [backendKey, storeKey, fingerprint] = await Promise.all([
		digest(JSON.stringify(owner)),
		// Who may read less by now must not be answered what was kept when more could be read.
		digest(JSON.stringify([...owner, access.readKey])),
		digest(stableStringify(body)),
	]);
	const store = settings.idempotency;
	const known = await deadline.run(() => store.begin(storeKey, fingerprint));
	if (known.state === 'reused') {
		throw new Refusal('idempotency_key_reused', {
			message: 'This Idempotency-Key came before with another body. Use a new key for each intent.',
		});
	}
	if (known.state === 'in_progress')
		throw new Refusal('idempotency_in_progress', { message: 'The first request with this Idempotency-Key is still running.' });
	if (known.state === 'done') return answerOf(known.answer);
	const settle = async (answer: KeptAnswer | null) => {
		try {
			await (answer === null ? store.release(storeKey) : store.keep(storeKey, answer));
		} catch {
			// The write has happened or failed already; a store that is down must not change its answer.
		}
	};
	try {
		const answer = await work(body, backendKey);
		await settle(answer);
		return answer;
	} catch (error) {
		const refusal = refusalOf(error);
		await settle(isKept(refusal) ? { refusal: refusal.code, errors: refusal.errors } : null);
		throw error;
	}
}

function answerOf(kept: KeptAnswer): Answer {
	if ('refusal' in kept)
		throw new Refusal(kept.refusal, { errors: kept.errors, message: 'Refused as it was the first time under this Idempotency-Key.' });
	return kept;
}
