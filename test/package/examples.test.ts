import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { docsPages } from '../../generate/docsPages.mjs';
import { publicApi } from '../../generate/publicApi.mjs';
import { pageFiles } from '../docs/pageFiles';
import { typecheck } from '../docs/typecheck';

const root = resolve(import.meta.dirname, '../..');
const textOf = (file: string) => readFileSync(join(root, file), 'utf8').replaceAll('\r\n', '\n');
/** What it imports of the sources it imports of the package instead, as a host does. */
const asHost = (text: string) =>
	text
		.replaceAll(/'(?:\.\.\/)+src\/index'/g, "'proyecta-customers'")
		.replaceAll(/'(?:\.\.\/)+src\/([\w/]+)'/g, "'proyecta-customers/$1'")
		.replaceAll(/'(?:\.\.\/)+test\/docs\/host'/g, "'./host'");

it('the code of the README and of docs compiles against the declarations that are packed', async () => {
	const api = publicApi();
	const generated = docsPages(api);
	// Sign-up's import each other's files; test/docs.test.ts has them.
	const apart = ['sign-up.md', ...Object.keys(generated).map((page) => page.replace('docs/', ''))];
	const docs = readdirSync(join(root, 'docs')).filter((file) => file.endsWith('.md') && !apart.includes(file));
	const pages = ['README.md', ...docs.map((file) => `docs/${file}`)];
	const blocks = pages.flatMap((page) => pageFiles(api, page.replaceAll('/', '.'), textOf(page)));
	const files = [...blocks, { name: 'host.ts', text: textOf('test/docs/host.ts') }].map(({ name, text }) => ({ name, text: asHost(text) }));
	expect(files.filter(({ text }) => /src\/|test\//.test(text)).map(({ name }) => name)).toEqual([]);
	expect(files.filter(({ name }) => name.startsWith('README.')).length).toBeGreaterThan(4);
	expect(await typecheck('packed-examples', files, 'dist/*.d.ts')).toBe('');
});
