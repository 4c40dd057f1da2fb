import { maxCursorLength } from '../../contract/listRequest';
import { toBase64url } from '../../domain/digest';
import { stableStringify } from '../../domain/stableStringify';
import { concat, openGcm } from './gcm';
import { invalidCursor } from './refusals';

/** Seals positions in a list into opaque cursors, and opens them again. */
export interface CursorSealer {
	/** Encrypts a JSON value, such as the sort key and id of a page's last row; the same binding is needed to open it. Never rejects. */
	seal(position: unknown, binding: unknown): Promise<string>;
	/**
	 * Returns what was sealed.
	 *
	 * @throws `invalid_cursor` for any other text, key or binding
	 */
	open(cursor: string, binding: unknown): Promise<unknown>;
}

const ivBytes = 12;

/** The platform's cryptography, or why there is none. */
function subtle(): SubtleCrypto {
	if (crypto.subtle) return crypto.subtle;
	throw new TypeError(
		'Cursors are sealed by crypto.subtle, which browsers keep to pages that are served over https or from localhost, and jsdom lacks. Run this backend on a server, or serve the page over https.',
	);
}

/**
 * A key for cursors that live as long as this process, for a store that does so too. Never rejects.
 *
 * @throws `TypeError` where there is no `crypto.subtle`: on pages without https, and in jsdom
 * @returns an AES-GCM key
 * @example
 * const cursors = createCursorSealer(randomCursorKey());
 */
export function randomCursorKey(): Promise<CryptoKey> {
	return subtle().generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt', 'decrypt']);
}

/**
 * A key that several servers derive from one secret, so that each opens the others' cursors.
 *
 * @param secret random text of 32 characters or more: whoever has it can make cursors
 * @throws `TypeError` where there is no `crypto.subtle`: on pages without https, and in jsdom
 * @returns an AES-GCM key
 * @example
 * const cursors = createCursorSealer(cursorKeyFromSecret(secret));
 */
export async function cursorKeyFromSecret(secret: string): Promise<CryptoKey> {
	const material = await subtle().importKey('raw', new TextEncoder().encode(secret), 'HKDF', false, ['deriveKey']);
	const info = new TextEncoder().encode('proyecta-customers cursor');
	const algorithm = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info };
	return crypto.subtle.deriveKey(algorithm, material, { name: 'AES-GCM', length: 256 }, true, ['encrypt', 'decrypt']);
}

/**
 * Makes a sealer (AES-GCM, base64url). The binding is authenticated, not stored: whoever opens a cursor with another scope,
 * sort or filter gets `invalid_cursor`. The order of the binding's keys does not matter, and `undefined` counts as absent.
 *
 * @returns the sealer of this key
 * @example
 * const cursors = createCursorSealer(randomCursorKey());
 * const binding = cursorBinding(checkListRequest(listRequest, capabilities), call.scope);
 * const next = await cursors.seal([customer.created, customer.id], binding);
 */
export function createCursorSealer(key: CryptoKey | Promise<CryptoKey>): CursorSealer {
	const gcm = Promise.resolve(key).then(openGcm);
	// Whoever asks hears of it.
	gcm.catch(() => {});
	return {
		async seal(position, binding) {
			const { encrypt } = await gcm;
			const iv = crypto.getRandomValues(new Uint8Array(ivBytes));
			return toBase64url(concat(iv, await encrypt(iv, bytesOf(binding), encoder.encode(JSON.stringify(position)))));
		},
		async open(cursor, binding) {
			const { decrypt } = await gcm;
			try {
				const bytes = fromBase64url(cursor);
				const opened = await decrypt(bytes.slice(0, ivBytes), bytesOf(binding), bytes.slice(ivBytes));
				return JSON.parse(new TextDecoder().decode(opened));
			} catch {
				throw invalidCursor();
			}
		},
	};
}

const encoder = new TextEncoder();

function bytesOf(binding: unknown): Uint8Array<ArrayBuffer> {
	return encoder.encode(stableStringify(binding));
}

function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
	if (text.length > maxCursorLength) throw new TypeError('too long');
	const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));
	// One value has one spelling: stray bits after the last byte would make a second, altered cursor that still opens.
	if (toBase64url(bytes) !== text) throw new TypeError('not canonical');
	return bytes;
}
