import { listen } from './startHost';

const policy = "default-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";
const types: Record<string, string> = { js: 'text/javascript', css: 'text/css' };

/** A host that lets its pages load nothing but its own files, and write no script or style into themselves. */
export function startStrictHost(files: ReadonlyMap<string, string>, bodyOf: (path: string) => string | Promise<string>) {
	return listen(async (request, response) => {
		const path = request.url ?? '/';
		const file = files.get(path);
		if (file !== undefined) return response.writeHead(200, { 'Content-Type': types[path.split('.').pop()!] }).end(file);
		response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Security-Policy': policy });
		response.end(
			`<!doctype html><html lang="en"><meta charset="utf-8"><title>Shop</title><link rel="stylesheet" href="/page.css"><body>${await bodyOf(path)}<script type="module" src="/page.js"></script>`,
		);
	});
}
