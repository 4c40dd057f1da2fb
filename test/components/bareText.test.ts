import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type ParserPlugin, parse } from '@babel/parser';
import { expect, it } from 'vitest';

interface Node {
	type: string;
	loc?: { start: { line: number } };
	[key: string]: unknown;
}

const plugins: ParserPlugin[] = ['typescript', 'jsx'];
const texts = new Set(['JSXText', 'StringLiteral', 'TemplateLiteral']);
/** What gives a text, by the names of the kit. */
const formats = /^(format\w+|fieldLabel|issueMessage|countryName|\w+Text|\w+Status|fieldError)$/;
const words = /^(children|text|label|sentence|name|title)$/;

/** Whether an expression may be a text, as far as its form tells. */
function isText(node: Node): boolean {
	const inner = (key: string) => isText(node[key] as Node);
	if (texts.has(node.type)) return true;
	if (node.type === 'JSXExpressionContainer') return inner('expression');
	if (node.type === 'LogicalExpression') return inner('right');
	if (node.type === 'ConditionalExpression') return inner('consequent') || inner('alternate');
	if (node.type === 'MemberExpression') return true;
	if (node.type === 'Identifier') return words.test(String(node.name));
	if (node.type !== 'CallExpression') return false;
	const callee = node.callee as Node;
	return formats.test(String(callee.name ?? (callee.property as Node | undefined)?.name));
}

/** Line breaks between elements, blanks, which nobody translates, and comments are nothing. */
function isNothing(child: Node): boolean {
	if (child.type === 'JSXText') return /^\s*\n\s*$/.test(String(child.value));
	const { type, value } = (child.expression ?? {}) as Partial<Node>;
	return type === 'JSXEmptyExpression' || (type === 'StringLiteral' && String(value).trim() === '');
}

/** The lines where a text stands beside something else. */
function bareTexts(source: string): number[] {
	const found: number[] = [];
	const walk = (node: unknown): void => {
		if (Array.isArray(node)) {
			for (const one of node) walk(one);
			return;
		}
		if (typeof node !== 'object' || node === null) return;
		const { type, children, loc } = node as Node & { children?: Node[] };
		if (type === 'JSXElement' || type === 'JSXFragment') {
			const kept = children!.filter((child) => !isNothing(child));
			if (kept.length > 1 && kept.some(isText)) found.push(loc!.start.line);
		}
		for (const [key, value] of Object.entries(node)) if (key !== 'loc') walk(value);
	};
	walk(parse(source, { sourceType: 'module', plugins }).program);
	return found;
}

// A browser that translates a page puts texts into elements of its own: what React then inserts before such a text, or takes out, throws,
// and the whole page is gone; and what it changes is changed where nobody sees it.
it('gives each text an element of its own', () => {
	const found = ['src/components', 'demo/src'].flatMap((folder) => {
		const root = resolve(import.meta.dirname, '../..', folder);
		const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'));
		expect(files.length).toBeGreaterThan(5);
		return files.flatMap((file) => bareTexts(readFileSync(join(root, file), 'utf8')).map((line) => `${folder}/${file}:${line}`));
	});
	expect(found).toEqual([]);
});

it.each([
	['<p>Saved {busy && <Icon />}</p>', true],
	['<button>{busy ? <Icon /> : null}{children}</button>', true],
	["<p>{words.failed}{' '}<b>x</b></p>", true],
	['<p>{open && text}<i /></p>', true],
	['<>{formatMessage(a)}<i /></>', true],
	['<p>{words.failed}</p>', false],
	['<p><span>{words.failed}</span>{busy && <Icon />}</p>', false],
	['<p>{`a`}</p>', false],
])('finds it: %s', (source, isBare) => {
	expect(bareTexts(`const x = ${source};`).length > 0).toBe(isBare);
});
