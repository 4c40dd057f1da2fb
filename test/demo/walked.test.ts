import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../browser.mjs';
import { type DemoServer, seededFolder, startDemo } from './demoServer';
import { listen, said, stop } from './seen';

const { folder, remove } = seededFolder();
let demo: DemoServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
	demo = await startDemo({ DEMO_DATA: folder });
	browser = await chromium.launch({ executablePath: findBrowser() });
});
afterAll(async () => {
	await browser?.close();
	await demo?.stop();
	remove();
});
afterEach(() => page.close());

async function visit(path: string): Promise<void> {
	page = await browser.newPage({ locale: 'en-GB', viewport: { width: 1280, height: 800 } });
	await page.addInitScript(listen);
	await page.goto(demo.url + path);
	await page.getByRole('heading', { level: 1 }).first().waitFor();
	await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'));
}

const button = (name: string | RegExp) => page.getByRole('button', { name });
const first = () => page.getByRole('table').getByRole('link').first();
const focused = async () => (await page.evaluate(stop))?.name;
/** What is said within a second, by any live region. */
async function heard(): Promise<string[]> {
	await page.waitForTimeout(1000);
	return page.evaluate(said);
}

describe('whoever works by keyboard', () => {
	it('sees the head of a column that has the focus, also beside what is chosen', async () => {
		await visit('/admin/customers');
		await page.getByRole('checkbox', { name: 'Select all on this page' }).press('Space');
		await button('Clear selection').waitFor();
		for (const column of ['Name', 'Email', 'Created']) {
			await page.keyboard.press('Tab');
			expect(await page.evaluate(stop)).toMatchObject({ name: column, seen: true, marked: true });
		}
		await page.keyboard.press('Tab');
		// Out of it, the bar lies there again.
		const [bar, head] = await Promise.all([page.locator('.pc-selection').boundingBox(), page.locator('thead').boundingBox()]);
		expect(bar!.y).toBe(head!.y);
		expect(
			await page.evaluate(([x, y]) => !!document.elementFromPoint(x, y)?.closest('.pc-selection'), [bar!.x + 300, bar!.y + 10] as const),
		).toBe(true);
	});

	it('has the focus where one chooses once all are chosen, and once none is', async () => {
		await visit('/admin/customers');
		await page.getByRole('checkbox', { name: 'Select all on this page' }).press('Space');
		await button('Select all customers').press('Enter');
		await page.getByText('All customers are selected').waitFor();
		const box = () => page.evaluate(() => document.activeElement?.className);
		expect(await box()).toBe('pc-check');
		await page.keyboard.press('Shift+Tab');
		expect(await focused()).toBe('Clear selection');
		await page.keyboard.press('Enter');
		expect(await box()).toBe('pc-check');
	});

	it('leaves the countries of a phone by one Tab', async () => {
		await visit('/admin/customers');
		await button('New customer').press('Enter');
		await button(/Country of the phone/).press('Enter');
		const search = page.getByRole('combobox', { name: 'Search countries' });
		await search.waitFor();
		await search.press('Tab');
		await search.waitFor({ state: 'detached' });
		expect(await page.getByRole('textbox', { name: 'Phone' }).evaluate((input) => input === document.activeElement)).toBe(true);
	});

	it('goes on in the page after signing out, and after signing in', async () => {
		await visit('/admin/customers');
		const where = () => page.evaluate(() => document.activeElement?.localName);
		await button('Sign out').press('Enter');
		await page.getByRole('heading', { name: 'Sign in to see customers' }).waitFor();
		expect(await where()).toBe('main');
		await page.keyboard.press('Tab');
		expect(await focused()).toBe('Sign in as the demo admin');
		await page.keyboard.press('Enter');
		await page.getByRole('table').waitFor();
		expect(await where()).toBe('main');
	});
});

describe('whoever hears the page', () => {
	it('hears once that an edit was saved, and that it was undone', async () => {
		await visit('/admin/customers');
		await first().click();
		await button('Edit').click();
		await page.getByRole('textbox', { name: 'Name' }).fill('Heard Once');
		await heard();
		await page.keyboard.press('Enter');
		await button('Undo').waitFor();
		expect((await heard()).filter((text) => !/^Saving/.test(text))).toEqual(['Changes to Heard Once saved.']);
		await button('Undo').press('Enter');
		expect(await heard()).toEqual(['The change was undone.']);
	});

	it('hears what is found, in which order, which page, and that rows came anew where none has changed', async () => {
		await visit('/admin/customers');
		await heard();
		const lasting = async () => (await heard()).filter((text) => text !== 'Loading…');
		await page.getByRole('searchbox').fill('rahul');
		expect(await lasting()).toEqual([expect.stringMatching(/^\d+ customers?, 1–\d+$/)]);
		await page.getByRole('searchbox').fill('');
		expect(await lasting()).toEqual(['20 customers, 1–20']);
		await button('Refresh').press('Enter');
		expect(await heard()).toEqual(['Loading…', '20 customers, 1–20']);
		await page.getByRole('columnheader').getByRole('button', { name: 'Name' }).press('Enter');
		expect(await lasting()).toEqual(['20 customers, 1–20, sorted by Name, ascending']);
		await button('Next page').press('Enter');
		expect(await lasting()).toEqual(['20 customers, 21–40, sorted by Name, ascending']);
	});

	it('hears each step of an import', async () => {
		await visit('/admin/customers/import');
		await heard();
		const buffer = Buffer.from('Email,Full name\nheard.import@example.com,Heard Import\nwrong,Wrong\n');
		await page.locator('input[type="file"]').setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer });
		await button('Check the rows').waitFor();
		expect(await heard()).toEqual(['What the columns are']);
		await button('Check the rows').press('Enter');
		await button('Create 1 customer').waitFor();
		expect((await heard()).at(-1)).toBe('Checked. Nothing is sent yet.');
		await button('Create 1 customer').press('Enter');
		await page.getByRole('link', { name: 'Back to all customers' }).waitFor();
		expect((await heard()).at(-1)).toBe('The import is finished.');
	});

	it('hears that an email is a customer’s already, and each count of those whom others create', async () => {
		await visit('/admin/customers');
		await heard();
		const create = (email: string) =>
			page.request.post(`${demo.url}/api/customers`, {
				headers: { Origin: demo.url, 'Idempotency-Key': crypto.randomUUID() },
				data: { email, name: 'Of others' },
			});
		await create('others.one@example.com');
		await expect.poll(() => page.evaluate(said), { timeout: 10_000 }).toEqual(['1 new customer']);
		await create('others.two@example.com');
		await expect.poll(() => page.evaluate(said), { timeout: 10_000 }).toEqual(['2 new customers']);
		await page.getByRole('button', { name: 'New customer', exact: true }).press('Enter');
		await page.getByRole('textbox', { name: 'Email' }).fill('others.one@example.com');
		await page.keyboard.press('Tab');
		await page.getByRole('link', { name: 'Open that customer' }).waitFor();
		expect(await heard()).toEqual(['Of others is already a customer with this email.']);
	});
});
