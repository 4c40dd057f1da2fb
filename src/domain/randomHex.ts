/** So many random bytes as hex. Not `randomUUID`, which browsers keep to pages that are served over https or from this machine. */
export function randomHex(bytes: number): string {
	return Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
