import type { WriteOptions } from '../../contract/backend';
import { isCustomerError } from '../../contract/errors';
import { FairMemory } from '../../contract/fairMemory';
import { copyData } from '../../domain/copyData';
import { stableStringify } from '../../domain/stableStringify';
import { idempotencyKeyReused } from './refusals';

/**
 * Runs a write once per scope, route and idempotency key; without a key, each time.
 *
 * @param route what is called, with the id it is called for: a key of one route says nothing about another
 * @param input what the key belongs to, validated
 * @param call the call's options
 * @param write has its effect, and returns what is answered to every caller of the key
 */
export interface RunIdempotently {
	/** Runs it, or answers as it did. @throws `idempotency_key_reused` for a key of another input, and what the write throws */
	<T>(route: string, input: unknown, call: WriteOptions, write: () => Promise<T>): Promise<T>;
	/** What a write under this key returned, also one that is running yet; `null` where none was done. For the backend's own `recall`. @throws `idempotency_key_reused` */
	recall<T>(route: string, call: WriteOptions): Promise<T | null>;
}

/**
 * Idempotency keys for a store that knows none. They are remembered in this process, for a day, at most 10,000 of them in 16 MB; where that
 * is too much, the oldest of the scope with most goes, and there of the route with most, so that nobody pushes out another customer's. A store
 * that several servers share should keep them itself. A write that fails is not remembered: whoever repeats it tries again.
 *
 * @returns what runs a write. It throws `idempotency_key_reused` for a key that came before with another input, and what the write throws
 * @example
 * const runIdempotently = createIdempotentWrites();
 * const result = await runIdempotently('create', input, call, () => backend.create(input));
 */
export function createIdempotentWrites(): RunIdempotently {
	const running = new Map<string, { input: string; answer: Promise<unknown> }>();
	const written = new FairMemory<{ input: string; answer: unknown }>({
		maxEntries: 10_000,
		maxBytes: 16_777_216,
		ttlMs: 86_400_000,
		now: Date.now,
	});

	function formerOf(key: string, input: string) {
		const former = running.get(key) ?? written.get(key);
		if (former && former.input !== input) throw idempotencyKeyReused();
		return former;
	}

	async function recall<T>(route: string, call: WriteOptions): Promise<T | null> {
		const { idempotencyKey, inputDigest } = call;
		if (idempotencyKey === undefined || inputDigest === undefined) return null;
		const former = formerOf(keyOf(route, call), inputDigest);
		return former ? copyData((await former.answer) as T) : null;
	}

	async function runIdempotently<T>(route: string, input: unknown, call: WriteOptions, write: () => Promise<T>): Promise<T> {
		const { scope = '', idempotencyKey, inputDigest } = call;
		if (idempotencyKey === undefined) return write();
		const key = keyOf(route, call);
		const text = inputDigest ?? stableStringify(input);
		const former = formerOf(key, text);
		if (former) {
			try {
				return copyData((await former.answer) as T);
			} catch (error) {
				// That the first caller hung up says nothing about this one's call.
				if (!isCustomerError(error) || error.code !== 'aborted' || call.signal?.aborted) throw error;
				return runIdempotently(route, input, call, write);
			}
		}
		const answer = write();
		running.set(key, { input: text, answer });
		try {
			const value = await answer;
			written.set(key, { input: text, answer: value }, [scope, route], 2 * (text.length + stableStringify(value).length));
			return copyData(value);
		} finally {
			running.delete(key);
		}
	}

	return Object.assign(runIdempotently, { recall });
}

function keyOf(route: string, { scope = '', idempotencyKey }: WriteOptions): string {
	return JSON.stringify([scope, route, idempotencyKey]);
}
