import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { findBrowser } from '../browser.mjs';
import { startFaultProxy } from '../faultProxy';
import { findPostgres, type PostgresServer } from '../postgresServer';
import { type DemoServer, startDemo } from './demoServer';

/** The demo by another port, which counts the streams and may be in a deployment. Its pages may be cached, as the demo's own may not. */
async function startGate(target: string) {
	const streams = new Set<ServerResponse>();
	const state = { deploying: false, refused: 0 };
	const server = createServer((incoming, outgoing) => {
		const { method, headers, url } = incoming;
		const isStream = url === '/api/customers/changes';
		if (isStream && state.deploying) {
			state.refused++;
			return void outgoing.writeHead(503).end();
		}
		const onward = request(`${target}${url}`, { method, headers }, (answer) => {
			const { 'cache-control': _, ...rest } = answer.headers;
			outgoing.writeHead(answer.statusCode ?? 502, rest);
			answer.pipe(outgoing);
		});
		onward.on('error', () => outgoing.destroy());
		if (isStream) streams.add(outgoing);
		outgoing.on('close', () => {
			streams.delete(outgoing);
			onward.destroy();
		});
		incoming.pipe(onward);
	});
	await new Promise<void>((resolve) => server.listen(0, resolve));
	return {
		url: `http://localhost:${(server.address() as AddressInfo).port}`,
		streams,
		state,
		stop: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
	};
}

const startPostgres = findPostgres();
const folder = mkdtempSync(join(tmpdir(), 'customers-live-'));
const contexts: BrowserContext[] = [];
let postgres: PostgresServer | undefined;
let database: Awaited<ReturnType<typeof startFaultProxy>> | undefined;
let demo: DemoServer;
let gate: Awaited<ReturnType<typeof startGate>>;
let browser: Browser;

beforeAll(async () => {
	postgres = await startPostgres?.();
	if (postgres) {
		const url = new URL(postgres.connectionString);
		database = await startFaultProxy(Number(url.port));
		url.port = String(database.port);
		demo = await startDemo({ DATABASE_URL: url.href });
	} else demo = await startDemo({ DEMO_DATA: folder });
	gate = await startGate(demo.url);
	browser = await chromium.launch({ executablePath: findBrowser(), ignoreDefaultArgs: ['--disable-back-forward-cache'] });
});
afterEach(async () => {
	await Promise.all(contexts.splice(0).map((context) => context.close()));
	await vi.waitFor(() => expect(gate.streams.size).toBe(0), 10_000);
});
afterAll(async () => {
	await browser?.close();
	await gate?.stop();
	await demo?.stop();
	await database?.stop();
	await postgres?.stop();
	rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

async function person(): Promise<BrowserContext> {
	const context = await browser.newContext({ locale: 'en-GB' });
	contexts.push(context);
	return context;
}

const rows = (page: Page) => page.locator('tbody tr a');
async function openList(context: BrowserContext, path = '/admin/customers'): Promise<Page> {
	const page = await context.newPage();
	await page.goto(`${gate.url}${path}`);
	await rows(page).first().waitFor();
	return page;
}

/** Once there is a stream, and what happened before it opened is looked up. */
async function follows(page: Page, streams = 1): Promise<Page> {
	await vi.waitFor(() => expect(gate.streams.size).toBe(streams), 10_000);
	await page.waitForTimeout(300);
	return page;
}

/** Waits until one tab listens and the others are in line for it. */
async function followTogether(tabs: Page[]): Promise<void> {
	await follows(tabs[0]!);
	const inLine = () => tabs[0]!.evaluate(async () => (await navigator.locks.query()).pending!.length);
	await vi.waitFor(async () => expect(await inLine()).toBe(tabs.length - 1), 10_000);
}

let made = 0;
/** Somebody whom another browser creates, by the demo's own route. */
async function create(by: BrowserContext): Promise<string> {
	const email = `live${++made}@example.com`;
	const answer = await by.request.post(`${gate.url}/api/customers`, {
		headers: { Origin: gate.url, 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() },
		data: { email },
	});
	expect(answer.status()).toBe(201);
	return email;
}

const news = (page: Page, count: number) =>
	page.getByRole('button', { name: count === 1 ? '1 new customer' : `${count} new customers` }).waitFor({ timeout: 2_000 });

describe('two browsers', () => {
	it('see each other’s changes within two seconds, and go on where the database restarts', async () => {
		const [asha, ravi] = [await person(), await person()];
		const reading = await openList(asha);
		const working = await openList(ravi);
		await follows(reading, 2);
		const before = await rows(reading).allTextContents();
		await create(ravi);
		await news(reading, 1);
		expect(await rows(reading).allTextContents()).toEqual(before);
		await reading.getByRole('button', { name: '1 new customer' }).click();
		await rows(reading)
			.filter({ hasText: `live${made}@` })
			.waitFor();
		// The other one reads, too.
		await create(asha);
		await news(working, 2);
		// PGlite is a part of the demo, and has no connection to lose.
		await (postgres?.restart?.() ?? database?.reset());
		await reading.waitForTimeout(1_500);
		await vi.waitFor(() => create(ravi), 10_000);
		await reading.getByRole('button', { name: /new customer/ }).waitFor({ timeout: 2_000 });
	});
});

describe('the tabs of one browser', () => {
	it('have one connection, which another takes over once its tab is closed', async () => {
		const [context, other] = [await person(), await person()];
		await other.request.get(`${gate.url}/admin/customers`);
		const tabs = [await openList(context), await openList(context), await openList(context)];
		await followTogether(tabs);
		await create(other);
		await Promise.all(tabs.map((tab) => news(tab, 1)));
		expect(gate.streams.size).toBe(1);
		const [first] = gate.streams;
		await tabs[0]!.close();
		await vi.waitFor(() => expect([gate.streams.size, gate.streams.has(first!)]).toEqual([1, false]), 10_000);
		await tabs[1]!.waitForTimeout(300);
		await create(other);
		await Promise.all(tabs.slice(1).map((tab) => news(tab, 2)));
	});

	it('go on when another takes the lock from the one that listens', async () => {
		const [context, other] = [await person(), await person()];
		await other.request.get(`${gate.url}/admin/customers`);
		const tabs = [await openList(context), await openList(context)];
		await followTogether(tabs);
		const name = await tabs[1]!.evaluate(async () => (await navigator.locks.query()).held![0]!.name!);
		expect(name).toMatch(/^proyecta-customers /);
		await tabs[1]!.evaluate((lock) => navigator.locks.request(lock, { steal: true }, () => undefined), name);
		await follows(tabs[0]!);
		await create(other);
		await Promise.all(tabs.map((tab) => news(tab, 1)));
		expect(gate.streams.size).toBe(1);
	});
});

describe('one page', () => {
	it('ends its connection when it is left, and follows again out of the back-forward cache', async () => {
		const [context, other] = [await person(), await person()];
		await other.request.get(`${gate.url}/admin/customers`);
		const page = await openList(context);
		await follows(page);
		await page.evaluate(() => {
			window.addEventListener('pageshow', ({ persisted }) => Object.assign(window, { persisted }));
		});
		await page.goto(`${gate.url}/favicon.svg`);
		await vi.waitFor(() => expect(gate.streams.size).toBe(0), 10_000);
		const missed = await create(other);
		await page.evaluate(() => history.back());
		await rows(page).first().waitFor();
		expect(await page.evaluate(() => (window as { persisted?: boolean }).persisted)).toBe(true);
		await follows(page);
		await create(other);
		await page.getByRole('button', { name: /new customer/ }).click();
		await rows(page).filter({ hasText: missed }).waitFor();
	});

	it('is alive again after a deployment that answered 503, and knows what it missed', async () => {
		const [context, other] = [await person(), await person()];
		await other.request.get(`${gate.url}/admin/customers`);
		const page = await openList(context);
		await follows(page);
		await page.clock.install();
		await page.clock.fastForward(20_000);
		gate.state.deploying = true;
		for (const stream of gate.streams) stream.destroy();
		for (let tries = 0; gate.state.refused < 2 && tries < 20; tries++) await page.clock.runFor(1_000);
		expect(gate.state.refused).toBeGreaterThan(1);
		const missed = await create(other);
		gate.state.deploying = false;
		for (let tries = 0; gate.streams.size < 1 && tries < 40; tries++) await page.clock.runFor(1_000);
		await page.clock.resume();
		await page.getByRole('button', { name: /new customer/ }).click();
		await rows(page).filter({ hasText: missed }).waitFor();
	});
});
