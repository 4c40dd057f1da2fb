/** Bytes as text for URLs, headers and keys. */
export function toBase64url(bytes: Uint8Array): string {
	return btoa(String.fromCharCode(...bytes))
		.replaceAll('+', '-')
		.replaceAll('/', '_')
		.replaceAll('=', '');
}

/** The base64url of a SHA-256, also on pages without https and in jsdom, where there is no `crypto.subtle`. */
export async function digest(text: string): Promise<string> {
	const bytes = new TextEncoder().encode(text);
	const hash = crypto.subtle ? await crypto.subtle.digest('SHA-256', bytes) : (await import('./sha256')).sha256(bytes);
	return toBase64url(new Uint8Array(hash));
}
