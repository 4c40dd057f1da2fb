/** What `stripe-signature` says: when, and by whom as far as they claim. */
export interface Signature {
	time: string;
	signatures: Uint8Array<ArrayBuffer>[];
}

/** Stripe signs with each secret that is active, of which there are two while one takes the other's place; each costs a hash of the body. */
const most = 5;

/** `t=…,v1=…` of a header, not longer ago than that; `null` where there is nothing to compare. */
export function readSignature(header: string | null, toleranceSeconds: number): Signature | null {
	const parts = (header ?? '').split(',').map((part) => part.trim().split('='));
	const times = parts.filter(([name]) => name === 't');
	const time = times[0]?.[1] ?? '';
	// One time, and in one spelling: the text that was signed is the one that is compared.
	if (times.length !== 1 || !/^[1-9]\d{0,11}$/.test(time)) return null;
	if (Date.now() / 1000 - Number(time) > toleranceSeconds) return null;
	const signatures = parts.flatMap(([name, value = '']) => (name === 'v1' && /^[0-9a-f]{64}$/.test(value) ? [fromHex(value)] : []));
	return signatures.length >= 1 && signatures.length <= most ? { time, signatures } : null;
}

/** Whether Stripe signed these bytes with one of the secrets: by HMAC-SHA256 of `t.bytes`. */
export async function isSigned(
	bytes: Uint8Array<ArrayBuffer>,
	{ time, signatures }: Signature,
	secrets: readonly string[],
): Promise<boolean> {
	const signed = concatenated(new TextEncoder().encode(`${time}.`), bytes);
	for (const secret of secrets) {
		const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [
			'verify',
		]);
		// The platform's own comparison takes the same time wherever two signatures differ.
		for (const signature of signatures) if (await crypto.subtle.verify('HMAC', key, signature, signed)) return true;
	}
	return false;
}

function fromHex(text: string): Uint8Array<ArrayBuffer> {
	return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function concatenated(one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
	const both = new Uint8Array(one.byteLength + other.byteLength);
	both.set(one);
	both.set(other, one.byteLength);
	return both;
}
