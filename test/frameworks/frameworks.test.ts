import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sampleCustomers } from '../../src/testing';
import { findBrowser } from '../browser.mjs';
import { install, outside, pick, removeHosts, run } from './install';
import { type Host, startHost } from './startHost';
import { sentBy, visit } from './visit';

/** The package in the frameworks that people use, each as its own starter makes an app, built, started, and driven in a browser. */
let browser: Browser;
let host: Host | undefined;
beforeAll(async () => {
	browser = await chromium.launch({ executablePath: findBrowser() });
});
afterEach(async () => {
	await host?.close();
	host = undefined;
});
afterAll(async () => {
	await browser?.close();
	removeHosts();
});

const newest = sampleCustomers(30)[0]!;
const types = () => pick('@types/react', '@types/react-dom', '@types/node');

describe('Next with its App Router, as create-next-app makes it', () => {
	let folder: string;
	beforeAll(() => {
		run(
			outside,
			'npx',
			'--yes',
			'create-next-app@16.4.3',
			'next',
			'--yes',
			'--skip-install',
			'--disable-git',
			'--use-npm',
			'--no-agents-md',
		);
		folder = install('next', {}, join(outside, 'next'));
	});

	it.each([true, false])('works with cache components %s', async (cacheComponents) => {
		const config = join(folder, 'next.config.ts');
		const made = readFileSync(config, 'utf8');
		expect(made).toContain('cacheComponents: true');
		if (!cacheComponents)
			writeFileSync(config, made.replace('cacheComponents: true', 'cacheComponents: false').replace(/partialPrefetching: true,?/, ''));
		rmSync(join(folder, '.next'), { recursive: true, force: true });
		run(folder, 'npx', 'next', 'build');
		host = await startHost(folder, 'npx', (port) => ['next', 'start', '-H', '127.0.0.1', '-p', String(port)]);
		expect(await sentBy(host.url)).toContain(newest.email);
		expect(await sentBy(host.url, '')).not.toContain(newest.email);
		await visit(browser, host.url, true);
	});
});

it('React Router in framework mode, with loaders', async () => {
	const router = '8.4.0';
	const folder = install('react-router', {
		...Object.fromEntries(['react-router', '@react-router/dev', '@react-router/node', '@react-router/serve'].map((name) => [name, router])),
		...pick('vite', 'typescript'),
		...types(),
		isbot: '5.2.3',
	});
	run(folder, 'react-router', 'build');
	run(folder, 'react-router', 'typegen');
	run(folder, 'tsc');
	host = await startHost(folder, 'react-router-serve', () => ['build/server/index.js']);
	expect(await sentBy(host.url)).toContain(newest.email);
	expect(await sentBy(host.url, '')).not.toContain(newest.email);
	await visit(browser, host.url, true);
});

it('TanStack Start, with server functions', async () => {
	const folder = install('tanstack-start', {
		'@tanstack/react-start': '1.169.5',
		'@tanstack/react-router': '1.170.46',
		'@tanstack/react-router-ssr-query': '1.167.3',
		// Else npm gives the integration a core of its own.
		'@tanstack/query-core': pick('@tanstack/react-query')['@tanstack/react-query']!,
		...pick('vite', 'typescript', '@vitejs/plugin-react'),
		...types(),
	});
	run(folder, 'vite', 'build');
	run(folder, 'tsc');
	host = await startHost(folder, 'vite', (port) => ['preview', '--host', '127.0.0.1', '--port', String(port)]);
	expect(await sentBy(host.url)).toContain(newest.email);
	expect(await sentBy(host.url, '')).not.toContain(newest.email);
	await visit(browser, host.url, true);
});

describe('Vite as create-vite makes it, StrictMode included, with Hono', () => {
	let folder: string;
	beforeAll(() => {
		run(outside, 'npx', '--yes', 'create-vite@9.3.0', 'vite', '--template', 'react-ts', '--no-interactive', '--no-install');
		folder = install(
			'vite',
			{
				...pick('hono', '@hono/node-server'),
				react: '18.3.1',
				'react-dom': '18.3.1',
				'@types/react': '18',
				'@types/react-dom': '18',
				tsx: '4',
			},
			join(outside, 'vite'),
		);
	});

	it('works as built, on React 18.3', async () => {
		run(folder, 'npm', 'run', 'build');
		host = await startHost(folder, 'tsx', () => ['server.ts']);
		await visit(browser, host.url, false);
	});

	it('works through the proxy of the development server', async () => {
		host = await startHost(folder, 'tsx', () => ['server.ts']);
		const dev = await startHost(folder, 'vite', (port) => ['--host', '127.0.0.1', '--port', String(port)], {
			API_PORT: new URL(host.url).port,
		});
		try {
			await visit(browser, dev.url, false);
		} finally {
			await dev.close();
		}
	});
});

it('Express 5, in front of a page in StrictMode that the React Compiler compiled', async () => {
	const folder = install('express', {
		express: '5.3.0',
		'@types/express': '5',
		'@rolldown/plugin-babel': '0.3.1',
		'babel-plugin-react-compiler': '1.0.0',
		'@babel/core': '7',
		...pick('@hono/node-server', 'vite', 'typescript', '@vitejs/plugin-react'),
		...types(),
		tsx: '4',
	});
	run(folder, 'tsc');
	run(folder, 'vite', 'build');
	host = await startHost(folder, 'tsx', () => ['server.ts']);
	await visit(browser, host.url, false);
});

it('Jest, whose modules are CommonJS', () => {
	const folder = install('jest', {
		jest: '30.5.2',
		'jest-environment-jsdom': '30.5.2',
		'jest-fixed-jsdom': '0.0.11',
		'@swc/core': '1.16.22',
		'@swc/jest': '0.2.39',
		...pick('@testing-library/react', '@testing-library/dom', '@testing-library/user-event', 'msw'),
	});
	run(folder, 'jest');
});

describe('TypeScript and Node, without a bundler', () => {
	let folder: string;
	beforeAll(() => {
		folder = install('modules', { ...pick('typescript'), ...types() });
	});

	it.each(['node16', 'node18', 'node20', 'nodenext'])('type-checks ES modules under %s', (module) => {
		run(folder, 'tsc', '--module', module, '--noEmit', '-p', 'modules.json');
	});

	it.each(['node20', 'nodenext'])('compiles to CommonJS under %s, which Node runs', (module) => {
		run(folder, 'tsc', '--module', module, '-p', 'commonJs.json');
		expect(run(folder, process.execPath, 'built/server.cjs')).toContain('a CommonJS server answered 200');
	});
});
