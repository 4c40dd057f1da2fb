import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { readSheet, sheets, sheetsOf } from '../generate/styleSheets.mjs';

const root = resolve(import.meta.dirname, '..');
const read = (folder: string, end: string) =>
	readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith(end))
		.map((file) => readFileSync(join(root, folder, file), 'utf8'))
		.join('\n');

/** Sheets that a page may have besides: they hand its own theme, or more contrast, to the kit. */
const bridges = ['contrast', 'material', 'shadcn'];

const components = read('src/components', '.tsx');
const lists = [
	...read('src/styles', '.css')
		.replace(/\/\*[\s\S]*?\*\//g, '')
		.matchAll(/([^{};]+)\{/g),
]
	.map(([, list = '']) => list.replace(/\s+/g, ' ').trim())
	.filter((list) => !/^(@|from$|to$|\d+%$)/.test(list));

/** What of a list of selectors counts: `:where(…)` never does. */
function counting(list: string): string {
	let depth = 0;
	let left = '';
	for (const part of list.split(/(:where\(|[()])/)) {
		if (depth === 0 && part !== ':where(') left += part;
		else if (part.endsWith('(')) depth++;
		else if (part === ')') depth--;
	}
	return left;
}

it('is never stronger than one class or one tag: that of the part that a rule draws', () => {
	const selectors = lists.flatMap((list) =>
		counting(list)
			.replace(/::[\w-]+/g, '')
			.replace(/:is\([\w, ]+\)/g, 'tag')
			.split(','),
	);
	expect(selectors.length).toBeGreaterThan(300);
	expect(selectors.filter((selector) => (selector.match(/[.[:]?[\w-]+/g)?.length ?? 0) > 1)).toEqual([]);
});

it('tells of each variable that is left to the page', () => {
	const said = `${read('src/styles', '.css')}\n${components}`;
	const names = (pattern: RegExp) => new Set([...said.matchAll(pattern)].map(([, name = '']) => name));
	const set = names(/(--pc-[\w-]+)['"]?:/g);
	const left = [...names(/var\((--pc-[\w-]+)/g)].filter(
		(name) => !set.has(name) || ['--pc-sticky-offset', '--pc-table-height'].includes(name),
	);
	expect(left).toContain('--pc-table-height');
	const page = readFileSync(join(root, 'docs/styling.md'), 'utf8');
	expect(left.filter((name) => !page.includes(`| \`${name}\` |`))).toEqual([]);
});

it('draws parts by their classes, and none that there is not', () => {
	const parts = new Set([...components.matchAll(/\bslot\('(pc-[\w-]+)'|className="(pc-[\w-]+)"/g)].map(([, slot, icon]) => slot ?? icon));
	const drawn = new Set(lists.flatMap((list) => [...list.matchAll(/\.(pc-[\w-]+)/g)].map(([, name]) => name)));
	expect(parts.size).toBeGreaterThan(100);
	expect([...drawn].filter((name) => !parts.has(name))).toEqual([]);
	expect(lists.filter((list) => list.includes('data-slot'))).toEqual([]);
});

it('is found by a class, a tag or an attribute: hardly a rule is held against every element of the page', () => {
	const held = lists.flatMap((list) => list.split(/,(?![^(]*\))\s*/)).filter((one) => counting(one).trim() === '' && /,|\*\s*\)/.test(one));
	expect(new Set(held)).toEqual(
		new Set([
			// Boxes are measured with their borders, whatever a host puts into a cell.
			':where([data-pc-root], [data-pc-root] *)',
			// The buttons are the host's.
			':where(.pc-toolbar-actions > *)',
			':where(.pc-address > *)',
		]),
	);
});

/** What a page has to import that shows this and nothing else. */
const sheetsFor = (component: string) => sheetsOf(`src/components/${component}.tsx`);

it('comes in sheets, which are the whole together, and of which a component needs few', () => {
	const files = readdirSync(join(root, 'src/styles')).flatMap((file) => file.match(/^(\w+)\.css$/)?.[1] ?? []);
	expect([...sheets, ...bridges].sort()).toEqual(files.sort());
	expect(sheetsFor('CustomerTable')).toEqual(['base', 'table']);
	expect(sheetsFor('CustomerForm')).toEqual(['base', 'form']);
	expect(sheetsFor('CustomerDialog')).toEqual(['base', 'form', 'dialog']);
	expect(sheetsFor('CustomerImport')).toEqual(['base', 'transfer']);
});

it('defines each animation in a sheet that is there wherever it is used', () => {
	const base = readSheet(join(root, 'src/styles/base.css'));
	for (const sheet of [...sheets, ...bridges]) {
		const css = readSheet(join(root, `src/styles/${sheet}.css`));
		for (const [name] of css.matchAll(/(?<=animation:[^;]*)pc-[\w-]+/g)) expect(css + base).toContain(`@keyframes ${name} `);
		for (const [, name] of css.matchAll(/var\((--pc-[\w-]+)\)/g)) expect(css + base).toContain(`${name}:`);
	}
});

it('asks for no attribute and no value that no component has', () => {
	const sources = read('src', '.tsx') + read('src', '.ts');
	const asked = new Set(
		lists.flatMap((list) =>
			[...list.matchAll(/\[([\w-]+)(?:="([^"]*)")?\]/g)].flatMap(([, name = '', value]) => (value ? [name, value] : [name])),
		),
	);
	// What the page says around the kit, and what is a number in the markup.
	const hosts = ['data-theme', 'light', 'dark', 'system', 'data-mui-color-scheme', 'data-light', 'data-dark'];
	for (const known of [...hosts, 'data-span', '2', '3']) asked.delete(known);
	expect(asked.size).toBeGreaterThan(60);
	// React writes `colSpan`.
	expect([...asked].filter((word) => !new RegExp(`(?<![\\w-])${word}(?![\\w-])`, 'i').test(sources))).toEqual([]);
});

it('looks into nothing that holds rows: whatever changes in there, all of it would be gone through again', () => {
	const around = lists.flatMap((list) => [...list.matchAll(/(\.pc-[\w-]+)[^ ]*?:has\(/g)].map(([, part]) => part));
	expect(new Set(around)).toEqual(
		new Set(['form', 'conflict-choice', 'picker', 'choice', 'drop', 'import-table'].map((part) => `.pc-${part}`)),
	);
});

it('asks for no direction, which builds for browsers without :dir() make a list of languages of', () => {
	expect(lists.filter((list) => list.includes(':dir('))).toEqual([]);
	expect(lists).toContain(':where([dir="rtl"])');
});
