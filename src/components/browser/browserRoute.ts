/** What a path under the browser's `basePath` shows. */
export interface BrowserRoute {
	/** The customer on screen, `''` where there is none at such a path; `null`: the list. */
	id: string | null;
	/** The dialog above it; the import stands in the list's place. */
	dialog: 'create' | 'edit' | 'import' | null;
}

/**
 * Reads a path: `/`, `/new`, `/:id` and `/:id/edit`. Elsewhere below the base there is nobody; outside of it the list is shown.
 *
 * @param imports whether `/import` is not somebody's
 */
export function parseRoute(basePath: string, path: string, imports = false): BrowserRoute {
	const base = segmentsOf(basePath);
	const segments = segmentsOf(path.replace(/[?#].*$/, ''));
	const isBelow = base.every((segment, at) => segment === segments[at]);
	const [id, dialog, ...more] = isBelow ? segments.slice(base.length) : [];
	if (id === undefined) return { id: null, dialog: null };
	if (id === 'new' && dialog === undefined) return { id: null, dialog: 'create' };
	if (id === 'import' && dialog === undefined && imports) return { id: null, dialog: id };
	if (id === 'new' || more.length > 0) return { id: '', dialog: null };
	if (dialog === undefined) return { id, dialog: null };
	return dialog === 'edit' && id ? { id, dialog } : { id: '', dialog: null };
}

/** The way back: the address of a route. */
export function routeHref(basePath: string, { id, dialog }: BrowserRoute): string {
	const base = trimEnd(basePath);
	if (id === null) return dialog ? `${base}/${dialog === 'create' ? 'new' : dialog}` : base || '/';
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
