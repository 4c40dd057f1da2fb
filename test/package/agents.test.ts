import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, chromium } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { findBrowser } from '../browser.mjs';
import { freePort } from '../freePort';

/** docs/agents.md, followed to the letter in an empty folder; only the versions are those that are pinned here. */
const root = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'proyecta-customers-agents-'));
const guide = readFileSync(join(root, 'docs/agents.md'), 'utf8');
const started: ChildProcess[] = [];
let browser: Browser;

function run(cwd: string, command: string, ...args: string[]): void {
	const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', env: { ...process.env, NODE_ENV: '' } });
	if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${stdout}\n${stderr}`);
}

async function answers(url: string): Promise<void> {
	for (let tries = 0; tries < 120; tries++) {
		if (
			await fetch(url).then(
				({ ok }) => ok,
				() => false,
			)
		)
			return;
		await new Promise((done) => setTimeout(done, 250));
	}
	throw new Error(`Nothing answers at ${url}.`);
}

beforeAll(() => {
	run(root, 'npm', 'pack', '--silent', '--pack-destination', folder);
	const tarball = join(folder, readdirSync(folder).find((file) => file.endsWith('.tgz'))!);
	writeFileSync(join(folder, 'package.json'), '{ "private": true }');
	const [, script = ''] = /```sh\n([\s\S]*?)```/.exec(guide)!;
	const pinned: Record<string, string> = manifest.devDependencies;
	for (const line of script.trim().split('\n')) {
		const [command = '', ...words] = line.split(' ');
		const exact = words.map((word) => (word === 'proyecta-customers' ? tarball : word in pinned ? `${word}@${pinned[word]}` : word));
		run(folder, command, ...exact, '--no-audit', '--no-fund', '--prefer-offline');
	}
	for (const [, file = '', code = ''] of guide.matchAll(/^`([\w.]+)`:\n\n```\w+\n([\s\S]*?)```$/gm))
		writeFileSync(join(folder, file), code);
});

afterAll(async () => {
	await browser?.close();
	for (const child of started) child.kill();
	rmSync(folder, { recursive: true, force: true });
});

it('leads from an empty folder to a page where a customer is made', async () => {
	const [apiPort, port] = [await freePort(), await freePort()];
	const env = { ...process.env, API_PORT: String(apiPort), NODE_ENV: '' };
	started.push(spawn('node', ['server.mjs'], { cwd: folder, env }));
	started.push(spawn('node', ['node_modules/vite/bin/vite.js', '--port', String(port), '--host', '127.0.0.1'], { cwd: folder, env }));
	await answers(`http://127.0.0.1:${apiPort}/api/customers`);
	await answers(`http://127.0.0.1:${port}/`);
	browser = await chromium.launch({ executablePath: findBrowser() });
	const page = await browser.newPage();
	await page.goto(`http://127.0.0.1:${port}/`);
	await page.getByRole('row').nth(20).waitFor();
	await page
		.getByRole('link', { name: /new customer/i })
		.or(page.getByRole('button', { name: /new customer/i }))
		.first()
		.click();
	await page.getByLabel(/email/i).first().fill('agent@example.com');
	await page.getByRole('button', { name: /^(create|save)/i }).click();
	await page.getByText('agent@example.com').first().waitFor();
	await page.goto(`http://127.0.0.1:${port}/`);
	await page.getByText('agent@example.com').first().waitFor();
	expect(await page.getByRole('row').count()).toBeGreaterThan(20);
});
