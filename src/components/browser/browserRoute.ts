/** What a path under the browser's `basePath` shows. */
export interface BrowserRoute {
	/** The customer on screen; `null`: the list. */
	id: string | null;
	/** The dialog above it. */
	dialog: 'create' | 'edit' | null;
}

/** Reads a path: `/`, `/new`, `/:id` and `/:id/edit`; anything else is the list. */
export function parseRoute(basePath: string, path: string): BrowserRoute {
	const base = trimEnd(basePath);
	const rest = path.replace(/[?#].*$/, '');
	const [first, second, ...more] = rest.startsWith(`${base}/`) ? trimEnd(rest.slice(base.length + 1)).split('/') : [];
	if (!first || more.length > 0 || (second !== undefined && second !== 'edit')) return { id: null, dialog: null };
	if (first === 'new') return { id: null, dialog: second === undefined ? 'create' : null };
	return { id: decode(first), dialog: second === 'edit' ? 'edit' : null };
}

/** The way back: the address of a route. */
export function routeHref(basePath: string, { id, dialog }: BrowserRoute): string {
	const base = trimEnd(basePath);
	if (id === null) return dialog === 'create' ? `${base}/new` : base || '/';
	return `${base}/${encodeURIComponent(id)}${dialog === 'edit' ? '/edit' : ''}`;
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
