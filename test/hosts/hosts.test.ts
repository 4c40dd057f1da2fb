import { type Browser, chromium } from 'playwright';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../browser.mjs';
import { bundlePage, type Host, type HostOptions, listen, startHost } from './startHost';

let page: string;
let browser: Browser;

beforeAll(async () => {
	page = await bundlePage();
	browser = await chromium.launch({ executablePath: findBrowser(), args: ['--host-resolver-rules=MAP *.test 127.0.0.1'] });
});
afterAll(() => browser?.close());

/** A real development proxy, which calls the server by another name than the browser calls it. */
async function startProxy(port: number, forwards: boolean): Promise<{ port: number; stop(): Promise<void> }> {
	const proxy = { target: `http://localhost:${port}`, changeOrigin: true, xfwd: forwards };
	const server: ViteDevServer = await createServer({
		configFile: false,
		logLevel: 'error',
		optimizeDeps: { noDiscovery: true },
		server: {
			host: '127.0.0.1',
			port: 0,
			strictPort: false,
			allowedHosts: true,
			hmr: false,
			watch: null,
			cors: false,
			proxy: { '/': proxy },
		},
	});
	await server.listen();
	return { port: Number(new URL(server.resolvedUrls!.local[0]!).port), stop: () => server.close() };
}

interface Way {
	/** The name that the browser calls. */
	name: string;
	options?: HostOptions;
	/** Whether a proxy stands between that calls the server "localhost", and whether it tells what it was called itself. */
	proxy?: 'silent' | 'forwards';
}

const ways: Record<string, Way> = {
	'by its number': { name: '127.0.0.1' },
	'as localhost': { name: 'localhost' },
	'at a name without https': { name: 'shop.test' },
	'behind a proxy that rewrites Host': { name: 'localhost', proxy: 'silent' },
	'at a name without https behind a proxy that rewrites Host, and says so': {
		name: 'shop.test',
		proxy: 'forwards',
		options: { trustProxy: true },
	},
	'by its number, which the server does not know': { name: '127.0.0.1', options: { believes: 'http://localhost:3000' } },
	'at a name without https, which the server does not know': { name: 'shop.test', options: { believes: 'http://localhost:3000' } },
};

describe.each(Object.entries(ways))('a host opened %s', (_, { name, options, proxy }) => {
	let host: Host;
	let between: Awaited<ReturnType<typeof startProxy>> | undefined;
	let url: string;
	/** To browsers this machine is as good as https. */
	const secure = !name.endsWith('.test');

	beforeAll(async () => {
		host = await startHost(page, options);
		between = proxy && (await startProxy(host.port, proxy === 'forwards'));
		url = `http://${name}:${(between ?? host).port}`;
	});
	afterAll(async () => {
		await between?.stop();
		await host?.stop();
	});

	it('lists, finds, creates, changes and exports customers by its cookie', async () => {
		const tab = await browser.newPage();
		await tab.goto(url);
		expect(await tab.evaluate(() => tryAll('zara@example.com'))).toEqual({
			list: 2,
			search: ['Asha Rao'],
			create: 'created',
			update: 'Zara Khan',
			export: 'name\r\nAsha Rao\r\n',
		});
		expect(host.calls.every(({ cookie }) => cookie)).toBe(true);
		await tab.close();
	});

	it.each([
		// Without https no browser says where a plain GET comes from; but then, no cookie comes with it from another site.
		{ who: 'another site', at: 'evil.test', cookie: false, blindGet: secure ? 403 : 401 },
		{ who: 'a sibling', at: secure ? name : `evil.${name}`, cookie: true, blindGet: 403 },
	])('lets the page of $who read and write nothing', async ({ at, cookie, blindGet }) => {
		const blank = await listen((_request, response) => response.setHeader('Content-Type', 'text/html').end('<!doctype html>'));
		const context = await browser.newContext();
		const tab = await context.newPage();
		await tab.goto(url);
		const before = await host.count();
		host.calls.splice(0);
		await tab.goto(`http://${at}:${blank.port}`);
		expect(await tab.evaluate(tryFromOutside, `${url}/api/customers`)).toEqual({
			GET: 'refused',
			'blind GET': 'unread',
			'blind POST': 'unread',
			'POST of JSON': 'refused',
			"GET with the kit's header": 'refused',
		});
		expect(host.calls).toEqual([
			{ method: 'GET', cookie, status: 403 },
			{ method: 'GET', cookie, status: blindGet },
			{ method: 'POST', cookie, status: 403 },
			{ method: 'OPTIONS', cookie: false, status: 403 },
			{ method: 'OPTIONS', cookie: false, status: 403 },
		]);
		expect(await host.count()).toBe(before);
		await context.close();
		await blank.stop();
	});
});

/** In the page of somebody else: what it can send with the visitor's cookies, and whether it learned anything. */
async function tryFromOutside(url: string): Promise<Record<string, string>> {
	const attempt = (init: RequestInit) =>
		fetch(url, { credentials: 'include', ...init }).then(
			async (answer) => (await answer.text()) || 'unread',
			() => 'refused',
		);
	const body = JSON.stringify({ email: 'mallory@example.com' });
	return {
		GET: await attempt({}),
		'blind GET': await attempt({ mode: 'no-cors' }),
		'blind POST': await attempt({ mode: 'no-cors', method: 'POST', body }),
		'POST of JSON': await attempt({ method: 'POST', body, headers: { 'Content-Type': 'application/json' } }),
		"GET with the kit's header": await attempt({ headers: { 'X-Proyecta-Customers': '1' } }),
	};
}
