import { kitHeader } from '../protocol/kitHeader';
import { isLoopback } from '../protocol/loopback';
import { ProblemError } from './problemError';

function firstOf(request: Request, header: string): string | null {
	return request.headers.get(header)?.split(',')[0]?.trim().toLowerCase() || null;
}

function originAt(protocol: string, host: string | null): string | null {
	const url = `${protocol}//${host}`;
	return /^https?:\/\/[a-z0-9.:[\]_-]+$/.test(url) && URL.canParse(url) ? new URL(url).origin : null;
}

/**
 * The origin that the browser sees this request at; `null` when the proxy's headers make no sense. Many a server takes itself
 * for localhost or knows nothing of the https before it: the `Origin` of a page that called it by its own host says it better.
 * A development server before it may have rewritten that host; then the browser's own word counts, but only on this very machine.
 */
export function ownOrigin(request: Request, trustProxy: boolean): string | null {
	const url = new URL(request.url);
	const told = (header: string) => (trustProxy ? firstOf(request, header) : null);
	const scheme = told('x-forwarded-proto');
	const protocol = scheme === null ? url.protocol : `${scheme}:`;
	const forwarded = told('x-forwarded-host');
	const page = request.headers.get('origin')?.toLowerCase() ?? '';
	const pageProtocol = page.slice(0, page.indexOf(':') + 1);
	const called = page === url.origin || page === originAt(pageProtocol, forwarded ?? firstOf(request, 'host'));
	// What answers over https has no pages without.
	const downgraded = pageProtocol === 'http:' && protocol === 'https:';
	if (called && !downgraded) return page;
	const developed = isLoopback(url.hostname) && request.headers.get('sec-fetch-site') === 'same-origin';
	if (developed && URL.canParse(page) && isLoopback(new URL(page).hostname)) return new URL(page).origin;
	return originAt(protocol, forwarded ?? url.host);
}

/** The listed origin of this request, or `null`. */
export function listedOrigin(request: Request, origins: readonly string[]): string | null {
	const origin = request.headers.get('origin');
	return origin !== null && origins.includes(origin.toLowerCase()) ? origin : null;
}

/**
 * Refuses what another site's page may have sent with this user's cookie. Reads too: responses are personal. Without https
 * browsers send no `Sec-Fetch-Site`, and no `Origin` with a plain GET.
 * @throws `cross_origin`
 */
export function requireSameOrigin(request: Request, own: string | null, listed: string | null): void {
	const { headers } = request;
	const site = headers.get('sec-fetch-site');
	if (site === 'same-origin' || site === 'none' || listed !== null) return;
	const origin = headers.get('origin');
	const unsaid = origin === null && (!headers.has('cookie') || headers.get(kitHeader) === '1');
	if (site === null && (unsaid || origin?.toLowerCase() === own)) return;
	throw new ProblemError('cross_origin', {
		message: `The request comes from another origin, or a cookie came without Sec-Fetch-Site, Origin and the header ${kitHeader}: 1 that httpBackend sends. Call from the same origin, or list the caller in \`origins\`. Without https, behind a proxy that rewrites Host, let the proxy set X-Forwarded-Host and pass \`trustProxy\`.`,
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
		'Access-Control-Allow-Headers': `Content-Type, Idempotency-Key, If-Match, If-None-Match, ${kitHeader}`,
		'Access-Control-Max-Age': '600',
	};
}

/**
 * Origins of an option, in the form they are compared in.
 * @throws TypeError for a wildcard, a path or anything else that is no exact origin.
 */
export function exactOrigins(option: string, origins: readonly string[]): string[] {
	if (!Array.isArray(origins))
		throw new TypeError(`createCustomersHandler: \`${option}\` is no list. Write it like ['https://admin.example.com'].`);
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
