/** What a path under the browser's `basePath` shows. */
export interface BrowserRoute {
	/** The customer on screen, `''` where there is none at such a path; `null`: the list. */
	id: string | null;
	/** The dialog above it. */
	dialog: 'create' | 'edit' | null;
}

/** Reads a path: `/`, `/new`, `/:id` and `/:id/edit`. Elsewhere below the base there is nobody; outside of it the list is shown. */
export function parseRoute(basePath: string, path: string): BrowserRoute {
	const base = segmentsOf(basePath);
	const segments = segmentsOf(path.replace(/[?#].*$/, ''));
	const isBelow = base.every((segment, at) => segment === segments[at]);
	const [id, dialog, ...more] = isBelow ? segments.slice(base.length) : [];
	if (id === undefined) return { id: null, dialog: null };
	if (id === 'new' && dialog === undefined) return { id: null, dialog: 'create' };
	if (id === 'new' || more.length > 0) return { id: '', dialog: null };
	if (dialog === undefined) return { id, dialog: null };
	return dialog === 'edit' && id ? { id, dialog } : { id: '', dialog: null };
}

/** The way back: the address of a route. */
export function routeHref(basePath: string, { id, dialog }: BrowserRoute): string {
	const base = trimEnd(basePath);
	if (id === null) return dialog === 'create' ? `${base}/new` : base || '/';
	return `${base}/${encodeURIComponent(id)}${dialog === 'edit' ? '/edit' : ''}`;
}

/** However a router spells them. */
function segmentsOf(path: string): string[] {
	return trimEnd(path).split('/').map(decode);
}

function trimEnd(path: string): string {
	return path.replace(/\/+$/, '');
}

/** A hand-made address may hold a lone `%`. */
function decode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
