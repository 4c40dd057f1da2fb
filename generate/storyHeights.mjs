// How high the stories on Storybook's pages are once they are there, and have played where they do: `node generate/storyHeights.mjs`,
// after stories changed; `node generate/storyHeights.mjs customertable` looks anew at the pages so called alone.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { chromium } from 'playwright';
import { preview } from 'vite';
import { findBrowser } from '../test/browser.mjs';

/** Of the page: a phone's, a window's of 1280 pixels beside the sidebar, and a wide one's. */
const widths = [390, 980, 1600];
const root = resolve(import.meta.dirname, '..');
const file = join(root, '.storybook', 'storyHeights.json');
const [called = ''] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'proyecta-customers-heights-'));

execFileSync('npx', ['storybook', 'build', '--quiet', '--disable-telemetry', '--output-dir', folder], { cwd: root, stdio: 'inherit' });
const server = await preview({ configFile: false, build: { outDir: folder }, preview: { port: 0 }, logLevel: 'error' });
const [url] = server.resolvedUrls.local;
const browser = await chromium.launch({ executablePath: findBrowser() });
try {
	const { entries } = await (await fetch(`${url}index.json`)).json();
	const pages = Object.values(entries).flatMap(({ id, type }) => (type === 'docs' && id.includes(called) ? id : []));
	const known = called ? JSON.parse(readFileSync(file, 'utf8')) : { frames: {}, inline: {} };
	for (const id of pages) {
		const found = await heightsOf(id);
		for (const kind of ['frames', 'inline']) Object.assign(known[kind], found[kind]);
	}
	const lines = (all) =>
		Object.keys(all)
			.sort()
			.map((story) => `\t\t${JSON.stringify(story)}: [${all[story].join(', ')}]`);
	const parts = ['frames', 'inline'].map((kind) => `\t"${kind}": {\n${lines(known[kind]).join(',\n')}\n\t}`);
	writeFileSync(file, `{\n${parts.join(',\n')}\n}\n`);
} finally {
	await browser.close();
	await server.close();
	rmSync(folder, { recursive: true, force: true });
}

/** The stories of a page with their heights at each width: those in frames as high as what they show, and those that are part of it. */
async function heightsOf(id) {
	const page = await browser.newPage({ viewport: { width: 980, height: 900 } });
	await page.goto(`${url}iframe.html?id=${id}&viewMode=docs`);
	await page.locator('#storybook-docs h1').first().waitFor();
	const places = await page.locator('[data-fits]').all();
	for (const place of places) {
		await place.scrollIntoViewIfNeeded();
		await place.locator('iframe[data-needs]').waitFor({ timeout: 60_000 });
	}
	const stories = await page.locator('.sb-story:not(:has(> div > iframe))').all();
	const found = { frames: {}, inline: {} };
	const add = (kind, story, height) => {
		found[kind][story] ??= [];
		found[kind][story].push(height);
	};
	for (const width of widths) {
		await page.setViewportSize({ width, height: 900 });
		// Lists that come late, come now.
		await page.waitForTimeout(2_000);
		for (const place of places)
			add('frames', await place.getAttribute('data-fits'), Number(await place.locator('iframe').getAttribute('data-needs')));
		for (const story of stories) add('inline', await storyOf(story), await story.evaluate(ownHeight));
	}
	await page.close();
	process.stdout.write(`${id}: ${places.length} + ${stories.length}\n`);
	return found;
}

async function storyOf(story) {
	return (await story.getAttribute('id')).replace(/^story--|--primary$/g, '');
}

/** Without the room that is kept for it. */
function ownHeight(story) {
	const place = story.firstElementChild;
	place.style.minBlockSize = '0';
	return place.offsetHeight;
}
