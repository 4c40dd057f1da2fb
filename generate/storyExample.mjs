// A module that can be pasted into a host: pieces of the stories, with all that these use, and imports by the package's doors.
import { bare, boundNames, eachName, eachNode } from './storyModule.mjs';

/** @typedef {import('./storyValues.mjs').Piece} Piece @typedef {import('./storyValues.mjs').Place} Place */

export class StoryExample {
	/** @type {Map<string, Map<string, boolean>>} what is imported by module, and whether as a type */
	#imports = new Map();
	/** @type {string[]} */
	#statements = [];
	/** @type {Map<string, string>} where each name of the example comes from */
	#taken = new Map();

	/** @param {import('./storyValues.mjs').StoryValues} values */
	constructor(values) {
		this.values = values;
	}

	/** @param {string} from @param {string} name @param {{ as?: string, isType?: boolean }} [how] */
	import(from, name, { as = name, isType = false } = {}) {
		const { name: own, isNew } = this.#take(as, `${from}:${name}`);
		const names = this.#imports.get(from) ?? new Map();
		if (isNew) this.#imports.set(from, names.set(name === '*' ? `* as ${own}` : own === name ? name : `${name} as ${own}`, isType));
		return own;
	}

	/** A statement at the top of the example. @param {string} name @param {string} text */
	declare(name, text) {
		if (this.#take(name, text).isNew) this.#statements.push(text);
	}

	/**
	 * The text of a piece, with what it uses brought along.
	 * @param {Piece} piece
	 * @param {(node: any) => string | undefined} [instead] what stands for a node of it
	 */
	write({ node, place }, instead = () => undefined) {
		/** @type {{ start: number, end: number, text: string }[]} */
		const edits = [];
		eachNode(node, (part) => {
			const text = instead(part);
			if (text === undefined) edits.push(...withoutSpy(part, place));
			else edits.push({ start: part.start, end: part.end, text });
		});
		// The innermost first, so that what is around them takes them along.
		const outermost = edits.filter((edit) => !edits.some((other) => other !== edit && other.start <= edit.start && edit.end <= other.end));
		const left = (/** @type {any} */ { start, end }) => outermost.every((edit) => end <= edit.start || start >= edit.end);
		const shorthands = new Set();
		eachNode(node, (part) => part.type === 'Property' && part.shorthand && shorthands.add(part.value));
		eachName(node, (identifier) => {
			const name = left(identifier) ? this.#need(identifier.name, place) : identifier.name;
			if (name === identifier.name) return;
			const text = shorthands.has(identifier) ? `${identifier.name}: ${name}` : name;
			outermost.push({ start: identifier.start, end: identifier.start + identifier.name.length, text });
		});
		let text = place.module.text.slice(node.start, node.end);
		for (const edit of outermost.toSorted((a, b) => b.start - a.start)) {
			text = text.slice(0, edit.start - node.start) + edit.text + text.slice(edit.end - node.start);
		}
		return dedent(text, place.module.text, node.start);
	}

	/** @param {string} last the component */
	print(last) {
		const order = (/** @type {string} */ from) => (from === 'react' ? 0 : from.startsWith('proyecta-customers') ? 2 : 1);
		const modules = [...this.#imports].sort(([a], [b]) => order(a) - order(b) || a.localeCompare(b));
		const imports = modules.flatMap(([from, names]) => {
			const all = [...names];
			const apart = all.filter(([name]) => name.startsWith('*')).map(([name]) => `import ${name} from '${from}';`);
			const rest = all.filter(([name]) => !name.startsWith('*')).sort(([a], [b]) => a.localeCompare(b));
			const onlyTypes = rest.every(([, isType]) => isType);
			const list = rest.map(([name, isType]) => (isType && !onlyTypes ? `type ${name}` : name)).join(', ');
			return [...apart, ...(list ? [`import ${onlyTypes ? 'type ' : ''}{ ${list} } from '${from}';`] : [])];
		});
		const text = [[...imports, "import 'proyecta-customers/styles.css';"].join('\n'), ...this.#statements, last].join('\n\n');
		return `${text.replace(/^\t+/gm, (tabs) => '  '.repeat(tabs.length))}\n`;
	}

	/**
	 * A name of its own for each thing, and whether it is new here.
	 * @param {string} wanted @param {string} origin @returns {{ name: string, isNew: boolean }}
	 */
	#take(wanted, origin) {
		for (let at = 1; ; at++) {
			const name = at === 1 ? wanted : `${wanted}${at}`;
			const before = this.#taken.get(name);
			if (before === undefined) this.#taken.set(name, origin);
			if (before === undefined || before === origin) return { name, isNew: before === undefined };
		}
	}

	/** What a name of a place is called in the example. @param {string} name @param {Place} place @returns {string} */
	#need(name, place) {
		const given = place.given.get(name);
		if (given) return this.#needGiven(name, given, place);
		const named = place.module.names.get(name);
		if (!named) return name;
		if (named.kind === 'import') {
			if (named.from.startsWith('./')) return this.#need(named.imported, this.values.openFrom(place, named.from));
			return this.import(doorOf(named.from, place), named.imported, { as: name, isType: named.isType });
		}
		const { statement } = named;
		const taken = boundNames(statement.declarations?.[0]?.id ?? statement.id).map((each) => ({
			each,
			...this.#take(each, `${place.module.file}:${statement.start}:${each}`),
		}));
		if (taken.some(({ isNew }) => isNew))
			this.#statements.push(this.write({ node: statement, place: { module: place.module, given: new Map() } }));
		return taken.find(({ each }) => each === name)?.name ?? name;
	}

	/** What a function that makes stories was called with. @param {string} name @param {any} given @param {Place} place @returns {string} */
	#needGiven(name, given, place) {
		const node = bare(given.node);
		if (node?.type === 'Identifier') return this.#need(node.name, given.place);
		const { name: own, isNew } = this.#take(name, `${given.place.module.file}:${node?.start ?? name}`);
		if (!isNew) return own;
		const annotation = given.annotation ? this.write({ node: given.annotation, place }) : '';
		if (!node) {
			this.#statements.push(`const ${own}${annotation && `${annotation} | undefined`} = undefined;`);
			return own;
		}
		const text = this.write({ node: given.node, place: given.place });
		this.#statements.push(`const ${own}${annotation} = ${text};`);
		return own;
	}
}

/** What a host writes where a story listens: nothing, or what is done beside. @param {any} node @param {Place} place */
function withoutSpy(node, place) {
	if (node.type !== 'CallExpression' || node.callee.name !== 'fn') return [];
	const named = place.module.names.get('fn');
	if (named?.kind !== 'import' || named.from !== 'storybook/test') return [];
	const [spied] = node.arguments;
	if (!spied) return [{ start: node.start, end: node.end, text: '() => {}' }];
	return [
		{ start: node.start, end: spied.start, text: '' },
		{ start: spied.end, end: node.end, text: '' },
	];
}

/** @param {string} from @param {Place} place */
function doorOf(from, place) {
	const [, door] = from.match(/^\.\.\/src\/(.*)$/) ?? [];
	if (door) return door === 'index' ? 'proyecta-customers' : `proyecta-customers/${door}`;
	if (/storybook|vitest/.test(from)) throw new Error(`${place.module.file}: a host has no ${from}`);
	return from;
}

/** Lines as if the first one began at the edge. @param {string} text @param {string} source @param {number} start */
function dedent(text, source, start) {
	const [indent = ''] = source.slice(source.lastIndexOf('\n', start - 1) + 1).match(/^\t*/) ?? [];
	return indent ? text.replaceAll(`\n${indent}`, '\n') : text;
}
