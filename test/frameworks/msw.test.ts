import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findBrowser } from '../browser.mjs';
import { install, outside, pick, removeHosts, run } from './install';
import { type Host, startHost } from './startHost';

/** Vite's own app without a server, answered by msw's service worker as docs/testing.md says it, to the letter. */
let browser: Browser;
let host: Host;
const complaints: string[] = [];
beforeAll(async () => {
	run(outside, 'npx', '--yes', 'create-vite@9.3.0', 'msw', '--template', 'react-ts', '--no-interactive', '--no-install');
	const folder = install('msw', pick('msw', '@types/react', '@types/react-dom'), join(outside, 'msw'));
	run(folder, 'npx', 'msw', 'init', 'public', '--save');
	const [, section = ''] = readFileSync(resolve(import.meta.dirname, '../../docs/testing.md'), 'utf8').split('## In a browser, before');
	const [mocks = '', start = ''] = [...section.matchAll(/```[jt]s\n([\s\S]*?)```/g)].map(([, code]) => code!);
	writeFileSync(join(folder, 'src/mocks.ts'), mocks);
	const main = join(folder, 'src/main.tsx');
	writeFileSync(
		main,
		readFileSync(main, 'utf8').replace('createRoot(', () => `${start}createRoot(`),
	);
	run(folder, 'npx', 'tsc', '--build');
	host = await startHost(folder, 'vite', (port) => ['--host', '127.0.0.1', '--port', String(port)]);
	browser = await chromium.launch({ executablePath: findBrowser() });
});
afterAll(async () => {
	await browser?.close();
	await host?.close();
	removeHosts();
});

async function open(): Promise<Page> {
	const page = await browser.newPage();
	page.setDefaultTimeout(15_000);
	page.on('pageerror', (error) => complaints.push(String(error)));
	page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
	await page.goto(`${host.url}/admin/customers`);
	await page.getByRole('table').getByRole('row').nth(20).waitFor();
	return page;
}

/** Somebody else's edit, past the page's own hooks. */
const editElsewhere = (page: Page, name: string) =>
	page.evaluate(async (newName) => {
		const url = `/api/customers/${location.pathname.split('/').at(-1)}`;
		const headers = { 'content-type': 'application/json', 'if-match': '*', 'idempotency-key': crypto.randomUUID() };
		return (await fetch(url, { method: 'PATCH', headers, body: JSON.stringify({ name: newName }) })).status;
	}, name);

it('lists, creates, finds, edits, follows and sells without a server', async () => {
	const page = await open();
	const rows = page.getByRole('table').getByRole('row');
	await page.getByRole('button', { name: 'New customer' }).click();
	await page.getByRole('textbox', { name: 'Email' }).fill('zara@example.com');
	await page.getByRole('button', { name: 'Create customer' }).click();
	await page.getByRole('heading', { name: 'zara@example.com', level: 1 }).waitFor();

	await page.getByRole('link', { name: 'Back to all customers' }).click();
	await page.getByRole('searchbox').fill('zara@');
	await expect.poll(() => rows.count()).toBe(2);
	await page.getByRole('table').getByRole('link').first().click();
	await page.getByRole('button', { name: 'Edit' }).click();
	await page.getByRole('textbox', { name: 'Name' }).fill('Zara Khan');
	await page.getByRole('button', { name: 'Save changes' }).click();
	await page.getByRole('heading', { name: 'Zara Khan', level: 1 }).waitFor();

	expect(await editElsewhere(page, 'Zara Malik')).toBe(200);
	await page.getByRole('heading', { name: 'Zara Malik', level: 1 }).waitFor();

	await page.getByText('Not included').waitFor();
	await page.getByRole('button', { name: 'Subscribe' }).click();
	await page.getByText('Included', { exact: true }).waitFor();
	await page.getByText('€19.00').waitFor();
	expect(complaints).toEqual([]);
});
