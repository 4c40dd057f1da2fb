import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { parse } from '@babel/parser';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');

/** Which rooms of `src` a room may import from, besides itself. */
const allowed: Record<string, readonly string[]> = {
	domain: [],
	contract: ['domain'],
	locales: ['domain', 'contract'],
	backends: ['contract', 'domain'],
	http: ['contract', 'domain', 'signup'],
	signup: ['contract', 'domain'],
	testing: ['contract', 'domain', 'http'],
	hooks: ['contract', 'domain', 'locales'],
	components: ['hooks', 'contract', 'domain', 'locales'],
};

/** Which inner rooms a room's own rooms may import from, besides themselves; '' is what lies at the room's top. */
const inside: Record<string, Record<string, readonly string[]>> = {
	hooks: {
		'': ['context', 'navigation', 'cache', 'live', 'billing'],
		context: [],
		navigation: ['context'],
		cache: ['context', 'navigation', 'live'],
		live: ['context', 'cache'],
		table: ['context', 'navigation', 'cache'],
		form: ['context', 'navigation', 'cache'],
		transfer: ['context', 'navigation', 'cache'],
		billing: ['context', 'navigation', 'cache'],
	},
	components: {
		'': ['table', 'detail', 'browser', 'form', 'dialog', 'transfer', 'billing', 'picker', 'ui'],
		table: ['ui'],
		detail: ['ui'],
		browser: ['ui'],
		form: ['ui'],
		// A dialog is a public form in a frame.
		dialog: ['', 'form', 'ui'],
		transfer: ['ui'],
		billing: ['ui'],
		picker: ['ui'],
		ui: [],
	},
	http: { protocol: [], server: ['protocol'], client: ['protocol'] },
	backends: {
		'': ['kit', 'memory', 'postgres', 'proyecta', 'stripe'],
		kit: [],
		memory: ['kit'],
		postgres: ['kit'],
		proyecta: ['kit'],
		stripe: ['kit'],
	},
};

/** Where in `src` each outside package may be imported. */
const homes: Record<string, RegExp> = {
	'libphonenumber-js': /^domain\/phone/,
	'@tanstack/react-query': /^hooks\//,
	'react-hook-form': /^(hooks\/form\/|components\/(CustomerForm|PhoneField|AddressFields|form\/))/,
	'@radix-ui/react-dialog': /^components\/dialog\//,
	'@tanstack/react-virtual': /^components\/table\/WindowedBody/,
	react: /^(hooks|components)\//,
	'react-dom': /^components\//,
};

interface Source {
	file: string;
	room: string;
	text: string;
	/** Without comments. */
	code: string;
	imports: string[];
}

/** Static, dynamic and side-effect imports, and re-exports. */
const specifiers = /(?:^(?:import|export)\s(?:[^'"`]*?\sfrom\s+)?|\bimport\s*\(\s*)['"]([^'"]+)['"]/gm;

function sources(folder: string): Source[] {
	return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
		.map((name) => name.split(sep).join('/'))
		.filter((name) => /\.(ts|tsx|mts)$/.test(name))
		.map((file) => {
			const text = readFileSync(join(root, folder, file), 'utf8');
			const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
			return {
				file,
				room: file.includes('/') ? file.slice(0, file.indexOf('/')) : '',
				text,
				code,
				imports: [...code.matchAll(specifiers)].map((match) => match[1]!),
			};
		});
}

const src = sources('src');
const generated = (file: string) => file.endsWith('.generated.ts');
const relativeTo = (file: string, specifier: string) =>
	relative(join(root, 'src'), resolve(root, 'src', file, '..', specifier))
		.split(sep)
		.join('/');
const nameOf = (file: string) => file.replace(/\.tsx?$/, '');
const innerRoom = (file: string) => file.split('/').slice(1, -1)[0] ?? '';
/** What a file imports of ours. */
const targetsOf = (file: string, imports: readonly string[]) =>
	imports.filter((specifier) => specifier.startsWith('.')).map((specifier) => relativeTo(file, specifier));
const packageOf = (specifier: string) =>
	specifier
		.split('/')
		.slice(0, specifier.startsWith('@') ? 2 : 1)
		.join('/');

/** As much of a syntax tree as is looked at. */
interface Syntax {
	type?: string;
	loc?: Place;
	body?: Syntax;
}

interface Place {
	start: { line: number };
	end: { line: number };
}

/** Where the bodies of functions are. */
function bodiesIn(node: unknown): Place[] {
	if (typeof node !== 'object' || node === null) return [];
	const { type = '', body } = node as Syntax;
	const own = /Function|Method$/.test(type) && body?.loc ? [body.loc] : [];
	return [...own, ...Object.entries(node).flatMap(([key, child]) => (key === 'loc' || key === 'comments' ? [] : bodiesIn(child)))];
}

describe('the house', () => {
	it('has the rooms the table names, and files at the top are doors', () => {
		expect([...new Set(src.map(({ room }) => room))].filter(Boolean).sort()).toEqual(Object.keys(allowed).sort());
	});

	it('has rooms within rooms that the table names, each of them', () => {
		const table = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8').split('\n| room |')[1]!.split('\n\n')[0]!;
		for (const room of ['hooks', 'components', 'http']) {
			const row = table.split('\n').find((line) => line.startsWith(`| \`${room}\` |`)) ?? '';
			const told = [...row.matchAll(/`(\w+)\/`/g)].map(([, name]) => name);
			const there = new Set(src.filter((source) => source.room === room).map(({ file }) => innerRoom(file)));
			expect([room, ...told.sort()]).toEqual([room, ...[...there].filter(Boolean).sort()]);
		}
	});

	it('lets data walk through the rooms one way', () => {
		const wrong = src
			.filter(({ room }) => room !== '')
			.flatMap(({ file, room, imports }) =>
				targetsOf(file, imports)
					.filter((target) => {
						const other = target.includes('/') ? target.slice(0, target.indexOf('/')) : '(door)';
						return other !== room && !allowed[room]?.includes(other);
					})
					.map((target) => `${file} imports ${target}`),
			);
		expect(wrong).toEqual([]);
	});

	it('lets the rooms within a room import no further than they may', () => {
		const wrong = src.flatMap(({ file, room, imports }) => {
			const floors = inside[room];
			if (!floors) return [];
			const own = innerRoom(file);
			if (!floors[own]) return [`${file} lies in a room that nobody planned`];
			return targetsOf(file, imports)
				.filter((target) => target.startsWith(`${room}/`))
				.filter((target) => innerRoom(target) !== own && !floors[own]!.includes(innerRoom(target)))
				.map((target) => `${file} imports ${target}`);
		});
		expect(wrong).toEqual([]);
	});

	it('has no circles, not even of types', () => {
		const byName = new Map(src.map((source) => [nameOf(source.file), targetsOf(source.file, source.imports)]));
		const state = new Map<string, 'open' | 'closed'>();
		const circles: string[] = [];
		const visit = (name: string, way: readonly string[]) => {
			if (state.get(name) === 'closed') return;
			if (state.get(name) === 'open') {
				circles.push([...way.slice(way.indexOf(name)), name].join(' → '));
				return;
			}
			state.set(name, 'open');
			for (const target of byName.get(name) ?? []) visit(target, [...way, name]);
			state.set(name, 'closed');
		};
		for (const name of byName.keys()) visit(name, []);
		expect(circles).toEqual([]);
	});

	it('keeps public components alone at the top of the components', () => {
		const door = src.find(({ file }) => file === 'index.ts')!;
		const atTop = src.filter(({ file }) => /^components\/[^/]+$/.test(file)).map(({ file }) => nameOf(file));
		const listed = new Set(targetsOf(door.file, door.imports));
		expect(atTop.filter((name) => !listed.has(name))).toEqual([]);
	});

	it('names files after hooks where they hold one of that name, and nowhere else', () => {
		const wrong = src
			.filter(({ file }) => /(^|\/)use[A-Z][^/]*$/.test(file))
			.filter(({ file, text }) => {
				const hook = file.slice(file.lastIndexOf('/') + 1).replace(/\.tsx?$/, '');
				return !new RegExp(`^export (function|const) ${hook}\\b`, 'm').test(text);
			});
		expect(wrong.map(({ file }) => file)).toEqual([]);
	});

	it('gives each outside package one home', () => {
		const wrong = src.flatMap(({ file, imports }) =>
			imports
				.filter((specifier) => !specifier.startsWith('.'))
				.filter((specifier) => !homes[packageOf(specifier)]?.test(file))
				.map((specifier) => `${file} imports ${specifier}`),
		);
		expect(wrong).toEqual([]);
	});

	it("opens exactly the files that use React with 'use client'", () => {
		const reactive = /^import (?!type\b)[^;]*?(?:\buse[A-Z]\w*|\bfrom '(?:react|react-dom|react-hook-form|@radix-ui\/[^']+)')/m;
		const uses = ({ file, text }: Source) => file.endsWith('.tsx') || reactive.test(text);
		const opens = ({ text }: Source) => /^'use client';/.test(text);
		expect(src.filter((source) => uses(source) !== opens(source) && source.room !== '').map(({ file }) => file)).toEqual([]);
	});

	it('keeps React out of everything the server, client and testing doors and the backends reach', () => {
		const byFile = new Map(src.map((source) => [source.file.replace(/\.tsx?$/, ''), source]));
		const backends = src.map(({ file }) => file.replace(/\.ts$/, '')).filter((file) => /^backends\/\w+$/.test(file));
		for (const door of ['server', 'client', 'testing', ...backends]) {
			const seen = new Set<string>();
			const queue = [door];
			for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
				if (seen.has(name)) continue;
				seen.add(name);
				const source = byFile.get(name);
				if (!source) throw new Error(`${door} reaches ${name}, which is no file of src.`);
				for (const specifier of source.imports) {
					if (specifier.startsWith('.')) queue.push(relativeTo(source.file, specifier));
					else
						expect(`${door} → ${source.file} → ${packageOf(specifier)}`).not.toMatch(
							/→ (react|react-dom|@tanstack\/.*|react-hook-form|@radix-ui\/.*)$/,
						);
				}
			}
		}
	});

	it('has no drawers, no `export *`, no default exports, and no file that nobody can read in one go', () => {
		expect(src.map(({ file }) => file).filter((file) => /(^|\/)(utils?|helpers?|shared|common|lib|misc)(\/|\.tsx?$)/.test(file))).toEqual(
			[],
		);
		expect(src.filter(({ text }) => /^export \*/m.test(text)).map(({ file }) => file)).toEqual([]);
		expect(src.filter(({ text }) => /^export default/m.test(text)).map(({ file }) => file)).toEqual([]);
		const long = src.filter(({ file, text, room }) => room !== 'locales' && !generated(file) && text.split('\n').length > 301);
		expect(long.map(({ file, text }) => `${file}: ${text.split('\n').length} lines`)).toEqual([]);
	});

	it('has no function of more than 80 lines, also those that the linter leaves out, such as ends of blocks', () => {
		const long = src.flatMap(({ file, text }) => {
			if (generated(file)) return [];
			const program = parse(text, { sourceType: 'module', plugins: ['typescript', 'jsx'] });
			const lines = text.split('\n').map((line) => line.trim());
			for (const { loc } of program.comments ?? []) {
				for (let line = loc!.start.line; line <= loc!.end.line; line++)
					if (/^(\/\/|\/?\*|\{\/\*)/.test(lines[line - 1]!)) lines[line - 1] = '';
			}
			return bodiesIn(program.program)
				.map(({ start, end }) => ({ at: start.line, count: lines.slice(start.line, end.line - 1).filter(Boolean).length }))
				.filter(({ count }) => count > 80)
				.map(({ at, count }) => `${file}:${at} has ${count} lines`);
		});
		expect(long).toEqual([]);
	});

	it('loads later what ARCHITECTURE.md says, all of it and nothing else, and by no other way', () => {
		const section = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8').split('## What is loaded when')[1]!.split('\n## ')[0]!;
		const [, , ...rows] = section.match(/^\|[^|]+/gm)!;
		const told = rows.flatMap((row) => [...row.matchAll(/`([^`]+)`/g)].map((match) => match[1]!));
		const loaded = src.flatMap(({ file, code }) =>
			[...code.matchAll(/(?<!typeof )\bimport\s*\(\s*['"]([^'"]+)['"]/g)].map(([, name]) =>
				name!.startsWith('.') ? relativeTo(file, name!) : name!,
			),
		);
		expect(told.sort()).toEqual([...new Set(loaded)].sort());
		expect(src.filter(({ code }) => /\blazy\b|\bSuspense\b/.test(code)).map(({ file }) => file)).toEqual([]);
	});

	it('asks nothing of the document that a shadow root answers otherwise: what has the focus, who has an id, what was pressed', () => {
		const asks = /\bdocument\.(activeElement|getElementById|querySelector)|contains\((event\.)?target\b|contains\(event\.target\b/;
		const wrong = src.filter(({ code }) => asks.test(code)).map(({ file }) => file);
		expect(wrong).toEqual(['components/ui/focusedElement.ts']);
	});

	it('leaves each language but English to whoever imports it', () => {
		const named = src.flatMap(({ file, imports }) =>
			imports.filter((specifier) => /locales\/(?!en$)[a-z]{2,3}$/.test(specifier)).map((specifier) => `${file} imports ${specifier}`),
		);
		expect(named).toEqual([]);
	});

	it('gives each part of a component its slot and its class at once, by slot()', () => {
		const alone = src.flatMap(({ file, text }) =>
			[...text.matchAll(/\sdata-slot=["{](.*)/g)].filter(([attribute]) => !/^\sdata-slot="pc-icon"/.test(attribute)).map(() => file),
		);
		expect(alone).toEqual([]);
		expect(src.filter(({ text }) => /className="pc-(?!icon")/.test(text)).map(({ file }) => file)).toEqual([]);
	});

	it('lets stories and the demo in through the doors alone', () => {
		const doors = /(^|\/)src\/(index|server|client|testing|styles\.css|styles\/\w+\.css(\?inline)?|backends\/\w+|locales\/[a-z]{2,3})$/;
		const wrong = ['stories', 'demo'].flatMap((folder) =>
			sources(folder)
				.filter(({ file }) => !file.startsWith('dist/'))
				.flatMap(({ file, imports }) =>
					imports
						.filter((specifier) => /(^|\/)src\//.test(specifier) && specifier.startsWith('../'))
						.filter((specifier) => /\.\.\/src\//.test(specifier))
						.filter(
							(specifier) => resolve(root, folder, file, '..', specifier).startsWith(join(root, 'src') + sep) && !doors.test(specifier),
						)
						.map((specifier) => `${folder}/${file} imports ${specifier}`),
				),
		);
		expect(wrong).toEqual([]);
	});
});
