/** AES-GCM under one key: the sealed bytes end in their tag. */
export interface Gcm {
	encrypt(iv: Uint8Array<ArrayBuffer>, bound: Uint8Array<ArrayBuffer>, bytes: Uint8Array<ArrayBuffer>): Uint8Array | Promise<Uint8Array>;
	/** Throws, or rejects, for what was not encrypted so. */
	decrypt(iv: Uint8Array<ArrayBuffer>, bound: Uint8Array<ArrayBuffer>, sealed: Uint8Array<ArrayBuffer>): Uint8Array | Promise<Uint8Array>;
}

const tagBytes = 16;

interface Transform {
	setAAD(bytes: Uint8Array): void;
	update(bytes: Uint8Array): Uint8Array;
	final(): Uint8Array;
	getAuthTag(): Uint8Array;
	setAuthTag(tag: Uint8Array): void;
}

/** What is used of node:crypto. */
interface NodeCrypto {
	createCipheriv(algorithm: string, key: Uint8Array, iv: Uint8Array, options: { authTagLength: number }): Transform;
	createDecipheriv(algorithm: string, key: Uint8Array, iv: Uint8Array, options: { authTagLength: number }): Transform;
}

/**
 * The same bytes either way: WebCrypto sends each of these few bytes to another thread, which costs several times what Node's own module
 * does at once. Where there is none, or the key must not be read, WebCrypto it is.
 */
export async function openGcm(key: CryptoKey): Promise<Gcm> {
	const { process } = globalThis as { process?: { getBuiltinModule?(name: string): unknown } };
	const node = process?.getBuiltinModule?.('node:crypto') as NodeCrypto | undefined;
	return node?.createCipheriv && key.extractable ? nodeGcm(node, new Uint8Array(await crypto.subtle.exportKey('raw', key))) : webGcm(key);
}

function nodeGcm(node: NodeCrypto, secret: Uint8Array): Gcm {
	const algorithm = `aes-${secret.length * 8}-gcm`;
	const options = { authTagLength: tagBytes };
	return {
		encrypt(iv, bound, bytes) {
			const cipher = node.createCipheriv(algorithm, secret, iv, options);
			cipher.setAAD(bound);
			const start = cipher.update(bytes);
			return concat(start, cipher.final(), cipher.getAuthTag());
		},
		decrypt(iv, bound, sealed) {
			const end = sealed.length - tagBytes;
			const decipher = node.createDecipheriv(algorithm, secret, iv, options);
			decipher.setAAD(bound);
			decipher.setAuthTag(sealed.subarray(end));
			const start = decipher.update(sealed.subarray(0, end));
			return concat(start, decipher.final());
		},
	};
}

function webGcm(key: CryptoKey): Gcm {
	const parameters = (iv: Uint8Array<ArrayBuffer>, additionalData: Uint8Array<ArrayBuffer>) => ({ name: 'AES-GCM', iv, additionalData });
	return {
		encrypt: async (iv, bound, bytes) => new Uint8Array(await crypto.subtle.encrypt(parameters(iv, bound), key, bytes)),
		decrypt: async (iv, bound, sealed) => new Uint8Array(await crypto.subtle.decrypt(parameters(iv, bound), key, sealed)),
	};
}

/** Bytes one after the other. */
export function concat(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
	const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}
