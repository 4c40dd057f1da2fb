import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findBrowser } from '../browser.mjs';
import { buildPage } from './buildPage';
import { startStrictHost } from './startStrictHost';

let browser: Browser;
let host: Awaited<ReturnType<typeof startStrictHost>>;

beforeAll(async () => {
	host = await startStrictHost(await buildPage('checkoutPage.tsx'), (path) => `<h1>${path.split('?')[0]}</h1>`);
	// Playwright lets every window open unless told otherwise.
	browser = await chromium.launch({ executablePath: findBrowser(), ignoreDefaultArgs: ['--disable-popup-blocking'] });
});
afterAll(async () => {
	await browser?.close();
	await host?.stop();
});

/** The page with its button, and every address of a vendor that a window of it has gone to. */
async function opened() {
	const context = await browser.newContext();
	const visits: string[] = [];
	context.on('request', (request) => request.isNavigationRequest() && /\/vendor/.test(request.url()) && visits.push(request.url()));
	const tab = await context.newPage();
	await tab.goto(`http://127.0.0.1:${host.port}/shop`);
	await tab.getByRole('button', { name: 'Buy' }).waitFor();
	return { context, tab, visits };
}

/** A click that comes too long after any of a person's own for the browser to open a window. */
async function clickBlocked(tab: Page): Promise<void> {
	await tab.getByRole('button', { name: 'Buy' }).evaluate(async (button) => {
		while (navigator.userActivation.isActive) await new Promise((resolve) => setTimeout(resolve, 50));
		(button as HTMLElement).click();
	});
}

it('goes in a tab of its own by a click', async () => {
	const { context, tab, visits } = await opened();
	const [vendor] = await Promise.all([context.waitForEvent('page'), tab.getByRole('button', { name: 'Buy' }).click()]);
	await vendor.waitForURL(/\/vendor\?session=/);
	expect([new URL(tab.url()).pathname, visits.length]).toEqual(['/shop', 1]);
	await context.close();
});

it.concurrent('goes here where the browser blocks that tab, once', async () => {
	const { context, tab, visits } = await opened();
	await clickBlocked(tab);
	await tab.waitForURL(/\/vendor\?session=/);
	expect([context.pages().length, visits.length]).toEqual([1, 1]);
	await context.close();
});

it.concurrent('asks about unsaved typing before this page is left for it', async () => {
	const { context, tab, visits } = await opened();
	await tab.getByRole('textbox', { name: 'Name' }).fill('Zara');
	await clickBlocked(tab);
	await tab.getByRole('button', { name: 'Keep editing' }).click();
	expect([new URL(tab.url()).pathname, visits.length]).toEqual(['/shop', 0]);
	expect(await tab.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Zara');
	await clickBlocked(tab);
	await tab.getByRole('button', { name: /Discard/ }).click();
	await tab.waitForURL(/\/vendor\?session=/);
	await context.close();
});
