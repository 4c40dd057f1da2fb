// How high the frames of the components' pages are once their stories have played: `node generate/frameHeights.mjs`, after stories changed.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { chromium } from 'playwright';
import { preview } from 'vite';
import { findBrowser } from '../test/browser.mjs';

/** Of the page: a phone's, a window's of 1280 pixels beside the sidebar, and a wide one's. */
const widths = [390, 980, 1600];
const root = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'proyecta-customers-heights-'));

execFileSync('npx', ['storybook', 'build', '--quiet', '--disable-telemetry', '--output-dir', folder], { cwd: root, stdio: 'inherit' });
const server = await preview({ configFile: false, build: { outDir: folder }, preview: { port: 0 }, logLevel: 'error' });
const [url] = server.resolvedUrls.local;
const browser = await chromium.launch({ executablePath: findBrowser() });
try {
	const { entries } = await (await fetch(`${url}index.json`)).json();
	const pages = Object.values(entries).flatMap(({ id, type, title }) => (type === 'docs' && title.startsWith('Components/') ? id : []));
	const found = [];
	for (const id of pages) found.push(...(await heightsOf(id)));
	const lines = found.map(([story, ...heights]) => `\t${JSON.stringify(story)}: [${heights.join(', ')}]`);
	writeFileSync(join(root, '.storybook', 'frameHeights.json'), `{\n${lines.sort().join(',\n')}\n}\n`);
} finally {
	await browser.close();
	await server.close();
	rmSync(folder, { recursive: true, force: true });
}

/** The stories of a page that have frames as high as what they show, with their heights at each width. */
async function heightsOf(id) {
	const page = await browser.newPage({ viewport: { width: 980, height: 900 } });
	await page.goto(`${url}iframe.html?id=${id}&viewMode=docs`);
	await page.locator('#storybook-docs h1').first().waitFor();
	const places = await page.locator('[data-fits]').all();
	for (const place of places) {
		await place.scrollIntoViewIfNeeded();
		await place.locator('iframe[data-needs]').waitFor({ timeout: 60_000 });
	}
	const found = await Promise.all(places.map(async (place) => [await place.getAttribute('data-fits')]));
	for (const width of widths) {
		await page.setViewportSize({ width, height: 900 });
		// Lists that come late, come now.
		await page.waitForTimeout(2_000);
		for (const [at, place] of places.entries()) found[at].push(Number(await place.locator('iframe').getAttribute('data-needs')));
	}
	await page.close();
	process.stdout.write(`${id}: ${found.length}\n`);
	return found;
}
