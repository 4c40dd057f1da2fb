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
			const key = keys.get(text) ?? randomKey();
			keys.set(text, key);
			return key;
		},
		settle: (input) => void keys.delete(stableStringify(input)),
	};
}

/** 128 random bits as hex. Not `randomUUID`, which is missing on pages that are not served over https. */
function randomKey(): string {
	return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
