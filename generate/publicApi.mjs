// Everything that the package offers: each name that a door exports, each type that such a name leads to, their members, and what is said
// of them. `test/docs.test.ts` demands a sentence for each, `docs.mjs` lists them.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { docBefore, findDeclaration, lineOf, readSource, root } from './sources.mjs';
import { TypeReader } from './typeReader.mjs';

/** @typedef {import('./sources.mjs').Doc} Doc */

/**
 * One member of a type, `write.create` where types lie in each other, or one literal of a union of texts.
 * @typedef {{ name: string, line: number, doc: Doc | null, optional: boolean, type: string, kind: 'property' | 'literal' | 'call', returns: string }} Member
 *
 * @typedef {'type' | 'class' | 'component' | 'hook' | 'function' | 'value'} Kind
 *
 * One declared name. `doors` is empty for a type that is only led to. `references` are the names of ours that its types use, `inherited`
 * those whose members it has too, less `omitted`.
 * @typedef {{
 *   name: string, file: string, line: number, kind: Kind, doc: Doc | null, doors: string[], type: string, returns: string,
 *   throws: boolean, parameters: { name: string, type: string }[], members: Member[], references: string[],
 *   inherited: { name: string, only: string[] | null, omitted: string[] }[],
 * }} Declaration
 */

const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** The sources of the package's `exports`; of the languages, each. */
const doorFiles = Object.values(exports).flatMap((/** @type {string | { default: string }} */ target) => {
	const file =
		typeof target === 'string' || target.default.endsWith('.css') ? '' : target.default.replace('./dist/', 'src/').replace(/\.js$/, '.ts');
	if (!file.includes('*')) return file || [];
	const languages = readdirSync(join(root, dirname(file))).filter((name) => /^[a-z]{2,3}\.ts$/.test(name));
	return languages.map((name) => `${dirname(file)}/${name}`);
});

/**
 * @returns {Declaration[]} in the order of the doors, each once
 */
export function publicApi() {
	/** @type {Map<string, Declaration>} */
	const found = new Map();
	/** @param {string} file @param {string} name @param {string} [door] */
	const add = (file, name, door) => {
		const place = findDeclaration(file, name);
		if (!place) return;
		const key = `${place.source.file}:${place.name}`;
		const declaration = found.get(key) ?? read(place);
		if (door) declaration.doors.push(door);
		if (found.has(key)) return;
		found.set(key, declaration);
		for (const reference of declaration.references) add(place.source.file, reference);
	};
	for (const door of doorFiles) for (const name of readSource(door).exports.keys()) add(door, name, door);
	return [...found.values()];
}

/**
 * The members of a type together with those that it inherits from types of ours, each as it is declared.
 * @param {Declaration} declaration
 * @param {readonly Declaration[]} api
 * @returns {Member[]}
 */
export function allMembers(declaration, api) {
	const inherited = declaration.inherited.flatMap(({ name, only, omitted }) => {
		const base = api.find((other) => other.name === name);
		const members = base ? allMembers(base, api) : [];
		return members.filter(({ name: member }) => (!only || only.includes(member)) && !omitted.includes(member));
	});
	const own = declaration.members.map(({ name }) => name);
	return [...declaration.members, ...inherited.filter(({ name }) => !own.includes(name))];
}

/**
 * @param {NonNullable<ReturnType<typeof findDeclaration>>} place
 * @returns {Declaration}
 */
function read({ source, name, declared }) {
	const reader = new TypeReader(source);
	const { node, start } = /** @type {import('./sources.mjs').Declared} */ (declared[0]);
	const overloads = declared.map((each) => functionOf(each.node)).filter(Boolean);
	const [called] = overloads;
	if (called) for (const overload of overloads) reader.readFunction(overload);
	else if (node.type === 'ClassDeclaration') reader.readClass(node);
	else if (node.type === 'VariableDeclarator') reader.readValue(node);
	else reader.readDeclaration(node);
	const { members, references, inherited } = reader;
	return {
		name,
		file: source.file,
		line: lineOf(source, start),
		kind: kindOf(node, called, name, source.file),
		doc: mergeDocs(declared.map((each) => docBefore(source, each.start)).filter((doc) => doc !== null)),
		doors: [],
		type: reader.textOf(node.typeAnnotation ?? node.id?.typeAnnotation),
		returns: reader.textOf(called?.returnType),
		throws: overloads.some(({ body }) => throwsItself(body)),
		parameters: (called?.params ?? []).map((/** @type {any} */ parameter) => reader.parameter(parameter)),
		...{ members, references, inherited },
	};
}

/** @param {Doc[]} docs of the overloads of one function @returns {Doc | null} */
function mergeDocs(docs) {
	const [first] = docs;
	return first ? { text: first.text, tags: docs.flatMap(({ tags }) => tags) } : null;
}

/** @param {any} node */
function functionOf(node) {
	if (/^(TSDeclareFunction|FunctionDeclaration|ArrowFunctionExpression|FunctionExpression)$/.test(node.type)) return node;
	const made = node.init?.callee?.name === 'forwardRef' ? node.init.arguments[0] : node.init;
	return made && /Function/.test(made.type) ? made : null;
}

/** @param {any} node @param {any} called @param {string} name @param {string} file @returns {Kind} */
function kindOf(node, called, name, file) {
	if (node.type === 'ClassDeclaration') return 'class';
	if (!called) return node.type === 'VariableDeclarator' ? 'value' : 'type';
	if (/^use[A-Z]/.test(name)) return 'hook';
	return /^[A-Z]/.test(name) && file.endsWith('.tsx') ? 'component' : 'function';
}

/** Whether the function throws by itself, functions in it aside. @param {any} node @returns {boolean} */
function throwsItself(node) {
	if (!node || typeof node !== 'object') return false;
	if (node.type === 'ThrowStatement') return true;
	if (/Function/.test(node.type ?? '')) return false;
	return Object.values(node).some((part) => (Array.isArray(part) ? part.some(throwsItself) : throwsItself(part)));
}
