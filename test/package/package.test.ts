import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, chromium } from 'playwright';
import { type PreviewServer, preview } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { findBrowser } from '../browser.mjs';
import { freePort } from '../freePort';

/** The package as a host gets it: packed, installed outside of the repo into an empty app and an empty server. */
const root = resolve(import.meta.dirname, '../..');
const outside = mkdtempSync(join(tmpdir(), 'proyecta-customers-'));
const { devDependencies: pinned } = manifest;

function run(folder: string, command: string, ...args: string[]): string {
	const { status, stdout, stderr } = spawnSync(command, args, {
		cwd: folder,
		encoding: 'utf8',
		shell: process.platform === 'win32',
		env: { ...process.env, NODE_ENV: '', NEXT_TELEMETRY_DISABLED: '1' },
	});
	if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${stdout}\n${stderr}`);
	return stdout;
}

function install(name: string, tarball: string, dependencies: Record<string, string>, age = ''): string {
	const folder = join(outside, name + age);
	cpSync(join(import.meta.dirname, name), folder, { recursive: true });
	writeFileSync(
		join(folder, 'package.json'),
		JSON.stringify({ name, private: true, type: 'module', dependencies: { 'proyecta-customers': `file:${tarball}`, ...dependencies } }),
	);
	run(folder, 'npm', 'install', '--no-audit', '--no-fund', '--prefer-offline');
	return folder;
}

const pick = (...names: (keyof typeof pinned)[]) => Object.fromEntries(names.map((name) => [name, pinned[name]]));
const peers = () => pick('react', 'react-dom', '@tanstack/react-query', 'react-hook-form');
/** The oldest that the package says it can live with. */
const oldestPeers = () =>
	Object.fromEntries(Object.entries(manifest.peerDependencies).map(([name, range]) => [name, range.match(/^>=(\S+)/)![1]!]));

let tarball: string;
beforeAll(() => {
	run(root, 'npm', 'pack', '--silent', '--pack-destination', outside);
	tarball = join(outside, readdirSync(outside).find((file) => file.endsWith('.tgz'))!);
});
afterAll(() => rmSync(outside, { recursive: true, force: true }));

describe('installed into an empty Node server', () => {
	let folder: string;
	beforeAll(() => {
		folder = install('node', tarball, { ...peers(), ...pick('typescript', '@types/node', '@types/react') });
	});

	it('has the protocol without tabs, of each of which a linter complains that takes it for YAML', () => {
		expect(readFileSync(join(folder, 'node_modules/proyecta-customers/dist/openapi.json'), 'utf8')).not.toContain('\t');
	});

	it('type-checks under nodenext, and every door opens', () => {
		run(folder, 'npx', 'tsc');
		expect(run(folder, 'node', 'main.mjs')).toContain('every door opened');
	});

	it.each(['5.4.5', '5.9.3'])('type-checks with TypeScript %s as well', (version) => {
		run(folder, 'npm', 'install', '--no-audit', '--no-fund', '--prefer-offline', '--no-save', `typescript@${version}`);
		run(folder, 'npx', 'tsc', '--noEmit', '--exactOptionalPropertyTypes', '--verbatimModuleSyntax', '--isolatedModules');
	});

	it.each(['edge-light', 'workerd'])('opens the doors of servers at the edge, which bundlers take for a browser (%s)', (edge) => {
		const script =
			"Promise.all([import('proyecta-customers/server'), import('proyecta-customers/backends/kit')])" +
			'.then(([server, kit]) => console.log(typeof server.createCustomersHandler, typeof kit.checkListRequest))';
		expect(run(folder, 'node', '-C', edge, '-C', 'browser', '--input-type=module', '-e', script)).toContain('function function');
	});
});

describe('installed beside the stripe SDK', () => {
	let folder: string;
	beforeAll(() => {
		folder = install('stripe', tarball, { ...peers(), ...pick('stripe', 'typescript', '@types/node') });
	});

	it.each(['20.0.0', '21.0.1', '22.6.2', pinned.stripe])('takes the client of version %s, and ends its calls', (version) => {
		run(folder, 'npm', 'install', '--no-audit', '--no-fund', '--prefer-offline', `stripe@${version}`);
		run(folder, 'npx', 'tsc');
		expect(run(folder, 'node', 'main.mjs')).toContain('this version of stripe works');
	});
});

describe.each([
	{ age: 'newest', installed: peers() },
	{ age: 'oldest', installed: oldestPeers() },
])('installed into an empty Vite + React app with its $age peers', ({ age, installed }) => {
	let folder: string;
	let server: PreviewServer;
	let browser: Browser;
	let url: string;

	beforeAll(async () => {
		folder = install('app', tarball, { ...installed, ...pick('vite', 'typescript', '@types/react', '@types/react-dom') }, age);
		run(folder, 'npx', 'vite', 'build');
		server = await preview({ root: folder, preview: { port: 0 }, logLevel: 'error' });
		url = server.resolvedUrls!.local[0]!;
		browser = await chromium.launch({ executablePath: findBrowser() });
	});
	afterAll(async () => {
		await browser?.close();
		await server?.close();
	});

	it('type-checks under bundler', () => run(folder, 'npx', 'tsc'));

	it('shows styled customers, in English and in Hindi', async () => {
		const page = await browser.newPage();
		await page.goto(url);
		await page.getByRole('table').getByRole('row').nth(20).waitFor();
		expect(await page.evaluate(() => getComputedStyle(document.body).getPropertyValue('--pc-accent'))).toMatch(/^#/);
		await page.goto(`${url}?hi`);
		await page.getByRole('columnheader', { name: 'ईमेल' }).waitFor();
		await page.close();
	});

	it('finds the list as it was by Back, again and again', async () => {
		const page = await browser.newPage();
		await page.goto(url);
		const name = page.getByRole('columnheader', { name: 'Name' });
		for (const _time of ['once', 'again']) {
			await name.getByRole('button').click();
			await expect.poll(() => name.getAttribute('aria-sort')).toBe('ascending');
			await page.goBack();
			await expect.poll(() => name.getAttribute('aria-sort')).not.toBe('ascending');
		}
		await page.close();
	});

	it('says at the field what is wrong, and saves what is right', async () => {
		const page = await browser.newPage();
		await page.goto(url);
		const email = page.getByRole('textbox', { name: 'Email' });
		const save = page.getByRole('button', { name: 'Create customer' });
		await email.fill('nobody@');
		await save.click();
		await page.getByText('Enter an email address like').waitFor();
		await email.fill('nobody@example.com');
		await page.getByRole('textbox', { name: 'Phone' }).pressSequentially('+919876543210');
		await save.click();
		await page.getByText('Customer created.').first().waitFor();
		await page.getByRole('table').getByText('nobody@example.com').waitFor();
		await page.close();
	});

	it('fails loudly where a browser bundle imports the server', async () => {
		const page = await browser.newPage();
		await page.goto(`${url}?server`);
		await page.getByText(/proyecta-customers\/server/).waitFor();
		expect(await page.getByText('opened in a browser').count()).toBe(0);
		await page.close();
	});
});

describe('installed into an empty Next app, which takes itself for localhost', () => {
	let server: ChildProcess;
	let browser: Browser;
	let port: number;

	beforeAll(async () => {
		const folder = install('next', tarball, { ...peers(), next: '16.4.6' });
		const next = join(folder, 'node_modules/next/dist/bin/next');
		run(folder, process.execPath, next, 'build');
		port = await freePort();
		server = spawn(process.execPath, [next, 'start', '-p', String(port)], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
		await untilReady(server);
		browser = await chromium.launch({ executablePath: findBrowser(), args: ['--host-resolver-rules=MAP *.test 127.0.0.1'] });
	});
	afterAll(async () => {
		await browser?.close();
		server?.kill();
	});

	it.each(['127.0.0.1', 'shop.test'])('lists, creates, finds and changes customers at %s', async (name) => {
		const email = `zara@${name.replace('127.0.0.1', 'number')}.example.com`;
		const url = `http://${name}:${port}/customers`;
		const context = await browser.newContext();
		await context.addCookies([{ name: 'session', value: 'zara', url }]);
		const page = await context.newPage();
		page.setDefaultTimeout(15_000);
		await page.goto(url);
		await page.getByRole('table').getByRole('row').nth(20).waitFor();
		await page.getByRole('button', { name: 'New customer' }).click();
		await page.getByRole('textbox', { name: 'Email' }).fill(email);
		const created = page.waitForResponse((response) => response.status() === 201);
		await page.getByRole('button', { name: 'Create customer' }).click();
		await created;
		await page.goto(url);
		await page.getByRole('searchbox').fill(email);
		await page.getByRole('table').getByRole('link', { name: email }).click();
		await page.getByRole('button', { name: 'Edit' }).click();
		await page.getByRole('textbox', { name: 'Name' }).fill('Zara Khan');
		await page.getByRole('button', { name: 'Save changes' }).click();
		await page.getByRole('heading', { name: 'Zara Khan', level: 1 }).waitFor();
		await context.close();
	});
});

function untilReady(server: ChildProcess): Promise<void> {
	return new Promise((resolve, reject) => {
		server.once('exit', (code) => reject(new Error(`next start ended with ${code}.`)));
		server.stdout!.on('data', (text) => String(text).includes('Ready') && resolve());
	});
}
