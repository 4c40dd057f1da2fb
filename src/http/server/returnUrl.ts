/**
 * Where checkout and portal may send people back, as an absolute URL: a path on the request's own origin, or a URL on it
 * or on a listed one. `null` for anything else: an open redirect is a phisher's gift.
 */
export function returnUrl(value: unknown, own: string | null, listed: readonly string[]): string | null {
	// biome-ignore lint/suspicious/noControlCharactersInRegex: URL parsers drop control characters, so they could hide a second slash
	if (typeof value !== 'string' || value.length > 2048 || /[\u0000-\u0020\u007f-\u009f\\]/.test(value)) return null;
	if (value.startsWith('/')) {
		if (own === null || value.startsWith('//')) return null;
		const url = new URL(value, own);
		return url.origin === own ? url.href : null;
	}
	if (!/^https?:\/\//i.test(value) || !URL.canParse(value)) return null;
	const url = new URL(value);
	if (url.username !== '' || url.password !== '') return null;
	return url.origin === own || listed.includes(url.origin) ? url.href : null;
}
