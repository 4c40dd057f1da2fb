import { randomHex } from '../../domain/randomHex';
import { stableStringify } from '../../domain/stableStringify';
import { callBackend } from './querySettings';

/**
 * Calls the backend under the idempotency key of what is being tried, so that trying the same again has one effect: the same key until that
 * has succeeded, then it is another write. Throws as {@link callBackend} does.
 */
export type CallWithKey = <T>(input: unknown, call: (idempotencyKey: string) => Promise<T> | T) => Promise<T>;

/** Remembers the idempotency keys of what is being tried. */
export function createIdempotencyKeys(): CallWithKey {
	const keys = new Map<string, string>();
	return async (input, call) => {
		const text = stableStringify(input);
		const key = keys.get(text) ?? randomHex(16);
		keys.set(text, key);
		const result = await callBackend(() => call(key));
		keys.delete(text);
		return result;
	};
}
