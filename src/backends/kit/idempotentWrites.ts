import type { WriteOptions } from '../../contract/backend';
import { isCustomerError } from '../../contract/errors';
import { copyData } from '../../domain/copyData';
import { stableStringify } from '../../domain/stableStringify';
import { idempotencyKeyReused } from './refusals';

/** Idempotency keys that are remembered, the oldest forgotten first. */
const maxKeys = 10_000;

/**
 * Runs a write once per scope, route and idempotency key; without a key, each time.
 *
 * @param route what is called, with the id it is called for: a key of one route says nothing about another
 * @param input what the key belongs to, validated
 * @param call the call's options
 * @param write has its effect, and returns what is answered to every caller of the key
 */
export type RunIdempotently = <T>(route: string, input: unknown, call: WriteOptions, write: () => Promise<T>) => Promise<T>;

/**
 * Idempotency keys for a store that knows none. They are remembered in this process, the last 10,000 of them, so a store that
 * several servers share should keep them itself. A write that fails is not remembered: whoever repeats it tries again.
 *
 * @returns what runs a write. It throws `idempotency_key_reused` for a key that came before with another input, and what the write throws
 * @example
 * const runIdempotently = createIdempotentWrites();
 * const result = await runIdempotently('create', input, call, () => backend.create(input));
 */
export function createIdempotentWrites(): RunIdempotently {
	const written = new Map<string, { input: string; answer: Promise<unknown> }>();
	return async function runIdempotently<T>(route: string, input: unknown, call: WriteOptions, write: () => Promise<T>): Promise<T> {
		if (call.idempotencyKey === undefined) return write();
		const key = JSON.stringify([call.scope ?? '', route, call.idempotencyKey]);
		const text = stableStringify(input);
		const former = written.get(key);
		if (former) {
			if (former.input !== text) throw idempotencyKeyReused();
			try {
				return copyData((await former.answer) as T);
			} catch (error) {
				// That the first caller hung up says nothing about this one's call.
				if (!isCustomerError(error) || error.code !== 'aborted' || call.signal?.aborted) throw error;
				return runIdempotently(route, input, call, write);
			}
		}
		const answer = write();
		written.set(key, { input: text, answer });
		if (written.size > maxKeys) written.delete(written.keys().next().value!);
		try {
			return copyData(await answer);
		} catch (error) {
			if (written.get(key)?.answer === answer) written.delete(key);
			throw error;
		}
	};
}
