// The pages that are compared, as they would be shipped.
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { build, preview } from 'vite';

const root = fileURLToPath(new URL('../page', import.meta.url));
const outDir = fileURLToPath(new URL(`../../.cache/bench-${process.pid}`, import.meta.url));

export const subjects = ['ours', 'tanstack', 'plain'];

const settings = { root, configFile: false, logLevel: 'error', plugins: [react()] };
const output = { outDir, emptyOutDir: true, target: 'es2022' };

/** Builds the pages and serves them. */
export async function serve() {
	const pages = [...subjects.map((subject) => join(root, subject, 'index.html')), join(root, 'blank.html')];
	await build({ ...settings, build: { ...output, rolldownOptions: { input: pages } } });
	const server = await preview({ ...settings, build: output, preview: { port: 0, host: '127.0.0.1' } });
	return { origin: server.resolvedUrls.local[0].replace(/\/$/, ''), outDir, close: () => server.close() };
}

const given = (id) => /^(react|react-dom|@tanstack\/react-query)(\/|$)/.test(id);

/** Kilobytes, gzipped, that table, form and dialog add to an app that has React and react-query: what is loaded at once, and the dialog. */
export async function bytesOf(subject) {
	const result = await build({
		...settings,
		build: {
			write: false,
			modulePreload: false,
			target: 'es2022',
			rolldownOptions: {
				input: join(root, subject, 'whole.tsx'),
				external: given,
				preserveEntrySignatures: 'allow-extension',
			},
		},
	});
	const parts = [result].flat().flatMap(({ output }) => output);
	const gz = (text) => gzipSync(text, { level: 9 }).length / 1000;
	const byName = new Map(parts.filter(({ type }) => type === 'chunk').map((chunk) => [chunk.fileName, chunk]));
	const counted = new Set();
	const visit = (name) => {
		if (counted.has(name) || !byName.has(name)) return;
		counted.add(name);
		byName.get(name).imports.forEach(visit);
	};
	for (const { fileName, isEntry, name } of byName.values()) if (isEntry || name === 'CustomerModal') visit(fileName);
	const sheets = parts.filter(({ type, fileName }) => type === 'asset' && fileName.endsWith('.css'));
	return {
		js: [...counted].reduce((total, name) => total + gz(byName.get(name).code), 0),
		css: sheets.reduce((total, { source }) => total + gz(source), 0),
	};
}
