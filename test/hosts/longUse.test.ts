import { type CDPSession, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findBrowser } from '../browser.mjs';
import { buildPage } from './buildPage';
import { keptHeap } from './keptHeap';
import { startStrictHost } from './startStrictHost';

let page: Page;
let session: CDPSession;
let stop: () => Promise<void>;

beforeAll(async () => {
	const host = await startStrictHost(await buildPage('longUsePage.tsx'), () => '<main></main>');
	const browser = await chromium.launch({ executablePath: findBrowser() });
	stop = async () => {
		await browser.close();
		await host.stop();
	};
	page = await browser.newPage();
	session = await page.context().newCDPSession(page);
	await page.goto(`http://localhost:${host.port}`);
	await page.waitForFunction(() => 'day' in globalThis);
});
afterAll(() => stop?.());

const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function left() {
	// A table that stays begins to follow what others change, and loads what does.
	await rest(1_000);
	await page.evaluate(() => day.leave());
	// For two seconds whoever goes on elsewhere would find that connection still open.
	await rest(2_500);
	const heap = await keptHeap(session);
	const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
	return { ...heap, nodes, listeners: jsEventListeners };
}

async function use(share: number): Promise<void> {
	await page.evaluate((times) => day.mounts(times), 200 * share);
	await page.evaluate((times) => day.pages(times), 500 * share);
	await page.evaluate(() => day.leave());
	await page.evaluate((times) => day.keys(times), 500 * share);
}

it('leaves nothing behind after 200 mounts, 500 pages and 500 search keys', { timeout: 300_000 }, async () => {
	// What is loaded, compiled and kept once.
	await use(0.1);
	const before = await left();
	await use(1);
	expect((await keptHeap(session)).detached.slice(0, 5)).toEqual([]);
	const after = await left();
	expect(after.detached.slice(0, 5)).toEqual([]);
	expect(after.nodes).toBeLessThanOrEqual(before.nodes);
	// V8 keeps the last getter that gave an object its shape, and with it the one signal that TanStack Query's last list left a listener on.
	expect(after.listeners).toBeLessThanOrEqual(before.listeners + 1);
	expect(after.bytes).toBeLessThanOrEqual(before.bytes * 1.05);
});
