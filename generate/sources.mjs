// Reads TypeScript sources: who declares a name, and what is said of it. TypeScript 7 has no API for that, but Vite brings a parser.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';

/** The repository. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * What is said of a declaration.
 * @typedef {{ text: string, tags: { name: string, text: string }[] }} Doc
 *
 * @typedef {{ file: string, text: string, program: any, comments: any[], names: Map<string, Named>, exports: Map<string, Place> }} Source
 * `file` is below the repository, with forward slashes. `names` are what the file declares or imports, `exports` what it hands on.
 *
 * @typedef {{ node: any, start: number }} Declared
 * @typedef {{ from: string, name: string }} Place
 * @typedef {Declared[] | Place} Named Overloads are several declarations of one name.
 */

/** @type {Map<string, Source>} */
const known = new Map();

/**
 * @param {string} file below the repository
 * @returns {Source}
 */
export function readSource(file) {
	const before = known.get(file);
	if (before) return before;
	const text = readFileSync(join(root, file), 'utf8');
	const { program, comments, errors } = parseSync(file, text);
	if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
	const source = { file, text, program, comments, names: new Map(), exports: new Map() };
	for (const statement of program.body) readStatement(source, statement);
	known.set(file, source);
	return source;
}

/** @param {Source} source @param {any} statement */
function readStatement(source, statement) {
	const { names, exports } = source;
	if (statement.type === 'ImportDeclaration') {
		for (const { local, imported } of statement.specifiers) {
			names.set(local.name, { from: statement.source.value, name: imported?.name ?? 'default' });
		}
	} else if (statement.type === 'ExportNamedDeclaration' && !statement.declaration) {
		for (const { local, exported } of statement.specifiers) {
			exports.set(exported.name, { from: statement.source?.value ?? '.', name: local.name });
		}
	} else {
		const node = statement.declaration ?? statement;
		for (const declared of node.declarations ?? [node]) {
			const name = declared.id?.name;
			if (!name) continue;
			const others = names.get(name);
			names.set(name, [...(Array.isArray(others) ? others : []), { node: declared, start: statement.start }]);
			if (statement.type === 'ExportNamedDeclaration') exports.set(name, { from: '.', name });
		}
	}
}

/**
 * The file that a relative import of `file` means; `null` for packages and styles.
 * @param {string} file
 * @param {string} specifier
 */
export function resolveFile(file, specifier) {
	if (!specifier.startsWith('.')) return null;
	const path = join(dirname(file), specifier);
	const found = ['.ts', '.tsx', '/index.ts'].map((end) => path + end).find((name) => existsSync(join(root, name)));
	return found ? relative('.', found).split(sep).join('/') : null;
}

/**
 * Who declares what a file calls `name`; `null` for what comes from a package, a type parameter or the language itself.
 * @param {string} file
 * @param {string} name
 * @returns {{ source: Source, name: string, declared: Declared[] } | null}
 */
export function findDeclaration(file, name) {
	const source = readSource(file);
	const named = source.names.get(name) ?? source.exports.get(name);
	if (!named) return null;
	if (Array.isArray(named)) return { source, name, declared: named };
	const from = resolveFile(file, named.from);
	return from ? findDeclaration(from, named.name) : null;
}

const tagged = /(?:^|\s)@(default|param|returns|throws|example|see|deprecated|slot|attr|typeParam)\b/;

/**
 * The JSDoc before an offset. Between them there may be what parts the members of a type.
 * @param {Source} source
 * @param {number} start
 * @returns {Doc | null}
 */
export function docBefore({ text, comments }, start) {
	const comment = comments.findLast(({ type, value, end }) => type === 'Block' && value.startsWith('*') && end <= start);
	if (!comment || !/^(?:[\s|&]|\/\/[^\n]*\n)*$/.test(text.slice(comment.end, start))) return null;
	const lines = comment.value.slice(1).split('\n');
	const said = lines
		.map((/** @type {string} */ line) => line.replace(/^\s*\* ?/, ''))
		.join('\n')
		.trim();
	const [sentence = '', ...rest] = said.split(tagged);
	const tags = [];
	for (let at = 0; at < rest.length; at += 2) tags.push({ name: rest[at] ?? '', text: (rest[at + 1] ?? '').trim() });
	return { text: sentence.trim(), tags };
}

/** @param {Source} source @param {number} offset @returns {number} counted from 1 */
export function lineOf({ text }, offset) {
	return text.slice(0, offset).split('\n').length;
}
