import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import { build } from 'vite';
import { memoryBackend } from '../../src/backends/memory';
import { type CustomersHandlerOptions, createCustomersHandler } from '../../src/server';

export interface HostOptions extends Partial<CustomersHandlerOptions> {
	/** What the server takes its own address for, whoever calls it by which name, as Next does. */
	believes?: string;
}

export interface Host {
	port: number;
	/** What came to the handler so far, and what it was answered. */
	calls: { method: string; cookie: boolean; status: number }[];
	/** How many customers there are. */
	count(): Promise<number>;
	stop(): Promise<void>;
}

const people = ['Asha Rao', 'Bo Li', 'Chen Wei'].map((name, at) => ({ id: `cus_${at + 1}`, name, email: `${at}@example.com` }));

/** The page of a host, with the kit's client in it. */
export async function bundlePage(entry = 'page.ts'): Promise<string> {
	const bundle = await build({
		configFile: false,
		logLevel: 'warn',
		build: {
			write: false,
			lib: { entry: fileURLToPath(new URL(entry, import.meta.url)), formats: ['es'] },
			rolldownOptions: { output: { codeSplitting: false } },
		},
	});
	const [{ output }] = bundle as unknown as [{ output: { code: string }[] }];
	const code = output.map((part) => part.code).join('');
	return `<!doctype html><meta charset="utf-8"><title>Shop</title><script type="module">${code.replaceAll('</script', '<\\/script')}</script>`;
}

/** A host app: its page starts a session, and the session's cookie is all that its handler goes by. */
export async function startHost(page: string, { believes, ...options }: HostOptions = {}): Promise<Host> {
	const backend = memoryBackend({ customers: people });
	const handler = createCustomersHandler({
		backend,
		authorize: (request) => (isSignedIn(request) ? { allow: true, scope: 'shop' } : null),
		onError: () => {},
		...options,
	});
	const calls: Host['calls'] = [];
	const answer = async (request: Request) => {
		const { pathname, search } = new URL(request.url);
		if (!pathname.startsWith('/api/customers')) {
			return new Response(page, { headers: { 'Content-Type': 'text/html', 'Set-Cookie': 'session=zara; Path=/; HttpOnly' } });
		}
		const response = await handler(believes === undefined ? request : new Request(believes + pathname + search, request));
		calls.push({ method: request.method, cookie: isSignedIn(request), status: response.status });
		return response;
	};
	const { port, stop } = await listen(getRequestListener(answer));
	return { port, calls, count: async () => (await backend.list({}, { scope: 'shop' })).data.length, stop };
}

function isSignedIn(request: Request): boolean {
	return request.headers.get('cookie')?.includes('session=zara') === true;
}

/** Listens on any free port of this machine. */
export async function listen(listener: RequestListener): Promise<{ port: number; stop(): Promise<void> }> {
	const server: Server = createServer(listener);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const stop = () =>
		new Promise<void>((resolve) => {
			server.close(() => resolve());
			server.closeAllConnections();
		});
	return { port: (server.address() as AddressInfo).port, stop };
}
