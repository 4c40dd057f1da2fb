import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ar } from '../../src/locales/ar';
import { en } from '../../src/locales/en';
import { formatPlural } from '../../src/locales/formatMessage';
import { hi } from '../../src/locales/hi';
import { findBrowser } from '../browser.mjs';
import { type DemoServer, seededFolder, startDemo } from './demoServer';
import { listen, said, stop } from './seen';

const { folder, remove } = seededFolder();
let demo: DemoServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
	// A webhook that never comes, as far as a test waits.
	demo = await startDemo({ DEMO_DATA: folder, DEMO_SETTLE_MS: '3600000' });
	browser = await chromium.launch({ executablePath: findBrowser() });
});
afterAll(async () => {
	await browser?.close();
	await demo?.stop();
	remove();
});
afterEach(() => page.close());

const files = { en, hi, ar };
type File = keyof typeof files;
const languages = Object.keys(files) as File[];

async function visit(path: string, file: File): Promise<void> {
	page = await browser.newPage({ locale: 'en-GB', viewport: { width: 1280, height: 800 } });
	await page.addInitScript(listen);
	await page.addInitScript((language) => localStorage.setItem('lotus.language', language), file);
	await page.goto(demo.url + path);
	await page.getByRole('heading', { level: 1 }).first().waitFor();
	await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'));
}

const button = (name: string) => page.getByRole('button', { name, exact: true });
const focused = async () => (await page.evaluate(stop))?.name;
/** What is said within a second, by any live region. */
async function heard(): Promise<string[]> {
	await page.waitForTimeout(1000);
	return page.evaluate(said);
}

/** Lets calls of one kind wait, so that there is time while they do. */
const slowly = (method: string, path: string, milliseconds: number) =>
	page.route(`**${path}`, async (route) => {
		if (route.request().method() === method) await new Promise((resolve) => setTimeout(resolve, milliseconds));
		await route.continue().catch(() => {});
	});

describe.each(languages)('whoever hears the page in %s and works by keyboard', (file) => {
	const locale = files[file];
	const { exports, imports, common, billing, live } = locale;

	it('hears an export begin and end, and one that is cancelled, each once, the focus where it was', async () => {
		await visit('/admin/customers', file);
		await page.locator('[data-slot="pc-export"] > button').press('Enter');
		const start = button(exports.start);
		await start.waitFor();
		await heard();
		await slowly('GET', '/api/customers?*', 300);
		const download = page.waitForEvent('download');
		await start.press('Enter');
		await download;
		const all = await heard();
		expect(all).toEqual([exports.preparing, expect.stringMatching(/\p{Nd}/u)]);
		expect(await focused()).toBe(exports.start);
		// Cancelled before it could end, however busy the machine is.
		await page.route('**/api/customers?*', () => {});
		await start.press('Enter');
		await button(common.cancel).press('Enter');
		expect(await heard()).toEqual([exports.preparing, exports.cancelled]);
		expect(await focused()).toBe(exports.start);
		await page.keyboard.press('Escape');
		expect(await page.locator('[data-slot="pc-export"] > button').evaluate((opener) => opener === document.activeElement)).toBe(true);
	});

	it('hears that an import runs, that it was stopped and that it has ended, each once, with its heading in the focus', async () => {
		await visit('/admin/customers/import', file);
		const rows = Array.from({ length: 12 }, (_, at) => `walk.${file}.${at}@example.com,Walk ${at}`);
		const buffer = Buffer.from(['Email,Full name', ...rows].join('\n'));
		await page.locator('input[type="file"]').setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer });
		await button(imports.check).press('Enter');
		const create = button(formatPlural(locale, imports.create, rows.length));
		await create.waitFor();
		await heard();
		await slowly('POST', '/api/customers', 1000);
		await create.press('Enter');
		expect(await heard()).toEqual([imports.creating]);
		const heading = () => page.evaluate(() => document.activeElement?.matches('[data-slot="pc-import"] > [data-slot="pc-heading"]'));
		expect(await heading()).toBe(true);
		await button(imports.stop).press('Enter');
		await button(imports.resume).waitFor();
		expect(await heard()).toEqual([imports.stopped]);
		expect(await heading()).toBe(true);
		await page.unrouteAll();
		await button(imports.resume).press('Enter');
		await expect.poll(() => page.evaluate(said), { timeout: 10_000 }).toContain(imports.done);
		expect(await heading()).toBe(true);
	});

	it('goes on at the first of those whom others have created, once they are shown', async () => {
		await visit('/admin/customers', file);
		await heard();
		await page.request.post(`${demo.url}/api/customers`, {
			headers: { Origin: demo.url, 'Idempotency-Key': crypto.randomUUID() },
			data: { email: `first.${file}@example.com`, name: `First ${file}` },
		});
		const news = formatPlural(locale, live.newCustomers, 1);
		await expect.poll(() => page.evaluate(said), { timeout: 10_000 }).toEqual([news]);
		await button(news).press('Enter');
		await button(news).waitFor({ state: 'detached' });
		await expect.poll(focused).toBe(`First ${file}`);
		expect(await page.evaluate(stop)).toMatchObject({ seen: true, marked: true });
	});

	it('hears of a checkout that fails, the focus on its button', async () => {
		await visit('/billing', file);
		const buy = page.locator('[data-slot="pc-billing"] button[data-variant="primary"]').first();
		await buy.waitFor();
		await heard();
		const problem = { status: 503, contentType: 'application/problem+json', body: '{"status":503,"code":"upstream_unavailable"}' };
		await page.route('**/me/checkout', (route) => route.fulfill(problem));
		await buy.press('Enter');
		await page.getByRole('alert').waitFor();
		expect(await heard()).toEqual([billing.opening, locale.errors.upstream_unavailable]);
		expect(await buy.evaluate((opener) => opener === document.activeElement)).toBe(true);
	});

	it('hears that a payment is waited for, and that it takes long, each once', async () => {
		await visit('/billing', file);
		await page.clock.install();
		const buy = page.locator('[data-slot="pc-billing"] button[data-variant="primary"]').first();
		await buy.press('Enter');
		await page.waitForURL('**/vendor**');
		await page.getByRole('button', { name: 'Pay' }).press('Enter');
		await page.waitForURL('**/billing**');
		const notice = page.locator('[data-slot="pc-checkout-notice"]');
		await notice.getByText(billing.returnWaiting).waitFor();
		await page.clock.fastForward(30_000);
		await page.clock.fastForward(40_000);
		await notice.getByText(billing.returnLate).waitFor();
		const all = await heard();
		expect(all.filter((text) => text !== common.loading)).toEqual([billing.returnWaiting, billing.returnLate]);
	});
});
