import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import registry from '../../registry.json' with { type: 'json' };

/** The blocks by shadcn's own CLI, in the version that `npm run registry` names; what it asks shadcn's site for is answered here. */
const root = resolve(import.meta.dirname, '../..');
const [shadcn = ''] = /shadcn@[\d.]+/.exec(manifest.scripts.registry) ?? [];
const app = mkdtempSync(join(tmpdir(), 'proyecta-customers-shadcn-'));
let site: Server;

const runShadcn = async (cwd: string, ...args: string[]) => {
	const { port } = site.address() as AddressInfo;
	const env = { ...process.env, NODE_ENV: '', REGISTRY_URL: `http://127.0.0.1:${port}/r` };
	const { stdout, stderr } = await promisify(execFile)('npx', ['--yes', shadcn, ...args], { cwd, env });
	return stdout + stderr;
};

beforeAll(async () => {
	site = createServer((_request, response) => {
		response.setHeader('content-type', 'application/json');
		response.end(JSON.stringify({ inlineColors: { light: {}, dark: {} }, cssVars: {}, inlineColorsTemplate: '', cssVarsTemplate: '' }));
	});
	await new Promise<void>((listening) => site.listen(0, '127.0.0.1', listening));

	// What `shadcn init` leaves behind, with the package and what it needs named among the dependencies.
	const { dependencies } = registry.items[0]!;
	const write = (file: string, content: object) => writeFileSync(join(app, file), JSON.stringify(content));
	write('package.json', { private: true, type: 'module', dependencies: Object.fromEntries(dependencies.map((name) => [name, '*'])) });
	write('tsconfig.json', {
		compilerOptions: { jsx: 'react-jsx', module: 'esnext', moduleResolution: 'bundler', paths: { '@/*': ['./src/*'] } },
	});
	write('components.json', {
		style: 'new-york',
		rsc: false,
		tsx: true,
		tailwind: { config: '', css: 'src/index.css', baseColor: 'neutral', cssVariables: true },
		aliases: { components: '@/components', utils: '@/lib/utils', ui: '@/components/ui', lib: '@/lib', hooks: '@/hooks' },
	});
	mkdirSync(join(app, 'src'));
	writeFileSync(join(app, 'src/index.css'), "@import 'tailwindcss';\n");
	cpSync(join(root, 'registry'), join(app, 'node_modules/proyecta-customers/registry'), { recursive: true });
});
afterAll(() => {
	site?.close();
	rmSync(app, { recursive: true, force: true });
});

it('is valid by the schema of shadcn', async () => {
	expect(await runShadcn(root, 'registry', 'validate')).toContain('Registry is valid');
});

it.each(registry.items)('adds $name to an app, as docs/recipes.md says', async ({ name, files }) => {
	const recipe = readFileSync(join(root, 'docs/recipes.md'), 'utf8');
	const [, command = ''] = /^npx shadcn (add \S+)$/m.exec(recipe) ?? [];
	await runShadcn(app, ...command.replace('customers-page', name).split(' '), '--yes');
	for (const { path } of files) {
		const added = readFileSync(join(app, 'src/components', path.replace('registry/', '')), 'utf8');
		expect(added).toBe(readFileSync(join(root, path), 'utf8'));
	}
});
