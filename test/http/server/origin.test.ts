import { describe, expect, it } from 'vitest';
import { mount, refusal } from '../request';

const headersOf = (headers: Record<string, string | undefined>) =>
	Object.fromEntries(Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined));

/** What a browser sends with a request of `page` to `target`: the cookie always, which is the worst case. */
function sent(page: string, target: URL, { fetchMetadata, read }: { fetchMetadata: boolean; read: boolean }) {
	const [from, own] = [new URL(page), page === target.origin];
	const site = (url: URL) => `${url.protocol}${url.hostname.split('.').slice(-2)}`;
	return {
		Cookie: 's=1',
		'Sec-Fetch-Site': !fetchMetadata ? undefined : own ? 'same-origin' : site(from) === site(target) ? 'same-site' : 'cross-site',
		Origin: read ? undefined : page,
		'X-Proyecta-Customers': own ? '1' : undefined,
	};
}

/** How a server may be told of a request to `target`, and whether that is enough where the browser sends no Sec-Fetch-Site. */
const ways: Record<string, (target: URL) => { url: string; headers?: Record<string, string>; trustProxy?: boolean; blind?: boolean }> = {
	directly: ({ origin, host }) => ({ url: origin, headers: { Host: host } }),
	'with https ending before it': ({ host }) => ({ url: `http://${host}`, headers: { Host: host } }),
	'as localhost, with the Host that was called': ({ host }) => ({ url: 'http://localhost:3000', headers: { Host: host } }),
	'as localhost by its own https, with the Host that was called': ({ host, protocol }) => ({
		url: `${protocol}//localhost:3000`,
		headers: { Host: host },
	}),
	'by a proxy that rewrites Host and says so': ({ host, protocol }) => ({
		url: 'http://localhost:3000',
		headers: { Host: 'localhost:3000', 'X-Forwarded-Host': host, 'X-Forwarded-Proto': protocol.slice(0, -1) },
		trustProxy: true,
	}),
	'by a proxy that rewrites Host': () => ({ url: 'http://localhost:3000', headers: { Host: 'localhost:3000' }, blind: true }),
};

describe.each(Object.entries(ways))('a server that is reached %s', (_, way) => {
	const pages = ({ origin, protocol, host, hostname }: URL) =>
		[
			origin,
			`${protocol}//evil.${host}`,
			`${protocol}//${hostname}:8443`,
			`${protocol}//${hostname}.evil.test`,
			'https://evil.test',
			'http://localhost:4000',
		].filter((page) => URL.canParse(page));
	it.each(['https://shop.test', 'https://shop.test:444', 'http://shop.test', 'http://192.168.1.5:5173', 'http://[fd00::1]:8080'])(
		'lets the pages of %s and no others read and write',
		async (name) => {
			const target = new URL(name);
			const { url, headers, trustProxy = false, blind = false } = way(target);
			const { ask: handle } = mount({ trustProxy });
			for (const page of pages(target)) {
				for (const fetchMetadata of blind ? [true] : [true, false]) {
					const allowed = page === target.origin;
					const how = { page, fetchMetadata };
					const ask = (read: boolean) =>
						handle(`${url}/api/customers`, {
							headers: headersOf({ ...headers, ...sent(page, target, { fetchMetadata, read }) }),
							...(!read && { json: { email: 'a@example.com' } }),
						});
					expect([how, (await ask(true)).status, (await ask(false)).status < 300]).toEqual([how, allowed ? 200 : 403, allowed]);
				}
			}
		},
	);
});

describe('where the browser does not say what site a request comes from', () => {
	const url = 'http://localhost:3000/api/customers';
	const at = (Host: string, headers: Record<string, string>) => ({ headers: { Host, Cookie: 's=1', ...headers } });
	it.each([
		['a plain read of the kit', at('shop.test', { 'X-Proyecta-Customers': '1' }), 200],
		['a plain read of anything else', at('shop.test', {}), 403],
		['another value of the header', at('shop.test', { 'X-Proyecta-Customers': '2' }), 403],
		['the header from a foreign origin', at('shop.test', { Origin: 'https://evil.test', 'X-Proyecta-Customers': '1' }), 403],
		['the header from no origin that can be told', at('shop.test', { Origin: 'null', 'X-Proyecta-Customers': '1' }), 403],
		['the default port, said in Host', at('shop.test:443', { Origin: 'https://shop.test' }), 200],
		['the default port of the other scheme', at('shop.test:80', { Origin: 'https://shop.test' }), 403],
		['capitals', at('Shop.Test', { Origin: 'HTTPS://SHOP.TEST' }), 200],
		['a Host that is none', at('shop.test/@evil', { Origin: 'https://shop.test' }), 403],
		['a page inside of an origin', at('shop.test', { Origin: 'https://shop.test/' }), 403],
		[
			'a forwarded host that nobody vouches for',
			at('localhost:3000', { Origin: 'https://evil.test', 'X-Forwarded-Host': 'evil.test' }),
			403,
		],
	])('%s', async (_, init, status) => {
		const response = await mount().ask(url, init);
		expect(response.status).toBe(status);
		if (status === 403) expect(await refusal(response)).toBe('403 cross_origin');
	});

	it('a page without https is none of a server with', async () => {
		const { ask } = mount({ trustProxy: true });
		const headers = { Host: 'shop.test', Cookie: 's=1' };
		expect((await ask('https://shop.test/api/customers', { headers: { ...headers, Origin: 'http://shop.test' } })).status).toBe(403);
		const forwarded = { ...headers, 'X-Forwarded-Proto': 'https', Origin: 'http://shop.test' };
		expect((await ask('http://shop.test/api/customers', { headers: forwarded })).status).toBe(403);
	});
});
