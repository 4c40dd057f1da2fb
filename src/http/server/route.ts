/** What a request is about to do; `authorize` decides by it. */
export type Action =
	/** To read a page of customers, searched or not. */
	| 'list'
	/** To read one customer. */
	| 'get'
	/** To make a customer. An import is one request a row. */
	| 'create'
	/** To change a customer. */
	| 'update'
	/** To read all that match, as CSV. */
	| 'export'
	/** To ask what a customer has paid for. */
	| 'entitlements'
	/** To begin a purchase. */
	| 'checkout'
	/** To open the vendor's page for invoices and payment methods. */
	| 'portal'
	/** To read a customer's subscriptions. */
	| 'subscriptions'
	/** To end a subscription. */
	| 'cancel'
	/** To take back the end of a subscription. */
	| 'resume'
	/** To ask what can be done here, which every page does first. */
	| 'capabilities'
	/** To find or make the caller's own customer. */
	| 'ensure'
	/** To be told of changes as they happen: of ids, and for as long as this is allowed, which is asked again every five minutes. */
	| 'changes';

/** Ids of subscriptions, whatever their vendor. */
export const subscriptionIdPattern = /^[\w.:-]{1,255}$/;

/** A matched path: what may be done there, and to which customer. */
export interface Route {
	/** The pattern, for idempotency keys. */
	pattern: string;
	methods: Readonly<Record<string, Action>>;
	id?: string | undefined;
	subscriptionId?: string;
}

/** Every path and what may be done there; the first that fits counts. */
export const patterns: readonly (readonly [string, Route['methods']])[] = [
	['/', { GET: 'list', HEAD: 'list', POST: 'create' }],
	['/search', { POST: 'list' }],
	['/export', { POST: 'export' }],
	['/capabilities', { GET: 'capabilities', HEAD: 'capabilities' }],
	['/changes', { GET: 'changes', HEAD: 'changes' }],
	// `me` is an id, and more.
	['/me', { GET: 'get', HEAD: 'get', PATCH: 'update', POST: 'ensure' }],
	['/:id', { GET: 'get', HEAD: 'get', PATCH: 'update' }],
	['/:id/entitlements', { POST: 'entitlements' }],
	['/:id/checkout', { POST: 'checkout' }],
	['/:id/billing-portal', { POST: 'portal' }],
	['/:id/subscriptions', { GET: 'subscriptions', HEAD: 'subscriptions' }],
	['/:id/subscriptions/:sub/cancel', { POST: 'cancel' }],
	['/:id/subscriptions/:sub/resume', { POST: 'resume' }],
];

function decode(segment: string): string | null {
	try {
		return decodeURIComponent(segment);
	} catch {
		return null;
	}
}

export const isBelow = (pathname: string, basePath: string) => pathname === basePath || pathname.startsWith(`${basePath}/`);

/** The route of a path below `basePath`, or `null`: nothing lives there. */
export function matchRoute(pathname: string, basePath: string): Route | null {
	if (!isBelow(pathname, basePath)) return null;
	const rest = pathname.slice(basePath.length + 1);
	const segments = rest === '' ? [] : rest.split('/');
	for (const [pattern, methods] of patterns) {
		const parts = pattern === '/' ? [] : pattern.slice(1).split('/');
		if (parts.length !== segments.length || !parts.every((part, at) => part.startsWith(':') || part === segments[at])) continue;
		const at = (name: string) => decode(segments[parts.indexOf(name)] ?? '');
		const route: Route = { pattern, methods };
		if (pattern === '/me') route.id = 'me';
		if (parts.includes(':id')) {
			const id = at(':id');
			if (!id) return null;
			route.id = id;
		}
		if (parts.includes(':sub')) {
			const id = at(':sub');
			if (id === null || !subscriptionIdPattern.test(id)) return null;
			route.subscriptionId = id;
		}
		return route;
	}
	return null;
}
