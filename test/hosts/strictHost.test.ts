import { type Browser, chromium, type Page } from 'playwright';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { findBrowser } from '../browser.mjs';
import { buildPage } from './buildPage';
import { startStrictHost } from './startStrictHost';
import { stories } from './stories';

const files = [...new Set(Object.keys(stories).map((name) => name.split(' ')[0]!))];

let browser: Browser;
let host: Awaited<ReturnType<typeof startStrictHost>>;
let tab: Page;

beforeAll(async () => {
	// Some stories ask for it as they begin.
	vi.stubGlobal('location', new URL('http://localhost/'));
	host = await startStrictHost(await buildPage('strictPage.ts'), (path) => (path === '/rendered' ? renderAll() : ''));
	browser = await chromium.launch({ executablePath: findBrowser() });
	tab = await browser.newPage({ reducedMotion: 'reduce' });
	await tab.goto(`http://127.0.0.1:${host.port}/`);
	await tab.waitForFunction(() => 'play' in globalThis);
});
afterAll(async () => {
	vi.unstubAllGlobals();
	await browser?.close();
	await host?.stop();
});

/** As a server does; the stories of leaving a page have a page around them that only a browser has. */
function renderAll(): string {
	const rendered = Object.entries(stories).filter(([name]) => !name.startsWith('LeavingUnsaved'));
	return rendered.map(([, story]) => `<div>${renderToString(createElement(story))}</div>`).join('');
}

// What the plays expect is seen to by Storybook's own tests.
it.each(files)('a page that may write no style or script shows and plays all of %s', async (file) => {
	for (const name of Object.keys(stories).filter((each) => each.startsWith(`${file} `))) await tab.evaluate((one) => play(one), name);
	expect(await tab.evaluate(() => blocked.splice(0))).toEqual([]);
});

it('nor has the server written any', async () => {
	const rendered = await browser.newPage();
	await rendered.goto(`http://127.0.0.1:${host.port}/rendered`);
	await rendered.waitForFunction(() => 'play' in globalThis);
	expect(await rendered.locator('[data-pc-root]').count()).toBeGreaterThan(100);
	// Hosts' own may be around the kit's.
	expect(
		await rendered
			.locator('[data-slot][style], td[style], th[style]')
			.evaluateAll((elements) => elements.map(({ outerHTML }) => outerHTML.slice(0, 200))),
	).toEqual([]);
});

it('what is blocked is heard of', async () => {
	await tab.evaluate(() => {
		const style = document.createElement('style');
		style.textContent = 'p { color: red }';
		document.head.append(style);
	});
	expect(await tab.evaluate(() => blocked.splice(0))).toEqual([expect.stringContaining('style-src')]);
});
