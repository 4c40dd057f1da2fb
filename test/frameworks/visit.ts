import type { Browser, Page } from 'playwright';
import { expect } from 'vitest';

/**
 * What an admin does all day, in a page of a host: nothing may fail, warn or load anew on the way.
 *
 * @param served whether a server renders the list, so that it is seen before any script has run
 */
export async function visit(browser: Browser, url: string, served: boolean): Promise<void> {
	const context = await browser.newContext();
	await context.addCookies([{ name: 'session', value: 'zara', url }]);
	const page = await context.newPage();
	page.setDefaultTimeout(15_000);
	const complaints: string[] = [];
	page.on('pageerror', (error) => complaints.push(String(error)));
	page.on(
		'console',
		(message) => ['error', 'warning'].includes(message.type()) && complaints.push(`${message.text()} ${message.location().url}`),
	);

	if (served) await typeEarly(page, url);
	else await page.goto(`${url}/admin/customers`);
	const rows = page.getByRole('table').getByRole('row');
	await rows.nth(20).waitFor();
	const create = page.getByRole('button', { name: 'New customer' });
	expect(await create.evaluate((button) => Number.parseFloat(getComputedStyle(button).paddingInlineStart))).toBeGreaterThan(4);
	expect(
		await rows
			.nth(1)
			.getByRole('link')
			.first()
			.evaluate((link) => getComputedStyle(link).textAlign),
	).toMatch(/^(start|left)$/);

	await create.click();
	const email = `zara.${Date.now()}@example.com`;
	await page.getByRole('textbox', { name: 'Email' }).fill(email);
	await page.getByRole('textbox', { name: 'Phone' }).pressSequentially('+919876543210');
	await page.getByRole('button', { name: 'Create customer' }).click();
	await page.getByRole('heading', { name: email, level: 1 }).waitFor();

	await page.goto(`${url}/admin/customers`);
	await page.getByRole('searchbox').fill(email);
	await expect.poll(() => rows.count()).toBe(2);
	await page.evaluate(() => Object.assign(window, { stayed: true }));
	await page.getByRole('table').getByRole('link').first().click();
	await page.getByRole('button', { name: 'Edit' }).click();
	await page.getByRole('textbox', { name: 'Name' }).fill('Zara Khan');
	await page.getByRole('button', { name: 'Save changes' }).click();
	await page.getByRole('heading', { name: 'Zara Khan', level: 1 }).waitFor();
	await page.getByRole('link', { name: 'Back to all customers' }).click();
	await rows.nth(1).waitFor();
	await page.goBack();
	await page.getByRole('heading', { name: 'Zara Khan', level: 1 }).waitFor();
	expect(await page.evaluate(() => 'stayed' in window)).toBe(true);
	await page.reload();
	await page.getByRole('heading', { name: 'Zara Khan', level: 1 }).waitFor();
	expect(complaints).toEqual([]);
	await context.close();
}

const isScript = ({ pathname }: URL) => /\.[jt]sx?$/.test(pathname);

/** Types while the page is what the server sent, without a script; once it has come to life, the list has looked for that. */
async function typeEarly(page: Page, url: string): Promise<void> {
	let comeToLife = () => {};
	const held = new Promise<void>((resolve) => {
		comeToLife = resolve;
	});
	await page.route(isScript, (route) => held.then(() => route.continue()));
	await page.goto(`${url}/admin/customers`, { waitUntil: 'commit' });
	await page.getByRole('table').getByRole('row').nth(20).waitFor();
	await page.getByRole('searchbox').fill('nobody is called that');
	comeToLife();
	await page.getByRole('button', { name: 'Clear filters' }).click();
	await page.unroute(isScript);
}

/** The page as a server sends it, before any script has run. */
export async function sentBy(url: string, cookie = 'session=zara'): Promise<string> {
	return (await fetch(`${url}/admin/customers`, { headers: { cookie } })).text();
}
