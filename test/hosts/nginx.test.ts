import { type Browser, chromium } from 'playwright';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { memoryBackend } from '../../src/backends/memory';
import { httpBackend } from '../../src/client';
import { type CustomerBackend, type CustomerChange, CustomerError } from '../../src/server';
import { findBrowser } from '../browser.mjs';
import { findNginx } from './findNginx';
import { bundlePage, startHost } from './startHost';

const start = findNginx();
const memory = memoryBackend({
	customers: Array.from({ length: 250 }, (_, at) => ({ id: `cus_${at}`, name: `Asha ${at}`, email: `${at}@example.com` })),
	capabilities: { conditionalUpdate: 'none' },
});
const authorize = () => ({ allow: true, scope: 'shop' });

describe.skipIf(start === null)('behind nginx as it comes', () => {
	const stops: (() => Promise<void>)[] = [];
	afterAll(async () => {
		for (const stop of stops.reverse()) await stop();
	});

	/** A client of a backend whose host is behind nginx. */
	async function mount(backend: CustomerBackend, settings?: string): Promise<CustomerBackend> {
		const host = await startHost('', { backend, authorize });
		const nginx = await start!(host.port, settings);
		stops.push(host.stop, nginx.stop);
		return httpBackend({ url: `http://127.0.0.1:${nginx.port}/api/customers` });
	}

	const file = async (client: CustomerBackend) =>
		new Response(await client.exportCsv!({ sort: 'created' }, { mode: 'data', columns: ['name'] })).text();

	it('a page lists, finds, creates, changes and exports customers', async () => {
		const host = await startHost(await bundlePage());
		const nginx = await start!(host.port);
		stops.push(host.stop, nginx.stop);
		const browser: Browser = await chromium.launch({ executablePath: findBrowser() });
		const tab = await browser.newPage();
		await tab.goto(`http://127.0.0.1:${nginx.port}`);
		expect(await tab.evaluate(() => tryAll('zara@example.com'))).toEqual({
			list: 2,
			search: ['Asha Rao'],
			create: 'created',
			update: 'Zara Khan',
			export: 'name\r\nAsha Rao\r\n',
		});
		await browser.close();
	});

	it.each([
		['as it comes', undefined],
		['with HTTP/1.1 to the server', 'proxy_http_version 1.1; proxy_set_header Connection "";'],
		['that compresses', 'gzip on; gzip_types text/event-stream;'],
	])('changes come as they happen: %s', async (_how, settings) => {
		const client = await mount(memory, settings);
		const heard: CustomerChange[] = [];
		const stop = client.subscribe!((change) => heard.push(change));
		await vi.waitFor(() => expect(heard).toEqual([{ type: 'resync' }]), 10_000);
		await client.update('cus_7', { name: `Changed ${heard.length} ${settings}` });
		await vi.waitFor(() => expect(heard.at(-1)).toEqual({ type: 'updated', id: 'cus_7' }), 10_000);
		stop();
	});

	it('a whole export is whole', async () => {
		const text = await file(await mount(memory));
		expect(text.split('\r\n')).toHaveLength(252);
		expect(text.endsWith('\r\n')).toBe(true);
	});

	it.each([1, 2])('an export that breaks off after page %i is told as broken', async (pages) => {
		let left = pages;
		const list: CustomerBackend['list'] = (request, options) =>
			left-- > 0 ? memory.list(request, options) : Promise.reject(new CustomerError('upstream_unavailable'));
		await expect(file(await mount({ ...memory, list }))).rejects.toMatchObject({ code: 'upstream_unavailable' });
	});

	it('a stale edit is refused and a fresh one saved, also where nginx compresses and the backend keeps no versions', async () => {
		const client = await mount(memory, 'gzip on; gzip_types application/json;');
		const { version } = await client.get('cus_1');
		const saved = await client.update('cus_1', { name: 'Bo' }, { ifVersion: version! });
		expect(saved.name).toBe('Bo');
		await expect(client.update('cus_1', { name: 'Chen' }, { ifVersion: version! })).rejects.toMatchObject({ code: 'version_conflict' });
		expect((await client.update('cus_1', { name: 'Chen' }, { ifVersion: saved.version! })).name).toBe('Chen');
	});
});
