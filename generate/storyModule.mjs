// Reads a module of the stories: what it declares and imports, and which of its names a piece of it uses.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { root } from './sources.mjs';

/**
 * @typedef {{ kind: 'import', from: string, imported: string, isType: boolean } | { kind: 'declared', statement: any, value: any }} Named
 * `value` is what a constant is set to, or the function; `null` for types and for what is taken apart.
 *
 * @typedef {{ file: string, text: string, program: any, names: Map<string, Named> }} StoryModule
 */

/**
 * @param {string} file below the repository
 * @returns {StoryModule}
 */
export function readStoryModule(file) {
	const text = readFileSync(join(root, file), 'utf8').replaceAll('\r\n', '\n');
	const { program, errors } = parseSync(file, text);
	if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
	/** @type {Map<string, Named>} */
	const names = new Map();
	for (const statement of program.body) readStatement(names, statement);
	return { file, text, program, names };
}

/** @param {Map<string, Named>} names @param {any} statement */
function readStatement(names, statement) {
	if (statement.type === 'ImportDeclaration') {
		for (const { local, imported, importKind, type } of statement.specifiers) {
			const name = type === 'ImportNamespaceSpecifier' ? '*' : (imported?.name ?? 'default');
			const isType = statement.importKind === 'type' || importKind === 'type';
			names.set(local.name, { kind: 'import', from: statement.source.value, imported: name, isType });
		}
		return;
	}
	const node = statement.declaration ?? statement;
	for (const declared of node.declarations ?? [node]) {
		const value = declared.init ?? (/Function/.test(declared.type) ? declared : null);
		for (const name of boundNames(declared.id)) names.set(name, { kind: 'declared', statement: node, value });
	}
}

/** The names that a pattern binds. @param {any} pattern @returns {string[]} */
export function boundNames(pattern) {
	if (!pattern) return [];
	if (pattern.type === 'Identifier') return [pattern.name];
	if (pattern.type === 'AssignmentPattern') return boundNames(pattern.left);
	if (pattern.type === 'RestElement') return boundNames(pattern.argument);
	if (pattern.type === 'ArrayPattern') return pattern.elements.flatMap(boundNames);
	return (pattern.properties ?? []).flatMap((/** @type {any} */ property) => boundNames(property.value ?? property.argument));
}

/** What is a name in the code but refers to nothing: keys, members, attributes. */
const silent = /** @type {Record<string, string[]>} */ ({
	MemberExpression: ['property'],
	JSXMemberExpression: ['property'],
	JSXAttribute: ['name'],
	Property: ['key'],
	PropertyDefinition: ['key'],
	MethodDefinition: ['key'],
	TSPropertySignature: ['key'],
	TSMethodSignature: ['key'],
	TSQualifiedName: ['right'],
	TSImportType: ['qualifier'],
});

/**
 * Each name that a node uses, those that it declares itself included.
 * @param {any} node
 * @param {(identifier: any) => void} found
 */
export function eachName(node, found) {
	if (!node || typeof node !== 'object') return;
	if (node.type === 'Identifier' || node.type === 'JSXIdentifier') found(node);
	for (const [part, value] of Object.entries(node)) {
		if (silent[node.type]?.includes(part) && !node.computed) continue;
		if (Array.isArray(value)) for (const each of value) eachName(each, found);
		else eachName(value, found);
	}
}

/** @param {any} node @param {(node: any) => void} found */
export function eachNode(node, found) {
	if (!node || typeof node !== 'object') return;
	if (typeof node.type === 'string') found(node);
	for (const value of Object.values(node)) {
		if (Array.isArray(value)) for (const each of value) eachNode(each, found);
		else eachNode(value, found);
	}
}

/** An expression without what TypeScript puts around it. @param {any} node @returns {any} */
export function bare(node) {
	return /^(TSSatisfiesExpression|TSAsExpression|TSNonNullExpression|ParenthesizedExpression)$/.test(node?.type)
		? bare(node.expression)
		: node;
}
