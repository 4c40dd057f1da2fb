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
/** Plays wait for most of their time, so that some go on beside each other: as many as Vitest begins at once, lest one wait for a tab. */
const tabs: Page[] = [];

beforeAll(async () => {
	// Some stories ask for it as they begin.
	vi.stubGlobal('location', new URL('http://localhost/'));
	host = await startStrictHost(await buildPage('strictPage.ts'), (path) => (path === '/rendered' ? renderAll() : ''));
	browser = await chromium.launch({ executablePath: findBrowser() });
	for (let opened = 0; opened < 5; opened++) tabs.push(await newTab());
});
afterAll(async () => {
	vi.unstubAllGlobals();
	await browser?.close();
	await host?.stop();
});

async function newTab(path = '/'): Promise<Page> {
	const tab = await browser.newPage({ reducedMotion: 'reduce' });
	await tab.goto(`http://127.0.0.1:${host.port}${path}`);
	await tab.waitForFunction(() => 'play' in globalThis);
	return tab;
}

/** As a server does; the stories of leaving a page have a page around them that only a browser has. */
function renderAll(): string {
	const rendered = Object.entries(stories).filter(([name]) => !name.startsWith('LeavingUnsaved'));
	return rendered.map(([, story]) => `<div>${renderToString(createElement(story))}</div>`).join('');
}

// What the plays expect is seen to by Storybook's own tests.
it.concurrent.each(files)('a page that may write no style or script shows and plays all of %s', async (file) => {
	const tab = await freeTab();
	try {
		for (const name of Object.keys(stories).filter((each) => each.startsWith(`${file} `))) await tab.evaluate((one) => play(one), name);
		expect(await tab.evaluate(() => blocked.splice(0))).toEqual([]);
	} finally {
		tabs.push(tab);
	}
});

async function freeTab(): Promise<Page> {
	await vi.waitUntil(() => tabs.length > 0, { timeout: 110_000, interval: 20 });
	return tabs.pop() ?? freeTab();
}

it('nor has the server written any', async () => {
	const rendered = await newTab('/rendered');
	expect(await rendered.locator('[data-pc-root]').count()).toBeGreaterThan(100);
	// Hosts' own may be around the kit's.
	expect(
		await rendered
			.locator('[data-slot][style], td[style], th[style]')
			.evaluateAll((elements) => elements.map(({ outerHTML }) => outerHTML.slice(0, 200))),
	).toEqual([]);
});

it('what is blocked is heard of', async () => {
	const tab = await freeTab();
	await tab.evaluate(() => {
		const style = document.createElement('style');
		style.textContent = 'p { color: red }';
		document.head.append(style);
	});
	expect(await tab.evaluate(() => blocked.splice(0))).toEqual([expect.stringContaining('style-src')]);
});
