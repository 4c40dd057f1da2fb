import { ProblemError } from './problemError';

/** The origin that the browser sees this request at; `null` when the proxy's headers make no sense. */
export function ownOrigin(request: Request, trustProxy: boolean): string | null {
	const url = new URL(request.url);
	if (!trustProxy) return url.origin;
	const first = (name: string) => request.headers.get(name)?.split(',')[0]?.trim().toLowerCase() || null;
	const proto = first('x-forwarded-proto') ?? url.protocol.slice(0, -1);
	const host = first('x-forwarded-host') ?? url.host;
	if (!/^https?$/.test(proto) || !/^[a-z0-9.:[\]_-]+$/.test(host)) return null;
	try {
		return new URL(`${proto}://${host}`).origin;
	} catch {
		return null;
	}
}

/** The listed origin of this request, or `null`. */
export function listedOrigin(request: Request, origins: readonly string[]): string | null {
	const origin = request.headers.get('origin');
	return origin !== null && origins.includes(origin.toLowerCase()) ? origin : null;
}

/**
 * Refuses what another site's page may have sent with this user's cookie. Reads too: responses are personal.
 * @throws `cross_origin`
 */
export function requireSameOrigin(request: Request, own: string | null, listed: string | null): void {
	if (listed !== null) return;
	const origin = request.headers.get('origin');
	const site = request.headers.get('sec-fetch-site');
	const refused =
		(origin !== null && origin.toLowerCase() !== own) ||
		(site !== null && site !== 'same-origin' && site !== 'none') ||
		(origin === null && site === null && request.headers.has('cookie'));
	if (!refused) return;
	throw new ProblemError('cross_origin', {
		message:
			'The request comes from another origin, or a cookie came without Origin and Sec-Fetch-Site. Call from the same origin, list the caller in `origins`, or set `trustProxy` behind a proxy that sets X-Forwarded-Proto and X-Forwarded-Host.',
	});
}

/** What a listed origin's browser needs to see on every response. */
export function corsHeaders(listed: string | null): Record<string, string> {
	if (listed === null) return {};
	return {
		'Access-Control-Allow-Origin': listed,
		'Access-Control-Allow-Credentials': 'true',
		'Access-Control-Expose-Headers': 'ETag, Location, Retry-After, X-Request-Id, Content-Disposition',
	};
}

/** The headers of a preflight's response besides {@link corsHeaders}. */
export function preflightHeaders(methods: readonly string[]): Record<string, string> {
	return {
		'Access-Control-Allow-Methods': methods.join(', '),
		'Access-Control-Allow-Headers': 'Content-Type, Idempotency-Key, If-Match, If-None-Match',
		'Access-Control-Max-Age': '600',
	};
}

/**
 * Origins of an option, in the form they are compared in.
 * @throws TypeError for a wildcard, a path or anything else that is no exact origin.
 */
export function exactOrigins(option: string, origins: readonly string[]): string[] {
	return origins.map((text) => {
		let origin: string | null = null;
		try {
			const url = new URL(text);
			// The URL parser takes an asterisk for a letter of the host.
			if (/^https?:$/.test(url.protocol) && text.toLowerCase() === url.origin && !text.includes('*')) origin = url.origin;
		} catch {
			// reported below with everything else that is no origin
		}
		if (origin === null) {
			throw new TypeError(
				`createCustomersHandler: \`${option}\` has an entry that is no exact origin. Browsers send scheme, host and port only, and wildcards would let any site in. Write it like 'https://admin.example.com'.`,
			);
		}
		return origin;
	});
}
