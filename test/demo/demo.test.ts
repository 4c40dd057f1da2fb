import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ProyectaServer } from '../backends/proyectaServer';
import { findBrowser } from '../browser.mjs';
import { findPostgres, type PostgresServer } from '../postgresServer';
import { StripeServer } from '../stripe/stripeServer';
import { type DemoServer, seededFolder, startDemo } from './demoServer';
import { moving, outOfOrder, stop, tabThrough, textsCutOff, widerText } from './seen';

const folder = mkdtempSync(join(tmpdir(), 'customers-demo-'));
let demo: DemoServer;
let cookie: string;

beforeAll(async () => {
	demo = await startDemo({ DEMO_DATA: folder });
	cookie = await signedIn();
});

afterAll(async () => {
	await demo?.stop();
	rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** The cookie that a browser gets with the first page. */
async function signedIn(): Promise<string> {
	const page = await fetch(`${demo.url}/admin/customers`);
	return page.headers.get('set-cookie')!.split(';')[0]!;
}

function call(path: string, init: RequestInit = {}): Promise<Response> {
	const headers = { Cookie: cookie, Origin: demo.url, 'Content-Type': 'application/json', ...init.headers };
	return fetch(`${demo.url}${path}`, { ...init, headers });
}

async function problem(answer: Response): Promise<{ status: number; code: string; pointers: string[] }> {
	expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
	const { status, code, errors = [] } = (await answer.json()) as { status: number; code: string; errors?: { pointer: string }[] };
	expect(status).toBe(answer.status);
	return { status, code, pointers: errors.map(({ pointer }) => pointer) };
}

describe('a person who uses the demo', () => {
	let browser: Browser;
	let page: Page;
	const faults: string[] = [];

	beforeAll(async () => {
		browser = await chromium.launch({ executablePath: findBrowser() });
		const context = await browser.newContext({ locale: 'en-GB', permissions: ['clipboard-read', 'clipboard-write'] });
		page = await context.newPage();
		page.on('pageerror', (error) => faults.push(error.message));
		page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
	});
	afterAll(() => browser?.close());

	const detail = (name: string) => page.getByRole('heading', { name, level: 1 });

	async function paste(label: string, text: string): Promise<void> {
		await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
		await page.getByRole('textbox', { name: label }).click();
		await page.keyboard.press('ControlOrMeta+V');
	}

	async function expectCanonicalDetail(): Promise<void> {
		await detail('Priya Sharma').waitFor();
		await page.getByRole('link', { name: '+91 98765 43210' }).waitFor();
		for (const line of ['12 MG Road', 'Mumbai', '400001', 'Maharashtra', 'India']) await page.getByText(line).first().waitFor();
	}

	describe('whose session ends', () => {
		let visitor: Page;
		let typed = 'Typed before the session ended';
		const question = () => visitor.getByRole('alertdialog', { name: 'Your session has ended' });
		const name = () => visitor.getByRole('textbox', { name: 'Name' });
		const save = () => visitor.getByRole('button', { name: /Save changes|Try again/ }).first();

		beforeEach(async () => {
			visitor = await browser.newPage({ locale: 'en-GB' });
			// The browser's own question would stand in everybody's way.
			visitor.on('dialog', (dialog) => faults.push(`${dialog.type()}: ${dialog.message()}`));
			await visitor.goto(`${demo.url}/admin/customers`);
			await visitor.getByRole('table').getByRole('link').first().click();
			await visitor.getByRole('button', { name: 'Edit' }).click();
			typed += ' again';
			await name().fill(typed);
			await visitor.context().clearCookies();
			await visitor.getByRole('button', { name: 'Save changes' }).click();
			await question().waitFor();
		});
		afterEach(() => visitor.close());

		it('keeps what was typed, and saves it after signing in again', async () => {
			const signedInAgain = visitor.waitForResponse((answer) => answer.url().endsWith('/api/session') && answer.ok());
			await question().getByRole('button', { name: 'Sign in again' }).click();
			await signedInAgain;
			await question().waitFor({ state: 'detached' });
			expect(await name().inputValue()).toBe(typed);
			await save().click();
			await visitor.getByRole('heading', { name: typed, level: 1 }).waitFor();
			expect(faults).toEqual([]);
		});

		it('keeps it, too, where the answer is no, by mouse or by Escape, and asks again', async () => {
			await question().getByRole('button', { name: 'Not now' }).click();
			await question().waitFor({ state: 'detached' });
			expect(await name().inputValue()).toBe(typed);
			await save().click();
			await question().waitFor();
			await visitor.keyboard.press('Escape');
			await question().waitFor({ state: 'detached' });
			// The form is asked nothing, and is there.
			expect(await visitor.getByRole('alertdialog').count()).toBe(0);
			expect(await name().inputValue()).toBe(typed);
			expect(faults).toEqual([]);
		});

		it('is told where signing in does not work', async () => {
			await visitor.route('**/api/session', (route) => route.abort());
			await question().getByRole('button', { name: 'Sign in again' }).click();
			await question().getByRole('alert').filter({ hasText: 'cannot be reached' }).waitFor();
			await visitor.unroute('**/api/session');
			await question().getByRole('button', { name: 'Sign in again' }).click();
			await question().waitFor({ state: 'detached' });
		});
	});

	describe('with less room', () => {
		let visitor: Page;
		beforeEach(async () => {
			visitor = await browser.newPage({ locale: 'en-GB', viewport: { width: 320, height: 640 } });
			await visitor.goto(demo.url);
			await visitor.getByRole('heading', { level: 1 }).waitFor();
		});
		afterEach(() => visitor.close());
		const size = (what: string) => visitor.locator(what).evaluate((element) => element.getBoundingClientRect().toJSON() as DOMRect);
		const menu = () => visitor.getByRole('button', { name: 'Menu' });

		it('has one bar of 56 pixels on a phone, with all of it in a menu', async () => {
			expect(await size('.side')).toMatchObject({ width: 320, height: 56 });
			expect(await visitor.getByRole('navigation').isVisible()).toBe(false);
			const heading = await size('h1');
			await menu().click();
			expect(await size('h1')).toEqual(heading);
			for (const label of ['Language', 'Theme']) expect(await visitor.getByLabel(label).isVisible()).toBe(true);
			await visitor.keyboard.press('Escape');
			expect(await visitor.getByRole('navigation').isVisible()).toBe(false);
			expect(await menu().evaluate((button) => button === document.activeElement)).toBe(true);
			await visitor.keyboard.press('Enter');
			await visitor.getByRole('navigation').getByRole('link', { name: 'Customers' }).click();
			await visitor.getByRole('table').waitFor();
			expect(await visitor.getByRole('navigation').isVisible()).toBe(false);
			expect(await visitor.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
		});

		it('has icons alone below 1024 pixels, which keep their names', async () => {
			await visitor.setViewportSize({ width: 1023, height: 700 });
			expect((await size('.side')).width).toBe(56);
			const customers = visitor.getByRole('navigation').getByRole('link', { name: 'Customers' });
			expect((await customers.boundingBox())!.width).toBeLessThan(56);
			expect(await visitor.getByLabel('Theme').isVisible()).toBe(false);
			await menu().click();
			await visitor.getByRole('button', { name: 'Sign out' }).waitFor();
			await visitor.getByRole('heading', { level: 1 }).click();
			expect(await visitor.getByLabel('Theme').isVisible()).toBe(false);
			await visitor.setViewportSize({ width: 1024, height: 700 });
			expect((await size('.side')).width).toBe(232);
			expect(await menu().count()).toBe(0);
			expect(await visitor.getByLabel('Theme').isVisible()).toBe(true);
		});
	});

	describe('who sees, hears or moves otherwise', () => {
		let context: BrowserContext;
		let visitor: Page;
		const row = (at: number) => visitor.getByRole('table').getByRole('link').nth(at);

		async function visit(path: string, [width, height]: readonly [number, number], options: BrowserContextOptions = {}) {
			context = await browser.newContext({ locale: 'en-GB', viewport: { width, height }, reducedMotion: 'reduce', ...options });
			visitor = await context.newPage();
			await visitor.goto(demo.url + path);
			await visitor.getByRole('heading', { level: 1 }).first().waitFor();
			await visitor.waitForFunction(() => !document.querySelector('[aria-busy="true"]'));
		}
		afterEach(() => context.close());

		const pages = ['/', '/signup', '/billing', '/admin/customers', '/admin/customers/import'];
		it.each([...pages, 'New customer', 'a customer', 'Edit'])('has all of %s at 320 by 256 px, also with wider text', async (what) => {
			await visit(pages.includes(what) ? what : '/admin/customers', [320, 256]);
			if (what === 'New customer') await visitor.getByRole('button', { name: what }).click();
			if (what === 'a customer' || what === 'Edit') await row(0).click();
			if (what === 'Edit') await visitor.getByRole('button', { name: what }).click();
			if (!pages.includes(what)) await visitor.locator(what === 'a customer' ? '.pc-detail-actions' : '.pc-dialog [name="name"]').waitFor();
			expect(await visitor.evaluate(textsCutOff)).toEqual([]);
			await visitor.addStyleTag({ content: widerText });
			expect(await visitor.evaluate(textsCutOff)).toEqual([]);
			await visitor.evaluate(axe.source);
			const { violations } = await visitor.evaluate(() =>
				(globalThis as unknown as { axe: typeof axe }).axe.run({ runOnly: ['target-size'] }),
			);
			expect(violations.flatMap(({ nodes }) => nodes.map(({ html }) => html))).toEqual([]);
		});

		it('has all of a long name and email at 320 px after signing up', async () => {
			await visit('/signup', [320, 640]);
			await visitor.getByLabel('Name').fill('Wolfeschlegelsteinhausenbergerdorff-Zuständig');
			await visitor.getByLabel('Email').fill('wolfeschlegelsteinhausenbergerdorff@example.com');
			await visitor.locator('form [type="submit"]').click();
			await visitor.locator('.panel dl').waitFor();
			expect(await visitor.evaluate(textsCutOff)).toEqual([]);
		});

		it.each([
			[1280, 800, 'none'],
			[768, 700, 'none'],
			[320, 256, 'none'],
			[1280, 800, 'active'],
		] as const)(
			'sees at %i by %i px where the focus is, in the order of the page; forced colours: %s',
			async (width, height, forcedColors) => {
				await visit('/admin/customers', [width, height], { forcedColors });
				const stops = await tabThrough(visitor, 30);
				expect(stops.length).toBe(30);
				expect(stops[0]).toMatchObject({ name: 'Skip to content' });
				expect(stops.filter(({ seen, marked }) => !seen || !marked)).toEqual([]);
				// What leads past all else lies on it.
				expect(outOfOrder(stops.slice(1))).toEqual([]);
			},
		);

		it('meets nothing that has the focus beneath a notice', async () => {
			await visit('/admin/customers', [320, 256]);
			await row(2).click();
			await visitor.getByRole('button', { name: 'Edit' }).click();
			await visitor.getByRole('textbox', { name: 'Name' }).fill('Seen at all times');
			await visitor.keyboard.press('Enter');
			const close = visitor.getByRole('group', { name: 'Undo the last change' }).getByRole('button', { name: 'Close' });
			expect((await close.boundingBox())!.width).toBe(24);
			await visitor.keyboard.press('Shift+Tab');
			const stops = await tabThrough(visitor, 7);
			expect(stops[0]).toMatchObject({ name: 'Edit' });
			expect(stops.filter(({ seen }) => !seen)).toEqual([]);
			expect(await close.isVisible()).toBe(true);
		});

		it('sees the first row beside all that can be done with what is chosen', async () => {
			await visit('/admin/customers', [320, 640]);
			await visitor.addStyleTag({ content: widerText });
			await visitor.getByRole('checkbox').first().check();
			await visitor.getByRole('button', { name: 'Select all customers' }).waitFor();
			const [bar, first] = [await visitor.locator('.pc-selection').boundingBox(), await row(0).boundingBox()];
			expect(bar!.height).toBeGreaterThan(44);
			expect(first!.y).toBeGreaterThanOrEqual(bar!.y + bar!.height);
			// Also on the way up, where it sticks to the top.
			await row(15).focus();
			for (let up = 0; up < 15; up++) {
				await visitor.keyboard.press('ArrowUp');
				expect(await visitor.evaluate(stop)).toMatchObject({ seen: true });
			}
		});

		it('goes on in the page where the menu was, and past all countries at once', async () => {
			await visit('/', [320, 640]);
			await visitor.getByRole('button', { name: 'Menu' }).press('Enter');
			await visitor.getByRole('navigation').getByRole('link', { name: 'Customers' }).press('Enter');
			await visitor.getByRole('table').waitFor();
			expect(await visitor.evaluate(() => document.activeElement?.localName)).toBe('main');
			await visitor.getByRole('button', { name: 'Filters' }).press('Enter');
			await visitor.getByRole('searchbox', { name: 'Search countries' }).press('Tab');
			await visitor.keyboard.press('ArrowDown');
			expect(await visitor.evaluate(stop)).toMatchObject({ marked: true });
			await visitor.keyboard.press('Tab');
			expect(await visitor.evaluate(stop)).toMatchObject({ name: 'Created today' });
		});

		it.each(['reduce', 'no-preference'] as const)('sees what loads move only if nothing speaks against it: %s', async (reducedMotion) => {
			await visit('/', [1280, 800], { reducedMotion });
			await visitor.route('**/api/customers**', () => {});
			await visitor.getByRole('navigation').getByRole('link', { name: 'Customers' }).click();
			await visitor.locator('.pc-loading').waitFor();
			const still = () => visitor.evaluate(moving);
			if (reducedMotion === 'reduce') expect(await still()).toEqual([]);
			else expect(await still()).toContain('pc-loading');
		});

		it('sees in forced colours the days and the country that are chosen, and that rows are to come', async () => {
			await visit('/admin/customers', [1280, 800], { forcedColors: 'active' });
			const look = (what: string) =>
				visitor
					.locator(what)
					.first()
					.evaluate((element) => {
						const { backgroundColor, backgroundImage, color } = getComputedStyle(element);
						return { backgroundColor, backgroundImage, color };
					});
			const chevron = (what: string) =>
				visitor
					.locator(what)
					.first()
					.evaluate((element) => {
						const { content, visibility } = getComputedStyle(element, '::after');
						return { content, visibility };
					});
			const drawn = { content: '"▾" / ""', visibility: 'visible' };
			expect(await chevron('[data-filter="created"][data-state="idle"] .pc-button')).toEqual(drawn);
			await visitor.getByRole('button', { name: 'Created', exact: true }).first().click();
			await visitor.getByRole('button', { name: 'Last 7 days' }).click();
			await visitor.getByRole('button', { name: 'Created: Last 7 days' }).click();
			const [chosen, other] = [await look('[aria-selected="true"] > .pc-day'), await look('[aria-selected="false"] > .pc-day')];
			expect(chosen.backgroundColor).not.toBe(other.backgroundColor);
			await visitor.keyboard.press('Escape');
			await visitor.getByRole('button', { name: 'New customer' }).click();
			await visitor.getByRole('button', { name: /Country of the phone/ }).waitFor();
			expect(await chevron('.pc-country-button')).toEqual(drawn);
			await visitor.getByRole('button', { name: /Country of the phone/ }).click();
			const option = '.pc-country-option[data-state="active"]';
			await visitor.locator(option).waitFor();
			expect((await look(`${option} > .pc-country-code`)).color).toBe((await look(option)).color);
			await visitor.route('**/api/customers**', () => {});
			await visitor.goto(`${demo.url}/admin/customers`);
			await visitor.locator('.pc-loading').waitFor();
			expect((await look('.pc-loading > td[data-column]')).backgroundImage).toContain('gradient');
		});
	});

	it('fetches the language it reads, and no other', async () => {
		const visitor = await browser.newPage({ locale: 'de-DE' });
		const fetched: string[] = [];
		visitor.on('request', (request) => fetched.push(...(request.url().match(/(?<=\/assets\/)(ar|de|es|fr|hi|ja|ko|pt|zh)(?=-)/g) ?? [])));
		await visitor.goto(demo.url);
		await visitor.getByRole('heading', { name: 'Alle zahlenden Kunden an einem Ort' }).waitFor();
		expect(new Set(fetched)).toEqual(new Set(['de']));
		await visitor.getByLabel('Sprache').selectOption('ja');
		await visitor.getByRole('heading', { name: '支払いのあるすべての顧客を、ひとつの場所に' }).waitFor();
		expect(new Set(fetched)).toEqual(new Set(['de', 'ja']));
		await visitor.route('**/assets/fr-*', (route) => route.abort());
		await visitor.getByLabel('言語').selectOption('fr');
		await expect.poll(() => visitor.getByLabel('言語').inputValue()).toBe('ja');
		await visitor.close();
	});

	it('sees at home how many there are, who came last, and how to make or import more', async () => {
		const visitor = await browser.newPage({ locale: 'en-GB' });
		await visitor.goto(demo.url);
		const total = visitor.locator('.figures > div').filter({ hasText: 'Customers' }).getByRole('definition');
		await expect.poll(() => total.textContent()).toMatch(/^6\d\d$/);
		const newest = visitor.getByRole('region', { name: 'Newest customers' });
		const first = newest.getByRole('link').nth(1);
		const called = await first.textContent();
		await first.click();
		await visitor.getByRole('heading', { name: called!, level: 1 }).waitFor();
		await visitor.goBack();
		await visitor.getByRole('link', { name: 'Import' }).click();
		await visitor.getByRole('heading', { name: 'Import customers' }).waitFor();
		await visitor.goBack();
		await visitor.getByRole('link', { name: 'New customer' }).click();
		await visitor.getByRole('dialog', { name: 'New customer' }).waitFor();
		await visitor.close();
	});

	it('signs up, is found in the list, gets a phone and an address, and is still there after a reload and a restart', async () => {
		await page.goto(demo.url);
		await page.getByRole('link', { name: 'Sign somebody up' }).click();
		await page.getByLabel('Email').fill('Priya.Sharma@Example.in');
		await page.getByLabel('Name').fill('Priya Sharma');
		await page.getByRole('button', { name: 'Create account' }).click();
		await page.getByRole('heading', { name: 'Account created' }).waitFor();
		const customerId = await page.getByText(/^cus_/).textContent();

		await page.getByRole('navigation').getByRole('link', { name: 'Customers' }).click();
		await page.getByRole('searchbox').fill('priya.sharma@example.in');
		await page.getByRole('link', { name: 'Priya Sharma' }).click();
		await detail('Priya Sharma').waitFor();
		expect(new URL(page.url()).pathname).toBe(`/admin/customers/${customerId}`);

		await page.getByRole('button', { name: 'Edit' }).click();
		await paste('Phone', '+91 98765-43210');
		await page.getByRole('dialog').getByRole('button', { name: 'Add address' }).click();
		await page.getByLabel('Country or region').selectOption({ label: 'India' });
		await page.getByLabel('Address line 1').fill('12 MG Road');
		await page.getByLabel('City').fill('Mumbai');
		await page.getByLabel('PIN code').fill('400 001');
		await page.getByLabel('State').selectOption('MH');
		await page.getByRole('button', { name: 'Save changes' }).click();
		await page.getByRole('dialog').waitFor({ state: 'detached' });
		await expectCanonicalDetail();
		const saved = await (await call(`/api/customers/${customerId}`)).json();
		expect(saved).toMatchObject({
			phone: '+919876543210',
			address: { line1: '12 MG Road', city: 'Mumbai', state: 'MH', postal_code: '400001', country: 'IN' },
		});

		// The edit has left no entry behind.
		await page.goBack();
		await expect.poll(() => new URL(page.url()).pathname).toBe('/admin/customers');
		await expect.poll(() => page.getByRole('searchbox').inputValue()).toBe('priya.sharma@example.in');
		await page.getByRole('searchbox').fill('98765 43210');
		const row = page.getByRole('row').filter({ hasText: 'Priya.Sharma@Example.in' });
		await row.getByText('India').waitFor();
		await row.getByText('+91 98765 43210').waitFor();

		await page.goto(`${demo.url}/admin/customers/${customerId}`);
		await page.reload();
		await expectCanonicalDetail();

		const { port } = new URL(demo.url);
		// A page that listens writes each refusal into its console.
		await page.goto('about:blank');
		expect(await demo.stop()).toBe(process.platform === 'win32' ? null : 0);
		demo = await startDemo({ DEMO_DATA: folder, PORT: port });
		expect(demo.output()).not.toContain('seeded');
		await page.goto(`${demo.url}/admin/customers/${customerId}`);
		await expectCanonicalDetail();
		expect(faults).toEqual([]);
	});

	it.each(['/', '/signup', '/billing', '/admin/customers', '/nothing'])(
		'finds nothing in the way at %s, in light and dark, on a tablet and a phone too',
		async (path) => {
			// Not until the network is idle: it is not where a page hears of changes.
			await page.goto(demo.url + path);
			await page.getByRole('heading', { level: 1 }).waitFor();
			await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'));
			await page.evaluate(axe.source);
			for (const [colorScheme, width] of [
				['light', 1280],
				['dark', 1280],
				['light', 768],
			] as const) {
				await page.emulateMedia({ colorScheme });
				await page.setViewportSize({ width, height: 720 });
				expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe(colorScheme);
				// Halfway through a transition axe meets colours that nobody chose.
				await page.evaluate(async () => void (await Promise.allSettled(document.getAnimations().map(({ finished }) => finished))));
				const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
				expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
			}
			await page.setViewportSize({ width: 320, height: 640 });
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
			await page.setViewportSize({ width: 1280, height: 720 });
			await page.emulateMedia({ colorScheme: null });
			faults.length = 0;
		},
	);

	it('is told what is wrong with a sign-up, and that an email is taken', async () => {
		await page.goto(`${demo.url}/signup`);
		await page.getByRole('button', { name: 'Create account' }).click();
		await page.getByText('Enter an email address.').waitFor();
		await page.getByLabel('Email').fill('priya');
		await page.getByRole('button', { name: 'Create account' }).click();
		await page.getByText('This does not look like an email address.').waitFor();
		await page.getByLabel('Email').fill('PRIYA.sharma@example.IN');
		await page.getByRole('button', { name: 'Create account' }).click();
		await page.getByText('There is an account with this email already.').waitFor();
	});

	it('reads it in Hindi and in the dark, also after a reload', async () => {
		await page.goto(`${demo.url}/admin/customers`);
		await page.getByLabel('Theme').selectOption('dark');
		await page.getByLabel('Language').selectOption('hi');
		await page.getByRole('heading', { name: 'ग्राहक', level: 1 }).waitFor();
		await page.reload();
		await page.getByRole('heading', { name: 'ग्राहक', level: 1 }).waitFor();
		const look = await page.evaluate(() => [document.documentElement.lang, getComputedStyle(document.documentElement).colorScheme]);
		expect(look).toEqual(['hi', 'dark']);
		await page.getByLabel('भाषा').selectOption('en');
	});

	it('sees where one is, and whose emails they are, in forced colours, on paper and translated', async () => {
		await page.goto(`${demo.url}/admin/customers`);
		await page.getByRole('table').getByRole('link').first().waitFor();
		const look = () =>
			page.evaluate(() => {
				const [here, other] = ['a[aria-current]', 'a:not([aria-current])'].map((entry) => {
					const { backgroundColor, color, textDecorationLine } = getComputedStyle(document.querySelector(`nav ${entry}`)!);
					return { backgroundColor, color, textDecorationLine };
				});
				const probe = document.body.appendChild(document.createElement('i'));
				probe.style.cssText = 'forced-color-adjust: none; background: Highlight; color: HighlightText';
				const { backgroundColor, color } = getComputedStyle(probe);
				probe.remove();
				const cell = document.querySelector('[data-column="email"]:is(td)')!;
				const { width, height } = cell.getBoundingClientRect();
				return { here, other, chosen: { backgroundColor, color }, seen: width > 50 && height > 10 };
			});
		await page.emulateMedia({ forcedColors: 'active' });
		const forced = await look();
		expect(forced.here).toMatchObject(forced.chosen);
		expect(forced.other!.backgroundColor).not.toBe(forced.chosen.backgroundColor);
		expect(forced.seen).toBe(true);
		await page.emulateMedia({ forcedColors: 'none', media: 'print' });
		const printed = await look();
		expect(printed.here!.textDecorationLine).toBe('underline');
		expect(printed.other!.textDecorationLine).toBe('none');
		expect(printed.seen).toBe(true);
		await page.emulateMedia({ media: 'screen' });
		const translated = await page.evaluate(() => {
			const untouched = ['[data-column="email"]:is(td)', '[data-column="name"]:is(td)', '.who strong'];
			return untouched.map((what) => document.querySelector<HTMLElement>(what)!.translate);
		});
		expect(translated).toEqual([false, false, false]);
	});

	it('reads it in Arabic, from right to left', async () => {
		await page.goto(`${demo.url}/admin/customers`);
		await page.getByLabel('Language').selectOption('ar');
		await page.getByRole('heading', { name: 'العملاء', level: 1 }).waitFor();
		await page.reload();
		const heading = await page.getByRole('heading', { name: 'العملاء', level: 1 }).boundingBox();
		const menu = await page.getByRole('navigation').boundingBox();
		expect(menu?.x).toBeGreaterThan(heading?.x ?? Number.POSITIVE_INFINITY);
		await page.getByLabel('اللغة').selectOption('en');
	});

	it('sees no customers after signing out, until signing in again', async () => {
		await page.goto(`${demo.url}/admin/customers`);
		await page.getByRole('button', { name: 'Sign out' }).click();
		await page.getByRole('heading', { name: 'Sign in to see customers' }).waitFor();
		await page.reload();
		await page.getByRole('button', { name: 'Sign in as the demo admin' }).click();
		await page.getByRole('table').waitFor();
	});

	it('signs in on the overview, too', async () => {
		await page.goto(demo.url);
		await page.getByRole('button', { name: 'Sign out' }).click();
		await page.getByRole('button', { name: 'Sign in as the demo admin' }).click();
		await page.getByRole('link', { name: 'New customer' }).waitFor();
	});
});

describe('the demo’s server', () => {
	it('is seeded with at least 500 customers from at least 40 countries', async () => {
		const countries = new Set<string>();
		let count = 0;
		let after = '';
		do {
			const answer = await call(`/api/customers?limit=100${after && `&after=${after}`}`);
			const page = (await answer.json()) as { data: { address: { country: string } | null }[]; next: string | null };
			for (const { address } of page.data) if (address) countries.add(address.country);
			count += page.data.length;
			after = page.next ?? '';
		} while (after);
		expect(count).toBeGreaterThanOrEqual(500);
		expect(countries.size).toBeGreaterThanOrEqual(40);
	});

	it('answers 401 without a session, and with one that it did not sign', async () => {
		for (const forged of ['', `${cookie.slice(0, -3)}abc`, 'demo_session=e30.e30'])
			expect(await problem(await call('/api/customers', { headers: { Cookie: forged } }))).toMatchObject({ code: 'unauthenticated' });
	});

	it.each([
		['invalid JSON', '{"email":', 400, 'malformed_request', []],
		['an unknown key', '{"email":"a@example.com","role":"admin"}', 422, 'validation_failed', ['/role']],
		['a bad phone', '{"email":"a@example.com","phone":"+91 12"}', 422, 'validation_failed', ['/phone']],
		[
			'a wrong PIN',
			'{"email":"a@example.com","address":{"line1":"1 MG Road","city":"Mumbai","state":"MH","postal_code":"4000","country":"IN"}}',
			422,
			'validation_failed',
			['/address/postal_code'],
		],
	])('refuses %s', async (_name, body, status, code, pointers) => {
		const answer = await call('/api/customers', { method: 'POST', body, headers: { 'Idempotency-Key': crypto.randomUUID() } });
		expect(await problem(answer)).toEqual({ status, code, pointers });
	});

	it('refuses other origins, names and media types', async () => {
		const body = JSON.stringify({ email: 'mallory@example.com' });
		for (const path of ['/api/customers', '/api/signup'])
			expect(await problem(await call(path, { method: 'POST', body, headers: { Origin: 'https://evil.example' } }))).toMatchObject({
				status: 403,
				code: 'cross_origin',
			});
		for (const path of ['/api/customers', '/api/signup'])
			expect(await problem(await call(path, { method: 'POST', body, headers: { 'Content-Type': 'text/plain' } }))).toMatchObject({
				status: 415,
				code: 'unsupported_media_type',
			});
		expect(await problem(await call('/api/nothing'))).toMatchObject({ status: 404 });
	});

	it('sends its pages with a strict policy, and no page for an unknown address', async () => {
		const page = await fetch(`${demo.url}/admin/customers`);
		expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
		expect(page.headers.get('x-frame-options')).toBe('DENY');
		expect((await fetch(`${demo.url}/nothing`)).status).toBe(404);
	});

	it('does not start twice on one folder, nor on a taken port, and says why', async () => {
		await expect(startDemo({ DEMO_DATA: folder })).rejects.toThrow(/ended with 1: .*already running on .*DEMO_DATA=/s);
		const elsewhere = seededFolder();
		await expect(startDemo({ DEMO_DATA: elsewhere.folder, PORT: new URL(demo.url).port })).rejects.toThrow(/Port \d+ is taken/);
		elsewhere.remove();
	});
});

const startServer = findPostgres();

describe.runIf(startServer)('the demo on a real Postgres', () => {
	let server: PostgresServer;
	beforeAll(async () => {
		server = await startServer!();
	});
	afterAll(() => server?.stop());

	it('keeps users and customers there, and seeds once', async () => {
		const first = await startDemo({ DATABASE_URL: server.connectionString });
		expect(first.output()).toContain('seeded with 600');
		const headers = { 'Content-Type': 'application/json' };
		const body = JSON.stringify({ email: 'kiran@example.com', name: 'Kiran' });
		const { user } = (await (await fetch(`${first.url}/api/signup`, { method: 'POST', headers, body })).json()) as { user: object };
		expect(user).toMatchObject({ email: 'kiran@example.com', proyecta_customer_id: expect.stringMatching(/^cus_/) });
		await first.stop();
		const second = await startDemo({ DATABASE_URL: server.connectionString });
		expect(second.output()).not.toContain('seeded');
		await second.stop();
	});
});

describe('the demo on a Proyecta account', () => {
	it('signs people up there', async () => {
		const account = new ProyectaServer();
		await account.start();
		const users = seededFolder();
		const onAccount = await startDemo({
			DATABASE_URL: '',
			DEMO_DATA: users.folder,
			PROYECTA_API_KEY: account.key,
			PROYECTA_BASE_URL: account.baseURL,
		});
		const headers = { 'Content-Type': 'application/json' };
		const body = JSON.stringify({ email: 'kiran@example.com', name: 'Kiran' });
		const { user } = (await (await fetch(`${onAccount.url}/api/signup`, { method: 'POST', headers, body })).json()) as {
			user: { proyecta_customer_id: string };
		};
		expect(account.customers.get(user.proyecta_customer_id)).toMatchObject({ email: 'kiran@example.com', name: 'Kiran' });
		await onAccount.stop();
		users.remove();
		await account.stop();
	});
});

describe('the demo on a Stripe account', () => {
	it('lists, searches, creates and bills there, in a browser', async () => {
		const account = await new StripeServer().start();
		for (const [plan, features] of Object.entries({ maker_monthly: ['reports'], maker_yearly: ['reports', 'exports'] }))
			account.billing.sell(`price_${plan}`, { lookup_key: plan, features });
		account.seed({ id: 'cus_first', email: 'first@example.com', name: 'First Customer', phone: '+12025550123' });
		const users = seededFolder();
		const onAccount = await startDemo({
			DEMO_DATA: users.folder,
			STRIPE_SECRET_KEY: account.key,
			STRIPE_API_BASE: account.origin,
		});
		const browser = await chromium.launch({ executablePath: findBrowser() });
		try {
			const page = await browser.newPage({ locale: 'en-GB' });
			await page.goto(`${onAccount.url}/admin/customers`);
			await page.getByRole('link', { name: 'First Customer' }).waitFor();
			account.searchLagMs = 60_000;
			const headers = { 'Content-Type': 'application/json', Origin: onAccount.url };
			await page.request.post(`${onAccount.url}/api/signup`, { headers, data: { email: 'Kiran@example.com', name: 'Kiran Rao' } });
			await page.getByRole('searchbox').fill('kiran');
			await page.getByRole('link', { name: 'Kiran Rao' }).waitFor();
			expect([...account.customers.rows.values()].find(({ name }) => name === 'Kiran Rao')?.email).toBe('Kiran@example.com');
			// Stripe's own page, where somebody pays.
			await page.route('https://checkout.stripe.example/**', async (route) => {
				account.billing.pay(route.request().url());
				const session = account.seen.findLast(({ path }) => path === '/v1/checkout/sessions');
				await route.fulfill({ status: 303, headers: { location: String(session?.form.success_url) } });
			});
			await page.goto(`${onAccount.url}/billing`);
			await page.getByRole('button', { name: 'Get Maker, €12 a month' }).click();
			await page.getByText('The price_maker_monthly plan').waitFor();
			await page.getByRole('region', { name: 'Reports' }).waitFor();
			const told = await page.content();
			expect(told).not.toContain(account.key);
		} finally {
			await browser.close();
			await onAccount.stop();
			users.remove();
			await account.stop();
		}
	}, 60_000);
});
