import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Browser, chromium } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sampleCustomers } from '../../src/testing';
import { findBrowser } from '../browser.mjs';
import { findPostgres } from '../postgresServer';
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
/** The first block of code of a page that holds a text. */
function codeOf(page: string, text: string): string {
	const written = readFileSync(resolve(import.meta.dirname, '../..', page), 'utf8').replaceAll('\r\n', '\n');
	return [...written.matchAll(/^```\w+\n([\s\S]*?)^```$/gm)].map(([, code]) => code!).find((code) => code.includes(text))!;
}
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
		folder = install('next', pick('pg', '@types/pg'), join(outside, 'next'));
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

	const start = findPostgres();
	it.skipIf(!start)('builds the quick start without a database, and makes the tables as it starts', async () => {
		const write = (file: string, text: string) => {
			mkdirSync(dirname(join(folder, file)), { recursive: true });
			writeFileSync(join(folder, file), text);
		};
		const user = `const currentUser = async (_request: Request) => ({ id: 'zara', organisationId: 'shop', isAdmin: true });\n`;
		const server = codeOf('README.md', 'export const handler = createCustomersHandler');
		// The line that docs/server.md has elsewhere for Next.
		write('customers.ts', user + server.replace(/^await .*postgresSchema.*\n/m, '').replace(', postgresSchema', ''));
		write('instrumentation.ts', codeOf('docs/server.md', 'export async function register'));
		const methods = codeOf('docs/server.md', 'handler as GET')
			.match(/^export .*handler as GET.*;$/m)![0]
			.replace(';', ` from '@/customers';`);
		write('app/api/customers/[[...path]]/route.ts', methods);
		rmSync(join(folder, 'app/admin'), { recursive: true });
		write('app/admin/customers/CustomersPage.tsx', codeOf('README.md', "'use client'"));
		write(
			'app/admin/customers/[[...path]]/page.tsx',
			`import { CustomersPage } from '../CustomersPage';\nexport default () => <CustomersPage user={{ id: 'zara' }} />;\n`,
		);
		rmSync(join(folder, '.next'), { recursive: true, force: true });
		run(folder, 'npx', 'next', 'build');
		const database = await start!();
		try {
			const env = { DATABASE_URL: database.connectionString };
			host = await startHost(folder, 'npx', (port) => ['next', 'start', '-H', '127.0.0.1', '-p', String(port)], env);
			const page = await browser.newPage();
			await page.goto(`${host.url}/admin/customers`);
			await page.getByText('No customers yet').first().waitFor();
			await page.close();
		} finally {
			await host?.close();
			await database.stop();
		}
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

const jest = { jest: '30.5.2', 'jest-environment-jsdom': '30.5.2', 'jest-fixed-jsdom': '0.0.11' };
const babel = { 'babel-jest': '30.5.2', '@babel/preset-env': '7', '@babel/preset-react': '7', '@babel/preset-typescript': '7' };

it('Jest, whose modules are CommonJS', () => {
	const folder = install('jest', {
		...jest,
		'@swc/core': '1.16.22',
		'@swc/jest': '0.2.39',
		...pick('@testing-library/react', '@testing-library/dom', '@testing-library/user-event', 'msw'),
	});
	run(folder, 'jest');
});

it('Vitest and Jest, as docs/testing.md sets them up, to the letter', () => {
	const folder = install(
		'testing',
		{ ...jest, ...babel, ...pick('@testing-library/react', '@testing-library/dom', 'jsdom', 'msw', 'vite', 'vitest') },
		join(outside, 'testing'),
	);
	const component = codeOf('docs/testing.md', "it('shows our customers'");
	writeFileSync(join(folder, 'vitest/component.test.tsx'), component);
	writeFileSync(
		join(folder, 'vitest/msw.test.ts'),
		codeOf('docs/testing.md', "from 'msw/node'") + readFileSync(join(folder, 'vitest/lists.ts'), 'utf8'),
	);
	expect(run(folder, 'vitest', 'run', '--dir', 'vitest')).toMatch(/Tests .*2 passed/);

	const config = codeOf('docs/testing.md', '// jest.config.cjs');
	for (const text of config.split(/\n\n(?=\/\/ )/)) writeFileSync(join(folder, /^\/\/ (\S+)/.exec(text)![1]!), text);
	writeFileSync(join(folder, 'empty.cjs'), /empty\.cjs' }, \/\/ (.*)/.exec(config)![1]!);
	const own = component.replace(/^.*vitest.*\n/gm, '');
	writeFileSync(join(folder, 'jest/component.test.tsx'), `import 'proyecta-customers/styles.css';\n${own}`);
	run(folder, 'jest', 'jest/');
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
