import { randomHex } from '../../domain/randomHex';
import { stableStringify } from '../../domain/stableStringify';

/** Remembers the idempotency keys of what is being tried, so that trying the same again has one effect. */
export interface IdempotencyKeys {
	/** The key of this input: the same one until the write has succeeded. */
	keyFor(input: unknown): string;
	/** The write succeeded: the same input is another write from now on. */
	settle(input: unknown): void;
}

export function createIdempotencyKeys(): IdempotencyKeys {
	const keys = new Map<string, string>();
	return {
		keyFor(input) {
			const text = stableStringify(input);
			const key = keys.get(text) ?? randomHex(16);
			keys.set(text, key);
			return key;
		},
		settle: (input) => void keys.delete(stableStringify(input)),
	};
}
