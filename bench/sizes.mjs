// Gzipped bytes a host's bundle grows by, peers apart, against the limits. `node bench/sizes.mjs`, after `npm run build`.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const peers = Object.keys(manifest.peerDependencies);

/** Vite's way to load later what is loaded later: any app that does so has it already, and other bundlers have theirs. */
const withoutPreloadHelper = {
	name: 'without-preload-helper',
	enforce: 'pre',
	load: (id) => (id.endsWith('vite/preload-helper.js') ? 'export const __vitePreload = (load) => load();' : undefined),
};

/** Chunks that come where the backend tells of changes. */
const live = ['followChanges', 'NewCustomers', 'newCustomers'];

/** A door to a language. */
function languageAlone(language) {
	return { what: `the language ${language}`, limit: 7, code: `export { ${language} } from 'proyecta-customers/locales/${language}'` };
}

/**
 * What a host imports, and how many kilobytes (1,000 bytes, gzipped) may reach the browser before anything is opened; with `whole`, in all,
 * whatever is switched on and opened, but for the drawing of endless lists, and for what filters open, what is said where there are no rows
 * and what follows others' changes, which have limits of their own.
 */
const imports = [
	{
		what: 'headless hooks',
		limit: 5.3,
		code: `export { CustomersProvider, useCustomers, useCustomer, useCreateCustomer, useUpdateCustomer } from 'proyecta-customers'`,
	},
	{ what: 'one table', limit: 15.99, code: `export { CustomersProvider, CustomerTable } from 'proyecta-customers'` },
	{
		what: 'one table in all: selectable, its state in the address, views, columns, count',
		limit: 24.7,
		code: `export { CustomersProvider, CustomerTable, historyUrlState } from 'proyecta-customers'`,
		whole: true,
		apart: ['WindowedBody', 'filterPanels', 'stateParts', ...live],
	},
	{
		what: 'what follows others’ changes, where the backend tells of them',
		limit: 3.9,
		code: `export { CustomersProvider, CustomerTable } from 'proyecta-customers'`,
		only: live,
	},
	{
		what: 'what the filters of a table open: countries, spans, a calendar',
		limit: 3.9,
		code: `export { CustomersProvider, CustomerTable, historyUrlState } from 'proyecta-customers'`,
		only: ['filterPanels'],
	},
	{
		what: 'what a table says where rows are missing or old',
		limit: 2.2,
		code: `export { CustomersProvider, CustomerTable, historyUrlState } from 'proyecta-customers'`,
		only: ['stateParts'],
	},
	{
		what: 'table, form and dialog',
		limit: 33.8,
		code: `export { CustomersProvider, CustomerTable, CustomerForm, CustomerDialog } from 'proyecta-customers'`,
	},
	{ what: 'one gate', limit: 3.2, code: `export { CustomersProvider, EntitlementGate } from 'proyecta-customers'` },
	{ what: 'one picker', limit: 7.9, code: `export { CustomersProvider, CustomerPicker } from 'proyecta-customers'` },
	{ what: 'everything', limit: 77.7, code: `export * from 'proyecta-customers'` },
	{ what: 'HTTP client alone', limit: 6, code: `export { httpBackend } from 'proyecta-customers/client'` },
	...readdirSync(join(root, 'dist', 'locales')).flatMap((file) => {
		const [, language] = file.match(/^([a-z]{2,3})\.js$/) ?? [];
		return language ? [languageAlone(language)] : [];
	}),
];

/** Stylesheets, which are served beside the above. */
const stylesheets = [
	{ what: 'styles of table, form and dialog', limit: 8, sheets: ['styles/base', 'styles/table', 'styles/form', 'styles/dialog'] },
	{ what: 'styles of one table', limit: 6.5, sheets: ['styles/base', 'styles/table'] },
	{ what: 'styles.css, which is all of them', limit: 10.5, sheets: ['styles'] },
	{ what: 'bridge to shadcn/ui', limit: 0.6, sheets: ['styles/shadcn'] },
	{ what: 'more contrast', limit: 0.3, sheets: ['styles/contrast'] },
	{ what: 'bridge to Material', limit: 0.8, sheets: ['styles/material'] },
];

/** As a host's build would serve them: in one file, minified. */
async function measureSheets(sheets, folder) {
	const entry = join(folder, 'entry.css');
	writeFileSync(entry, sheets.map((sheet) => `@import ${JSON.stringify(join(root, 'dist', `${sheet}.css`))};`).join('\n'));
	const result = await build({
		root: folder,
		configFile: false,
		logLevel: 'error',
		build: { write: false, rolldownOptions: { input: entry } },
	});
	const files = [result].flat().flatMap(({ output }) => output.filter(({ fileName }) => fileName.endsWith('.css')));
	return files.reduce((sum, { source }) => sum + gzipSync(source, { level: 9 }).length, 0) / 1000;
}

async function measure({ what, limit, code, whole = false, apart = [], only }, folder) {
	const entry = join(folder, 'entry.js');
	writeFileSync(entry, code);
	const result = await build({
		root: folder,
		configFile: false,
		logLevel: 'error',
		plugins: [withoutPreloadHelper],
		build: {
			write: false,
			modulePreload: false,
			minify: true,
			target: 'es2022',
			rolldownOptions: {
				input: entry,
				// What both the entry and a part loaded later need stays in the entry, as it does in an app.
				preserveEntrySignatures: 'allow-extension',
				external: (id) => peers.some((name) => id === name || id.startsWith(`${name}/`)),
			},
		},
		resolve: {
			alias: {
				'proyecta-customers/locales': join(root, 'dist', 'locales'),
				'proyecta-customers/client': join(root, 'dist', 'client.js'),
				'proyecta-customers': join(root, 'dist', 'index.js'),
			},
		},
	});
	const chunks = [result].flat().flatMap(({ output }) => output.filter((part) => part.type === 'chunk'));
	const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
	const eager = new Set();
	const visit = (name) => {
		if (eager.has(name) || !byName.has(name)) return;
		eager.add(name);
		byName.get(name).imports.forEach(visit);
	};
	visit(chunks.find((chunk) => chunk.isEntry).fileName);
	const kilobytes = (names) => [...names].reduce((sum, name) => sum + gzipSync(byName.get(name).code, { level: 9 }).length, 0) / 1000;
	const lazy = [...byName.keys()].filter((name) => !eager.has(name));
	const among = (names) => (name) => names.some((one) => name.includes(`/${one}-`));
	const all = [...byName.keys()];
	const counted = only ? all.filter(among(only)) : whole ? all.filter((name) => !among(apart)(name)) : eager;
	if (counted.length === 0) throw new Error(`Nothing is called ${only}.`);
	return { what, limit, size: kilobytes(counted), lazy: lazy.map((name) => `${name} ${kilobytes([name]).toFixed(1)}`).join(', ') };
}

mkdirSync(join(root, '.cache'), { recursive: true });
const folder = mkdtempSync(join(root, '.cache', 'sizes-'));
try {
	let failed = false;
	for (const one of imports) {
		const { what, limit, size, lazy } = await measure(one, folder);
		const over = size > limit;
		failed ||= over;
		process.stdout.write(
			`${over ? 'OVER ' : 'ok   '}${what}: ${size.toFixed(1)} KB gz of ${limit}${lazy ? ` (when needed: ${lazy})` : ''}\n`,
		);
	}
	for (const { what, limit, sheets } of stylesheets) {
		const size = await measureSheets(sheets, folder);
		const over = size > limit;
		failed ||= over;
		process.stdout.write(`${over ? 'OVER ' : 'ok   '}${what}: ${size.toFixed(1)} KB gz of ${limit}\n`);
	}
	if (failed) process.exitCode = 1;
} finally {
	rmSync(folder, { recursive: true, force: true });
}
