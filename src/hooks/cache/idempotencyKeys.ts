/** Remembers the idempotency key of what is being tried, so that trying the same again has one effect. */
export interface Intents {
	/** The key of this input: the former one until the intent is settled. */
	keyFor(input: unknown): string;
	/** The intent succeeded: the same input is a new intent from now on. */
	settle(input: unknown): void;
}

export function createIntents(): Intents {
	const keys = new Map<string, string>();
	return {
		keyFor(input) {
			const text = stableText(input);
			const key = keys.get(text) ?? randomKey();
			keys.set(text, key);
			return key;
		},
		settle: (input) => void keys.delete(stableText(input)),
	};
}

/** 128 random bits as hex. Not `randomUUID`, which is missing on pages that are not served over https. */
function randomKey(): string {
	return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function stableText(value: unknown): string {
	return JSON.stringify(value, (_, inner: unknown) =>
		typeof inner === 'object' && inner !== null && !Array.isArray(inner)
			? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
			: inner,
	);
}
