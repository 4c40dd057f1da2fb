import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exampleFiles } from '../generate/docsExamples.mjs';
import { docsPages } from '../generate/docsPages.mjs';
import { type Declaration, type Doc, type Member, publicApi } from '../generate/publicApi.mjs';
import { en } from '../src/locales/en';
import { pageFiles } from './docs/pageFiles';
import { typecheck } from './docs/typecheck';

const root = resolve(import.meta.dirname, '..');
const api = publicApi();
const codes = new Set(api.find(({ name }) => name === 'CustomerErrorCode')?.members.map(({ name }) => name));

/** What people read, and what comes with the package. */
const pages = ['README.md', ...readdirSync(join(root, 'docs')).flatMap((file) => (file.endsWith('.md') ? [`docs/${file}`] : []))];
const textOf = (page: string) => readFileSync(join(root, page), 'utf8').replaceAll('\r\n', '\n');

const tags = (doc: Doc | null, name: string) => doc?.tags.filter((tag) => tag.name === name).map(({ text }) => text) ?? [];

/** A promise can always fail, so whoever returns one says with what, or that it never does. */
function failureOf({ doc, returns }: { doc: Doc | null; returns: string }, throws = false): string[] {
	const said = tags(doc, 'throws');
	const named = said.map((text) => [...text.matchAll(/`(\w+)`/g)].map(([, word = '']) => word));
	const unknown = named.flat().filter((word) => word.includes('_') && !codes.has(word));
	if (unknown.length > 0) return [`@throws names ${unknown.join(', ')}, which no error has for a code`];
	if (named.some((words) => !words.some((word) => codes.has(word) || word.endsWith('Error')))) return ['@throws names no code'];
	const fails = throws || /^Promise(Like)?<|\| Promise(Like)?</.test(returns);
	return fails && said.length === 0 && !/never (throws|rejects|fails)/i.test(doc?.text ?? '') ? ['no @throws, nor that it never does'] : [];
}

/** What is missing where a whole public name is declared. */
function complaints(declaration: Declaration): string[] {
	const { doc, kind, doors, returns } = declaration;
	if (!doc?.text) return ['no sentence'];
	const callable = kind === 'function' || kind === 'hook';
	const silent = /^(void|never|Promise<void>|asserts .*)$/.test(returns);
	return [
		...(doors.length > 0 && kind !== 'type' && kind !== 'value' && tags(doc, 'example').length !== 1 ? ['not one @example'] : []),
		...(callable && doors.length > 0 && !silent && tags(doc, 'returns').length !== 1 ? ['no @returns'] : []),
		...(callable ? failureOf(declaration, declaration.throws) : []),
	];
}

/** What is missing where a member is declared. */
function memberComplaints({ name: type, doc: whole }: Declaration, member: Member): string[] {
	const { name, doc, kind, optional } = member;
	// The literals of a short union are told apart by the type's own sentence.
	if (kind === 'literal') return doc?.text || whole?.text.includes(`\`${name}\``) ? [] : ['no sentence'];
	if (!doc?.text) return ['no sentence'];
	// What a host passes in is its own.
	const given = /(Options|Props)$/.test(type);
	const absent = /\b(absent|without|unless|only|where|while|needs?|else|also|instead|if)\b/i;
	const event = /^(on[A-Z]|className|children|id$)/.test(name);
	return [
		...(optional && given && !event && tags(doc, 'default').length === 0 && !absent.test(doc.text)
			? ['no @default, nor what its absence means']
			: []),
		...(given ? [] : failureOf(member)),
	];
}

const missing = api.flatMap((declaration) => {
	const { name, file, line, members } = declaration;
	return [
		...complaints(declaration).map((what) => `${file}:${line} ${name}: ${what}`),
		...members.flatMap((member) =>
			memberComplaints(declaration, member).map((what) => `${file}:${member.line} ${name}.${member.name}: ${what}`),
		),
	];
});

describe('the documented contract', () => {
	it('finds what the doors offer, with the members of each', () => {
		const members = (name: string) => api.find((declaration) => declaration.name === name)?.members.map((member) => member.name);
		expect(members('Issue')).toEqual(['path', 'code', 'params']);
		expect(members('Capabilities')).toContain('write.create');
		expect(members('CustomerErrorCode')).toContain('not_found');
		expect(api.find(({ name }) => name === 'useCustomerTable')?.kind).toBe('hook');
		expect(api.length).toBeGreaterThan(200);
	});

	it('says what each public name and member is, its default, its example, and how it fails', () => {
		expect(missing).toEqual([]);
	});
});

describe('the words', () => {
	it('say which placeholders they have', () => {
		const undocumented = (api.find(({ name }) => name === 'Locale')?.members ?? []).flatMap(({ name: section, type }) => {
			const texts = Object.entries(en[section as keyof typeof en] ?? {});
			const members = api.find(({ name }) => name === type)?.members ?? [];
			return texts.flatMap(([key, text]) => {
				const about = members.filter(({ name }) => name === key || name.startsWith(`${key}.`));
				const said = about.map(({ doc }) => doc?.text).join();
				const placeholders = new Set(JSON.stringify(text).match(/\{\w+\}/g));
				return about.length === 0
					? []
					: [...placeholders].filter((each) => !said.includes(each)).map((each) => `${section}.${key}: ${each}`);
			});
		});
		expect(undocumented).toEqual([]);
	});
});

describe('the pages in docs', () => {
	it.each(Object.entries(docsPages(api)))('%s is what `npm run generate` writes', (file, text) => {
		expect(readFileSync(join(root, file), 'utf8').replaceAll('\r\n', '\n')).toBe(text);
	});
});

describe('the links', () => {
	/** As GitHub names the headings of a page. */
	const anchorsOf = (page: string) =>
		[...textOf(page).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
			heading
				.toLowerCase()
				.replace(/[^\p{L}\p{N}\s_-]/gu, '')
				.replaceAll(' ', '-'),
		);

	it.each(pages)('of %s lead somewhere', (page) => {
		const text = textOf(page).replace(/^```[\s\S]*?^```/gm, '');
		const dead = [...text.matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]*))?\)/g)].filter(([, path = '', anchor]) => {
			const target = path === '' ? page : relative(root, resolve(root, dirname(page), path));
			return !existsSync(join(root, target)) || (anchor !== undefined && !anchorsOf(target).includes(anchor));
		});
		expect(dead.map(([link]) => link)).toEqual([]);
	});
});

describe('the examples', () => {
	it('compile, those of the README and of docs too', async () => {
		// What is generated shows the examples of the sources, which are here anyway.
		const written = pages.filter((page) => !(page in docsPages(api)));
		const blocks = written.flatMap((page) => pageFiles(api, page.replaceAll('/', '.'), textOf(page)));
		expect(blocks.length).toBeGreaterThan(50);
		const recipes = ['host', 'giveCustomer'].map((name) => ({
			name: `${name}.ts`,
			text: `export * from '${join(root, 'test/signup/recipes', name)}';`,
		}));
		const shadcn = readdirSync(join(root, 'registry')).filter((file) => file.endsWith('.tsx'));
		const registry = shadcn.map((file) => ({ name: `registry.${file}`, text: textOf(`registry/${file}`) }));
		expect(await typecheck('examples', [...exampleFiles(api), ...blocks, ...recipes, ...registry])).toBe('');
	});
});
