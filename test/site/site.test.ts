import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import { type PreviewServer, preview } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findBrowser } from '../browser.mjs';

interface Entry {
	type: string;
	title: string;
	/** The headings that its search knows. */
	anchors?: { id: string; title: string }[];
}

/** Storybook as people get it: built to a folder, served as it is, with nothing else to be reached. */
const folder = mkdtempSync(join(tmpdir(), 'proyecta-customers-site-'));
let server: PreviewServer;
let browser: Browser;
let url: string;

beforeAll(async () => {
	execFileSync('npx', ['storybook', 'build', '--quiet', '--disable-telemetry', '--output-dir', folder], {
		cwd: resolve(import.meta.dirname, '../..'),
		stdio: 'pipe',
	});
	server = await preview({ configFile: false, build: { outDir: folder }, preview: { port: 0 }, logLevel: 'error' });
	url = server.resolvedUrls!.local[0]!;
	browser = await chromium.launch({ executablePath: findBrowser() });
});
afterAll(async () => {
	await browser?.close();
	await server?.close();
	rmSync(folder, { recursive: true, force: true });
});

/** Opens a place of the site, and says what it complained of and asked for elsewhere. */
async function open(path: string): Promise<{ page: Page; complaints: string[] }> {
	const page = await browser.newPage();
	page.setDefaultTimeout(20_000);
	const complaints: string[] = [];
	page.on('pageerror', (error) => complaints.push(String(error)));
	page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
	await page.route(
		(to) => to.origin !== new URL(url).origin && to.protocol.startsWith('http'),
		async (route) => {
			complaints.push(route.request().url());
			await route.abort();
		},
	);
	await page.goto(`${url}?path=${path}`);
	return { page, complaints };
}
const shown = (page: Page) => page.frameLocator('#storybook-preview-iframe');

it.each(['introduction', 'guide-theming', 'guide-errors', 'guide-backends'])('opens %s without the network', async (name) => {
	const { page, complaints } = await open(`/docs/${name}--docs`);
	await shown(page).locator('#storybook-docs h1').first().waitFor();
	expect(complaints).toEqual([]);
	await page.close();
});

it('leads to a place that is there by each link between its pages, which no phone scrolls sideways', async () => {
	const { entries } = (await (await fetch(`${url}index.json`)).json()) as { entries: Record<string, Entry> };
	const guide = Object.entries(entries).flatMap(([id, { type, title }]) => (type === 'docs' && !title.startsWith('Components/') ? id : []));
	expect(guide).toContain('guide-scale--docs');
	const page = await browser.newPage({ viewport: { width: 390, height: 800 } });
	const wide: string[] = [];
	const links: { from: string; to: string }[] = [];
	const places = new Set<string>();
	for (const id of guide) {
		await page.goto(`${url}iframe.html?id=${id}&viewMode=docs`);
		await page.locator('#storybook-docs h1').first().waitFor();
		const found = await page.evaluate(() => ({
			ids: [...document.querySelectorAll('#storybook-docs [id]')].map((element) => element.id),
			isWide: document.documentElement.scrollWidth > innerWidth,
			hidden: [...document.querySelectorAll<HTMLElement>('#storybook-docs table:not([class]) td:nth-child(2)')].flatMap((cell) =>
				cell.offsetWidth > 0 && cell.getBoundingClientRect().left > innerWidth - 80 ? cell.innerText : [],
			),
			cut: [...document.querySelectorAll<HTMLTableElement>('#storybook-docs table:not([class])')].flatMap((table) =>
				table.rows[0]!.cells.length < 3 && table.scrollWidth > table.clientWidth ? table.innerText.slice(0, 80) : [],
			),
			hrefs: [...document.querySelectorAll('#storybook-docs a[href^="?path=/docs/"]')].map((link) => link.getAttribute('href')!),
		}));
		if (found.isWide) wide.push(id);
		wide.push(...found.hidden, ...found.cut);
		for (const place of ['', ...found.ids.map((each) => `#${each}`)]) places.add(`?path=/docs/${id}${place}`);
		links.push(...found.hrefs.map((to) => ({ from: id, to })));
	}
	await page.close();
	expect(wide).toEqual([]);
	expect(links.length).toBeGreaterThan(50);
	expect(links.filter(({ to }) => !places.has(to))).toEqual([]);
	const headings = guide.flatMap((id) => (entries[id]!.anchors ?? []).map((anchor) => `?path=/docs/${id}#${anchor.id}`));
	expect(headings.length).toBeGreaterThan(100);
	expect(headings.filter((to) => !places.has(to))).toEqual([]);
}, 180_000);

it.each([
	['stripe', 'Customers in Stripe', 'customers-in-stripe', 'Customers in Stripe'],
	['tailwind', 'Tailwind', 'tailwind', 'Tailwind'],
	['your router', 'Your router', 'your-router', 'Your router'],
	['msw', 'With msw', 'with-msw', 'With msw'],
	['useCheckout', 'useCheckout', 'usecheckout', 'useCheckout'],
	// Words for a section that is called otherwise.
	['install', 'Install', 'install', 'Quick start'],
	['webhook', 'Webhooks', 'webhooks', 'Customers in Stripe'],
	['i18n', 'i18n', 'i18n', 'Localisation'],
	['ssr', 'SSR', 'ssr', 'Rendering on the server'],
	['dark mode', 'Dark mode', 'dark-mode', "Your page's own styles"],
	['tanstack', 'TanStack Router', 'tanstack-router', 'Your router'],
	['nonce', 'Nonce', 'nonce', 'Content-Security-Policy'],
])('finds "%s" in the guide as "%s", and leads there', async (words, name, id, heading) => {
	const { page } = await open('/docs/introduction--docs');
	await page.getByPlaceholder('Find components').fill(words);
	await page.getByRole('option').filter({ hasText: name }).first().click();
	await page.waitForURL(new RegExp(`#${id}$`));
	const led = shown(page).locator(`:is(h1, h2, h3, h4)#${id}, :is(h1, h2, h3, h4):has(> #${id})`);
	await expect.poll(() => led.evaluate((element) => Math.round(element.getBoundingClientRect().top))).toBeLessThan(200);
	expect(await led.innerText()).toBe(heading);
	await page.close();
});

it('shows the props of each component whole, with their controls', async () => {
	const { entries } = (await (await fetch(`${url}index.json`)).json()) as { entries: Record<string, { type: string; title: string }> };
	const ids = Object.entries(entries).flatMap(([id, { type, title }]) => (type === 'docs' && title.startsWith('Components/') ? id : []));
	const page = await browser.newPage({ viewport: { width: 980, height: 900 } });
	const cut: string[] = [];
	let tables = 0;
	for (const id of ids) {
		await page.goto(`${url}iframe.html?id=${id}&viewMode=docs`);
		await page.getByRole('heading', { name: 'States' }).or(page.locator('.sbdocs-h1')).first().waitFor();
		const table = page.locator('.docblock-argstable');
		if ((await table.count()) === 0) continue;
		tables++;
		const { width, room } = await table.evaluate((element) => ({ width: element.scrollWidth, room: element.parentElement!.clientWidth }));
		if (width > room) cut.push(`${id} ${width} ${room}`);
	}
	await page.close();
	expect(cut).toEqual([]);
	expect(tables).toBeGreaterThan(15);
}, 180_000);

it('shows the table of a theme as it looks in a host, and writes the theme', async () => {
	const { page, complaints } = await open('/docs/guide-theming--docs');
	const preview = shown(page).locator('.theme-editor-preview');
	const cell = preview.getByRole('cell').first();
	await cell.waitFor();
	// Storybook's own pages box the cells of their tables, and underline links.
	expect(await cell.evaluate((element) => getComputedStyle(element).borderInlineStartWidth)).toBe('0px');
	const colourIn = (scheme: string) => shown(page).getByLabel(`Colour of --pc-accent in ${scheme}`, { exact: true });
	const css = shown(page).locator('.theme-editor-css textarea');
	await colourIn('light').fill('#b91c1c');
	expect(await css.inputValue()).toBe(':root {\n  --pc-accent: var(--pc-light, #b91c1c) var(--pc-dark, #4c66e0);\n}');
	const colour = () =>
		preview.getByRole('button', { name: 'New customer' }).evaluate((element) => getComputedStyle(element).backgroundColor);
	await expect.poll(colour).toBe('rgb(185, 28, 28)');
	// The other scheme stays as it is, until it has a colour of its own.
	await shown(page).getByRole('radio', { name: 'dark' }).check();
	await expect.poll(colour).toBe('rgb(76, 102, 224)');
	await colourIn('dark').fill('#b91c1c');
	await expect.poll(colour).toBe('rgb(185, 28, 28)');
	expect(await css.inputValue()).toBe(':root {\n  --pc-accent: #b91c1c;\n}');
	// Nothing is written of what is no colour yet, or would end the sheet.
	const text = shown(page).getByLabel('--pc-accent in light', { exact: true });
	for (const typed of ['', '#b91', '#b9', 'red}']) {
		await text.fill(typed);
		const light = typed === '#b91' ? typed : '#3f5bd9';
		expect(await css.inputValue()).toBe(`:root {\n  --pc-accent: var(--pc-light, ${light}) var(--pc-dark, #b91c1c);\n}`);
	}
	expect(await text.getAttribute('aria-invalid')).toBe('true');
	expect(complaints).toEqual([]);
	await page.close();
});

it('shows the states of a component as their stories leave them, in the language and the theme of the toolbar', async () => {
	const { page, complaints } = await open('/docs/components-checkoutbutton--docs&globals=locale:hi;theme:dark');
	for (const [story, says] of [
		['changed-at-once', 'Pay yearly'],
		['failed', 'req_7Qm2XvT4'],
	]) {
		const frame = `iframe[id$="checkoutbutton--${story}"]`;
		await shown(page).locator(frame).scrollIntoViewIfNeeded();
		const state = shown(page).frameLocator(frame);
		await state.getByText(says!).waitFor();
		const { lang, theme } = await state.locator(':root').evaluate(({ attributes }) => ({
			lang: attributes.getNamedItem('lang')?.value,
			theme: attributes.getNamedItem('data-theme')?.value,
		}));
		expect({ lang, theme }).toEqual({ lang: 'hi', theme: 'dark' });
	}
	expect(complaints).toEqual([]);
	await page.close();
});

it.each([
	['guide-recipes', 'room-for-the-host', 'Called Asha Verma in May'],
	['components-customerpicker', 'customerpicker--opened', 'Maximilian Wagner'],
])('stays where it is on %s while %s plays in a frame', async (name, story, says) => {
	const { page } = await open(`/docs/${name}--docs`);
	const frame = `iframe[id$="${story}"]`;
	// Near enough to be loaded, and not in view.
	const place = await shown(page)
		.locator(frame)
		.evaluate((element) => {
			scrollTo(0, Math.max(0, element.getBoundingClientRect().top + scrollY - innerHeight - 1_000));
			return scrollY;
		});
	await shown(page).frameLocator(frame).getByText(says).first().waitFor();
	expect(
		await shown(page)
			.locator(':root')
			.evaluate(() => scrollY),
	).toBe(place);
	await page.close();
});

it('breaks the backend of any story by the boxes of the panel, and mends it', async () => {
	const { page, complaints } = await open('/story/components-customertable--loaded');
	await shown(page).getByRole('row').nth(20).waitFor();
	await page.getByRole('tab', { name: 'Faults' }).click();
	await page.getByText('Offline', { exact: true }).click();
	await shown(page).getByText('You are offline').waitFor();
	await page.getByRole('button', { name: 'Nothing goes wrong' }).click();
	await shown(page).getByRole('row').nth(20).waitFor();
	expect(complaints).toEqual([]);
	await page.close();
});

it('says in a form of a host of its own why nothing was saved', async () => {
	const page = await browser.newPage();
	await page.goto(`${url}iframe.html?id=components-hooks--own-form&viewMode=story&globals=faults:failing`);
	await page.getByRole('alert').getByText('Something went wrong on our side').waitFor();
	await page.close();
});

it('changes the story of a page by its controls, also one in a frame', async () => {
	const page = await browser.newPage();
	const story = page.frameLocator('.docs-story iframe').first();
	const control = (name: string) => page.locator('.docblock-argstable tr', { has: page.locator('td:first-child', { hasText: name }) });
	await page.goto(`${url}iframe.html?id=components-customerbrowser--docs&viewMode=docs`);
	await story.getByRole('row').nth(5).waitFor();
	await control('columns').getByLabel('phone').click();
	await expect.poll(() => story.getByRole('columnheader').allInnerTexts()).toEqual(['Name', 'Email', 'Created', 'Country']);
	await page.getByRole('button', { name: 'Reset controls' }).click();
	await story.getByRole('columnheader', { name: 'Phone' }).waitFor();

	await page.goto(`${url}iframe.html?id=components-customerdialog--docs&viewMode=docs`);
	await story.getByRole('dialog').waitFor();
	await control('open').locator('label').click();
	await story.getByRole('dialog').waitFor({ state: 'detached' });
	await page.close();
});

it('plays the first story of a page that shows what it is about only then', async () => {
	const page = await browser.newPage();
	await page.goto(`${url}iframe.html?id=components-undonotice--docs&viewMode=docs`);
	await page.frameLocator('.docs-story iframe').first().getByRole('button', { name: 'Undo' }).waitFor();
	await page.close();
});

it('shows a story that is about a screen on one of that size', async () => {
	const page = await browser.newPage({ viewport: { width: 980, height: 900 } });
	for (const [story, width, height] of [
		['customerdialog--low', 640, 360],
		['customertable--wide', 1600, 900],
	] as const) {
		await page.goto(`${url}iframe.html?id=components-${story.split('--')[0]}--docs&viewMode=docs`);
		const frame = page.locator(`iframe[id$="${story}"]`);
		await frame.scrollIntoViewIfNeeded();
		const inside = (each: Element) => [
			(each as HTMLIFrameElement).contentWindow!.innerWidth,
			(each as HTMLIFrameElement).contentWindow!.innerHeight,
		];
		await expect.poll(() => frame.evaluate(inside)).toEqual([width, height]);
		const { shown, room } = await frame.evaluate((each) => ({
			shown: each.getBoundingClientRect().width,
			room: each.closest('.docs-story')!.clientWidth,
		}));
		expect(shown).toBeLessThanOrEqual(room);
	}
	await page.close();
});

it('keeps a page where it is whose first story moves through the history', async () => {
	const page = await browser.newPage();
	await page.goto(`${url}iframe.html?id=components-customerform-leaving-unsaved--docs&viewMode=docs`);
	await page.frameLocator('.docs-story iframe').first().getByRole('dialog').waitFor();
	expect(new URL(page.url()).pathname).toBe('/iframe.html');
	await page.close();
});

it('folds up what is looked up, and opens what a link leads to', async () => {
	const page = await browser.newPage();
	await page.goto(`${url}iframe.html?id=guide-props--docs&viewMode=docs#usecustomertable`);
	const opened = page.locator('.site-fold[open] summary :is(h3, h4)');
	await expect.poll(() => opened.allTextContents()).toEqual(['useCustomerTable']);
	await page.locator('#storybook-docs nav a[href="#phonefield"]').click();
	await expect.poll(() => opened.allTextContents()).toEqual(['PhoneField', 'useCustomerTable']);
	await page.close();
});

it('keeps room for each story of a page, so that nothing moves', async () => {
	const { entries } = (await (await fetch(`${url}index.json`)).json()) as { entries: Record<string, { type: string; title: string }> };
	const pages = Object.entries(entries).flatMap(([id, { type }]) => (type === 'docs' ? id : []));
	const page = await browser.newPage({ viewport: { width: 980, height: 900 } });
	const without: (string | null)[] = [];
	for (const id of pages) {
		await page.goto(`${url}iframe.html?id=${id}&viewMode=docs`);
		await page.locator('#storybook-docs h1').first().waitFor();
		for (const story of await page.locator('.sb-story:not(:has(> div > iframe))').or(page.locator('[data-fits] .sb-story')).all()) {
			if (!(await story.evaluate((each) => getComputedStyle(each).getPropertyValue('--wide'))))
				without.push(await story.getAttribute('id'));
		}
	}
	expect(without, 'renew them by `node generate/storyHeights.mjs`').toEqual([]);

	// So high that three are loaded.
	await page.setViewportSize({ width: 980, height: 1800 });
	await page.goto(`${url}iframe.html?id=components-customerpicker--docs&viewMode=docs`);
	const tops = () => page.locator('#storybook-docs h3').evaluateAll((all) => all.map((each) => each.getBoundingClientRect().top + scrollY));
	await page.locator('[data-fits]').first().waitFor();
	const before = await tops();
	await page.locator('[data-fits] iframe[data-needs]').nth(2).waitFor({ timeout: 60_000 });
	const moved = (await tops()).map((top, at) => Math.abs(top - before[at]!));
	expect(Math.max(...moved)).toBeLessThan(100);
	await page.close();
}, 180_000);

it.each([1280, 390])(
	'moves nothing at %i pixels when the code and the first story of a page come',
	async (width) => {
		const components = ['customerdetail', 'customerform', 'customertable', 'hooks', 'live-changes', 'undonotice'];
		const pages = ['guide-backends', 'guide-sign-up', 'guide-three-ways', ...components.map((name) => `components-${name}`)];
		const moved: [string, number][] = [];
		for (const id of pages) {
			const page = await browser.newPage({ viewport: { width, height: 900 } });
			await page.goto(`${url}iframe.html?id=${id}--docs&viewMode=docs`);
			const isFramed = id.endsWith('undonotice') || id.endsWith('live-changes');
			const story = isFramed ? page.frameLocator('.docs-story iframe').first().locator('.story') : page.locator('.sb-story .story').first();
			const content = story.getByRole('link').or(story.getByRole('textbox')).or(story.locator('table:not([class]) td'));
			const last = id.startsWith('guide') ? page.locator('.prismjs') : content;
			await last.first().waitFor();
			moved.push([id, await page.evaluate(layoutShift)]);
			await page.close();
		}
		expect(moved.filter(([, shift]) => shift > 0.01)).toEqual([]);
	},
	120_000,
);

/** What has moved on a page since it began, what is about to be drawn included. */
async function layoutShift(): Promise<number> {
	let sum = 0;
	const add = (entries: PerformanceEntry[]) => {
		for (const entry of entries) sum += (entry as PerformanceEntry & { value: number }).value;
	};
	const observer = new PerformanceObserver((list) => add(list.getEntries()));
	observer.observe({ type: 'layout-shift', buffered: true });
	for (const _ of [1, 2, 3]) await new Promise((resolve) => requestAnimationFrame(resolve));
	await new Promise((resolve) => setTimeout(resolve));
	add(observer.takeRecords());
	return sum;
}
