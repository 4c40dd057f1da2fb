import { type Browser, chromium, type Page, type Route } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../browser.mjs';
import { type DemoServer, seededFolder, startDemo } from './demoServer';

const { folder, remove } = seededFolder();
let demo: DemoServer;
let browser: Browser;

beforeAll(async () => {
	demo = await startDemo({ DEMO_DATA: folder });
	browser = await chromium.launch({ executablePath: findBrowser() });
});

afterAll(async () => {
	await browser?.close();
	await demo?.stop();
	remove();
});

/** What the server answers to, as parts of its addresses. */
type Answer = 'session' | 'capabilities' | 'list' | 'subscriptions' | 'entitlements';

const answerOf = (url: string): Answer | undefined =>
	url.endsWith('/api/session')
		? 'session'
		: url.endsWith('/capabilities')
			? 'capabilities'
			: /\/api\/customers(\?|$)/.test(url)
				? 'list'
				: (/\/me\/(subscriptions|entitlements)/.exec(url)?.[1] as Answer | undefined);

/** A page whose answers wait until they are told to come, and that remembers what has moved. */
async function openPage(path: string, width: number, language = 'en') {
	const context = await browser.newContext({ viewport: { width, height: 900 }, locale: `${language}-IN` });
	const page = await context.newPage();
	const waiting: { answer: Answer | undefined; route: Route }[] = [];
	const through = new Set<Answer | undefined>([undefined]);
	await page.route('**/api/**', (route) => {
		const answer = answerOf(route.request().url());
		if (through.has(answer)) return route.continue();
		waiting.push({ answer, route });
	});
	await page.addInitScript(() => {
		const moved: string[] = [];
		Object.assign(window, { moved });
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries() as (PerformanceEntry & { value: number; sources: { node?: Node }[] })[])
				moved.push(
					`${entry.value.toFixed(4)}: ${entry.sources.map(({ node }) => (node as Element)?.className || node?.nodeName).join(', ')}`,
				);
		}).observe({ type: 'layout-shift', buffered: true });
	});
	await page.goto(demo.url + path);
	const frames = () =>
		page.evaluate(async () => {
			for (let frame = 0; frame < 4; frame++) await new Promise(requestAnimationFrame);
		});
	return {
		page,
		async answer(answer: Answer) {
			await expect.poll(() => waiting.some((held) => held.answer === answer)).toBe(true);
			through.add(answer);
			await frames();
			const held = waiting.filter((call) => call.answer === answer);
			await Promise.all(held.map(({ route }) => route.continue()));
			await Promise.all(held.map(async ({ route }) => (await route.request().response())?.finished()));
			await frames();
		},
		async moved(): Promise<string[]> {
			await frames();
			return page.evaluate(() => (window as unknown as { moved: string[] }).moved);
		},
		close: () => context.close(),
	};
}

const rows = (page: Page) => page.locator('.pc-row').first().waitFor();

describe.each([320, 768, 1280])('the demo at %i px', (width) => {
	it.each([
		['capabilities', 'list', 'en'],
		['list', 'capabilities', 'en'],
		['capabilities', 'list', 'hi'],
		['list', 'capabilities', 'ar'],
	] as const)('moves nothing of its list as it loads, %s before %s (%s)', async (first, second, language) => {
		const { page, answer, moved, close } = await openPage('/admin/customers', width, language);
		await answer('session');
		await answer(first);
		await answer(second);
		await rows(page);
		expect(await moved()).toEqual([]);
		await close();
	});
	it('moves nothing at home', async () => {
		const { page, answer, moved, close } = await openPage('/', width);
		for (const name of ['session', 'list', 'capabilities'] as const) await answer(name);
		await page.locator('.newest a').nth(3).waitFor();
		await expect.poll(() => page.locator('.figures dd').first().textContent()).toMatch(/6\d\d/);
		expect(await moved()).toEqual([]);
		await close();
	});
	it.each([
		['entitlements', 'subscriptions'],
		['subscriptions', 'entitlements'],
	] as const)('moves nothing of what somebody pays for, %s before %s', async (first, second) => {
		const { page, answer, moved, close } = await openPage('/billing', width);
		for (const name of ['session', 'capabilities', first, second] as const) await answer(name);
		await page.locator('.note').first().waitFor();
		expect(await moved()).toEqual([]);
		await close();
	});
	it('moves nothing on the way to a customer and back', async () => {
		const { page, answer, moved, close } = await openPage('/admin/customers', width);
		for (const name of ['session', 'list', 'capabilities'] as const) await answer(name);
		await rows(page);
		await page.getByRole('table').getByRole('link').nth(2).click();
		await page.getByRole('button', { name: 'Edit' }).waitFor();
		await page.goBack();
		await rows(page);
		expect(await moved()).toEqual([]);
		await close();
	});
});
