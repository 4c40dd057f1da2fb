import { chromium, type Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { memoryBackend } from '../../src/backends/memory';
import { findBrowser } from '../browser.mjs';
import { bundlePage, type Host, startHost } from './startHost';

let host: Host;
let tab: Page;
let stop: () => Promise<void>;

beforeAll(async () => {
	const backend = memoryBackend({
		customers: [{ id: 'cus_1', name: 'Asha Rao', email: 'asha@example.com' }],
		capabilities: { conditionalUpdate: 'none' },
	});
	host = await startHost(await bundlePage('../insecure/page.ts'), { backend });
	const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--host-resolver-rules=MAP *.test 127.0.0.1'] });
	stop = async () => {
		await browser.close();
		await host.stop();
	};
	tab = await browser.newPage();
	await tab.goto(`http://shop.test:${host.port}`);
});
afterAll(() => stop?.());

it('is a page to which the browser gives neither subtle nor randomUUID', async () => {
	expect(await tab.evaluate(() => [isSecureContext, typeof crypto.subtle, typeof crypto.randomUUID])).toEqual([
		false,
		'undefined',
		'undefined',
	]);
});

it('a memory backend keeps the whole contract there', async () => {
	expect(await tab.evaluate(() => brokenPromises())).toEqual([]);
});

it('an edit that began at a row of a list overwrites nobody, though the backend keeps no versions', async () => {
	expect(await tab.evaluate(() => editStaleRow())).toBe('version_conflict');
});

it('a browser without a network is offline, and a server that is down is out of reach', async () => {
	await tab.context().setOffline(true);
	expect(await tab.evaluate(() => editStaleRow())).toBe('offline');
	await tab.context().setOffline(false);
	await host.stop();
	expect(await tab.evaluate(() => editStaleRow())).toBe('unreachable');
});
