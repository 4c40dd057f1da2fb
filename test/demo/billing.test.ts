import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findBrowser } from '../browser.mjs';
import { seededFolder, startDemo } from './demoServer';

/** One vendor whose webhooks are late by this long; `never` as good as never. */
async function startShop(settleMs: number) {
	const { folder, remove } = seededFolder();
	const demo = await startDemo({ DEMO_DATA: folder, DEMO_SETTLE_MS: String(settleMs) });
	return {
		...demo,
		async stop() {
			await demo.stop();
			remove();
		},
	};
}

let browser: Browser;
let demo: Awaited<ReturnType<typeof startShop>>;
let context: BrowserContext;
let page: Page;
let sessions = 0;
/** When something was paid last: its webhook may still come. */
let paidAt = Number.NEGATIVE_INFINITY;

beforeAll(async () => {
	// Playwright turns both off, and would hide what people meet.
	browser = await chromium.launch({
		executablePath: findBrowser(),
		ignoreDefaultArgs: ['--disable-back-forward-cache', '--disable-popup-blocking'],
	});
});
afterAll(() => browser?.close());

const me = (path: string) => `${demo.url}/api/customers/me/${path}`;
const headers = () => ({ Origin: demo.url, 'Content-Type': 'application/json' });

/** What was bought and runs, its webhook having come. */
async function bought(): Promise<{ id: string }[]> {
	const answer = await context.request.get(me('subscriptions'), { headers: headers() });
	const { data = [] } = (await answer.json()) as { data?: { id: string; status: string }[] };
	return data.filter(({ status }) => status !== 'canceled');
}

const webhook = () => expect.poll(bought, { interval: 100, timeout: 10_000 }).not.toEqual([]);

/** Everything that was bought ends, also what is still to come, so that the next one begins with nothing. */
async function endAll(settleMs: number): Promise<void> {
	const comesIn = paidAt + settleMs + 100 - Date.now();
	if (settleMs < 10_000 && comesIn > 0) await new Promise((resolve) => setTimeout(resolve, comesIn));
	for (const { id } of await bought())
		await context.request.post(me(`subscriptions/${id}/cancel`), { headers: headers(), data: { timing: 'immediate' } });
}

/** Opens the billing page of a demo whose vendor is late by so much, for each test of a group: in one browser, which has it cached. */
function openEach(settleMs: number): void {
	beforeAll(async () => {
		demo = await startShop(settleMs);
		context = await browser.newContext({ locale: 'en-GB' });
		context.on('request', (request) => {
			if (request.method() === 'POST' && request.url().endsWith('/me/checkout')) sessions++;
		});
	});
	afterAll(async () => {
		await context?.close();
		await demo?.stop();
	});
	beforeEach(async () => {
		page = await context.newPage();
		sessions = 0;
		await page.goto(`${demo.url}/billing`);
	});
	afterEach(async () => {
		await Promise.all(context.pages().map((open) => open.close()));
		await endAll(settleMs);
	});
}

/** The demo by another port, whose pages may be cached: it keeps them out of every cache, so that nobody sees them after signing out. */
async function cachedDemo() {
	const server = createServer((incoming, outgoing) => {
		const { method, headers, url } = incoming;
		const onward = request(`${demo.url}${url}`, { method, headers }, (answer) => {
			const { 'cache-control': _, ...rest } = answer.headers;
			outgoing.writeHead(answer.statusCode ?? 502, rest);
			answer.pipe(outgoing);
		});
		incoming.pipe(onward);
	});
	await new Promise<void>((resolve) => server.listen(0, resolve));
	const stop = () => new Promise((resolve) => server.close(resolve).closeAllConnections());
	return { url: `http://localhost:${(server.address() as AddressInfo).port}`, stop };
}

const buy = () => page.getByRole('button', { name: 'Get Maker' });
async function pay(): Promise<void> {
	await page.getByRole('button', { name: 'Pay', exact: true }).click();
	paidAt = Date.now();
}
const notice = (text: string | RegExp) => page.getByRole('status').filter({ hasText: text });
const waiting = () => notice('Waiting for your payment');
const settled = () => notice('Your payment is confirmed');
const reports = () => page.getByText('Your reports are open.');

describe('paying, where the webhook comes after a moment', () => {
	openEach(1_500);

	it('waits for it, opens the gate when it comes, and leaves nothing in the address', async () => {
		await buy().click();
		await pay();
		await waiting().waitFor();
		expect(new URL(page.url()).search).toBe('');
		expect(await settled().count()).toBe(0);
		await settled().waitFor();
		await reports().waitFor();
		await page.getByText('€12.00 per month').waitFor();
		expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }))).not.toMatch(/asha|cus_|maker/i);
	});

	it('says that one turned back, and claims nothing', async () => {
		await buy().click();
		await page.getByRole('button', { name: 'Go back' }).click();
		await notice('You left the payment page').waitFor();
		expect(new URL(page.url()).search).toBe('');
		await page.getByText('Reports come with the Maker plan.').waitFor();
	});

	it('is one session for a double click', async () => {
		await buy().dblclick();
		await page.waitForURL(/\/vendor/);
		expect(sessions).toBe(1);
	});

	it('is ready again after Back, out of the back-forward cache', async () => {
		const cached = await cachedDemo();
		await page.goto(`${cached.url}/billing`);
		await page.evaluate(() => {
			window.addEventListener('pageshow', ({ persisted }) => Object.assign(window, { persisted }));
		});
		await buy().click();
		await page.waitForURL(/\/vendor/);
		// No page loads, so that Playwright's own goBack would wait for ever.
		await page.evaluate(() => history.back());
		await buy().waitFor();
		expect(await page.evaluate(() => (window as { persisted?: boolean }).persisted)).toBe(true);
		expect(await buy().getAttribute('aria-disabled')).toBeNull();
		await cached.stop();
	});

	it('opens the gates of another tab too, once it is looked at', async () => {
		const other = await context.newPage();
		await other.clock.install();
		await other.goto(`${demo.url}/billing`);
		await other.getByText('Reports come with the Maker plan.').waitFor();
		await page.bringToFront();
		await buy().click();
		await pay();
		await settled().waitFor();
		await other.clock.fastForward(5_100);
		await other.bringToFront();
		await other.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
		await other.getByText('Your reports are open.').waitFor();
	});

	it('waits while the browser is offline, and asks at once when it is back', async () => {
		await buy().click();
		await page.waitForURL(/\/vendor/);
		await page.clock.install();
		await pay();
		await waiting().waitFor();
		await context.setOffline(true);
		await webhook();
		await page.clock.runFor(3_000);
		expect(await settled().count()).toBe(0);
		await context.setOffline(false);
		await settled().waitFor();
	});

	it('changes a plan at once, and says that there was nothing to pay', async () => {
		await buy().click();
		await pay();
		await reports().waitFor();
		await page.getByRole('button', { name: 'Pay yearly' }).click();
		await notice('There was nothing to pay').waitFor();
		await page.getByText('€120.00 per year').waitFor();
	});

	it('cancels at the end of what is paid for, and takes that back', async () => {
		await buy().click();
		await pay();
		await page.getByRole('button', { name: 'Cancel subscription: Maker' }).click();
		const question = page.getByRole('alertdialog', { name: 'Cancel Maker?' });
		await question.getByRole('button', { name: 'Cancel subscription' }).click();
		await page.getByText(/^Ends on /).waitFor();
		await page.getByRole('button', { name: 'Resume Maker' }).click();
		await page.getByText(/^Renews on /).waitFor();
	});

	it('reads everything anew after the portal', async () => {
		await page.getByRole('button', { name: 'Manage billing' }).click();
		await page.waitForURL(/\/vendor/);
		const asked = page.waitForResponse(/me\/subscriptions/);
		await page.getByRole('button', { name: 'Done' }).click();
		expect((await asked).status()).toBe(200);
	});

	it('finds what was paid when the tab was closed before the return', async () => {
		await buy().click();
		await pay();
		await waiting().waitFor();
		await page.close();
		page = await context.newPage();
		await webhook();
		await page.goto(`${demo.url}/billing`);
		await reports().waitFor();
	});
});

describe('billing, where the webhook is faster than the return', () => {
	openEach(0);

	it('is settled at once', async () => {
		await buy().click();
		await pay();
		await settled().waitFor();
		await reports().waitFor();
	});

	it('is that of whoever is signed in: another id or nobody gets nothing', async () => {
		await buy().waitFor();
		const status = (path: string, init?: RequestInit) =>
			page.evaluate(([path, init]) => fetch(`/api/customers/${path}`, init as RequestInit).then(({ status }) => status), [
				path,
				init,
			] as const);
		expect(await status('me')).toBe(200);
		expect(await status('cus_doesnotexist/subscriptions')).toBe(404);
		await page.request.delete(`${demo.url}/api/session`, { headers: { Origin: demo.url } });
		expect(await status('me/subscriptions')).toBe(401);
	});
});

describe('paying, where no webhook ever comes', () => {
	openEach(86_400_000);

	it('says after a minute that it takes long, and never that it failed', async () => {
		await buy().click();
		await page.waitForURL(/\/vendor/);
		await page.clock.install();
		await pay();
		await waiting().waitFor();
		for (let passed = 0; passed < 70; passed += 10) await page.clock.runFor(10_000);
		await notice('taking longer than usual').waitFor();
		await page.getByText('Reports come with the Maker plan.').waitFor();
	});
});
