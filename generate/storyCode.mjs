// What "Show code" shows of a story: a module to paste into a host. Read from the stories as they are written, so that no story says it twice.

import { readdirSync } from 'node:fs';
import { narrowed } from './narrowCode.mjs';
import { StoryExample } from './storyExample.mjs';
import { bare } from './storyModule.mjs';
import { StoryValues } from './storyValues.mjs';

/** @typedef {import('./storyValues.mjs').Piece} Piece */

/**
 * A story as far as it can be known without running it. `code` is `null` where that is not enough; `trouble` says why.
 * @typedef {{ title: string, name: string, component: string | null, args: string[], code: string | null, trouble: string | null }} Told
 */

/** Every story, with its code as wide as a page. @returns {Told[]} */
export function shownStories() {
	const files = readdirSync('stories').filter((file) => file.endsWith('.stories.tsx'));
	const stories = files.flatMap((file) => storiesIn(`stories/${file}`));
	const shown = narrowed(stories.map(({ code }) => code ?? ''));
	return stories.map((story, at) => ({ ...story, code: shown[at] ?? null }));
}

/** @param {string} file below the repository @returns {Told[]} */
export function storiesIn(file) {
	const values = new StoryValues();
	const place = values.open(file);
	const meta = values.properties(metaOf(place));
	const title = meta.get('title')?.node.value;
	const component = meta.get('component')?.node.name ?? null;
	return place.module.program.body.flatMap((/** @type {any} */ { type, declaration }) => {
		const [declared] = (type === 'ExportNamedDeclaration' && declaration?.declarations) || [];
		if (!declared) return [];
		const told = { title, name: declared.id.name, component, args: /** @type {string[]} */ ([]) };
		try {
			const story = values.properties({ node: declared.init, place });
			told.args = [...argsOf(values, meta, story).keys()];
			return { ...told, code: codeOf(values, meta, story), trouble: null };
		} catch (error) {
			return { ...told, code: null, trouble: /** @type {Error} */ (error).message };
		}
	});
}

/** @param {import('./storyValues.mjs').Place} place @returns {Piece} */
function metaOf(place) {
	const exported = place.module.program.body.find((/** @type {any} */ { type }) => type === 'ExportDefaultDeclaration');
	return { node: exported.declaration, place };
}

/** @typedef {Map<string, Piece>} Properties */

/** @param {StoryValues} values @param {Properties} meta @param {Properties} story @param {string} name @returns {Properties} */
function merged(values, meta, story, name) {
	return new Map([...values.properties(meta.get(name)), ...values.properties(story.get(name))]);
}

/** The path of a page is the address's, in a host. @param {StoryValues} values @param {Properties} meta @param {Properties} story */
function argsOf(values, meta, story) {
	const args = merged(values, meta, story, 'args');
	args.delete('path');
	return args;
}

/** @param {StoryValues} values @param {Properties} meta @param {Properties} story */
function codeOf(values, meta, story) {
	const parameters = merged(values, meta, story, 'parameters');
	const source = values.properties(values.properties(parameters.get('docs')).get('source')).get('code');
	if (source) return values.follow(source).node.quasis[0].value.cooked;
	const example = new StoryExample(values);
	const element = elementOf(values, meta, story, example);
	const provider = providerOf(values, parameters, merged(values, meta, story, 'globals'), example);
	return example.print(`export function Example() {\n\treturn (\n${indent(wrapped(provider, element), 2)}\n\t);\n}`);
}

/** @param {StoryValues} values @param {Properties} meta @param {Properties} story @param {StoryExample} example */
function elementOf(values, meta, story, example) {
	const args = argsOf(values, meta, story);
	const component = meta.get('component');
	const render = story.get('render') ?? meta.get('render');
	if (!render) {
		if (!component) throw new Error('there is neither a component nor a render');
		return element(example.write(component), attributesOf(args, example));
	}
	const { node, place } = values.follow(render);
	if (!/Function/.test(node.type) || node.body.type === 'BlockStatement') throw new Error('its render is not a function of one expression');
	const given = node.params[0]?.name;
	const body = bare(node.body);
	let named = false;
	const text = example.write({ node: body, place }, (part) => {
		if (!given) return undefined;
		if (part.type === 'JSXSpreadAttribute' && part.argument.name === given) return attributesOf(args, example).join(' ') || '{...{}}';
		if (part.type === 'JSXExpressionContainer' && part.expression.name === given) {
			named = true;
			return '{props}';
		}
		if (part.type === 'JSXAttribute' && part.value?.expression?.object?.name === given) {
			const arg = args.get(part.value.expression.property.name);
			return arg ? `${part.name.name}={${example.write(arg)}}` : '';
		}
		return undefined;
	});
	if (named && component) {
		example.import('react', 'ComponentProps', { isType: true });
		const fields = [...args].map(([name, piece]) => `\t${name}: ${indent(example.write(piece), 1).trimStart()},`);
		example.declare('props', `const props: ComponentProps<typeof ${example.write(component)}> = {\n${fields.join('\n')}\n};`);
	}
	return body.type.startsWith('JSX') ? text : `{${text}}`;
}

/** @param {Properties} args @param {StoryExample} example @returns {string[]} */
function attributesOf(args, example) {
	return [...args].flatMap(([name, piece]) => {
		const node = bare(piece.node);
		if (node.type === 'Literal' && node.value === true) return name;
		const text = example.write(piece);
		// A spy in place of the vendor's page: a host's button goes there by itself, and nowhere if this was pasted.
		if (name === 'open' && text === '() => {}') return [];
		const plain = node.type === 'Literal' && typeof node.value === 'string' && !/["\\\n]/.test(node.value);
		return plain ? `${name}="${node.value}"` : `${name}={${text}}`;
	});
}

/** What a story asks of the world around it, as attributes of the provider. */
function providerOf(
	/** @type {StoryValues} */ values,
	/** @type {Properties} */ parameters,
	/** @type {Properties} */ globals,
	/** @type {StoryExample} */ example,
) {
	example.import('proyecta-customers', 'CustomersProvider');
	const attributes = ['backend={backend}', 'scope="acme"'];
	const backend = parameters.get('backend');
	example.declare('backend', `const backend = ${backend ? called(backend, values, example) : sample(example)};`);
	const language = globals.get('locale')?.node.value;
	if (language && language !== 'en') {
		example.import(`proyecta-customers/locales/${language}`, language);
		attributes.push(`locale={${language}}`);
	}
	const theme = globals.get('theme')?.node.value;
	return { attributes, theme: theme === 'dark' ? theme : null };
}

/** @param {StoryExample} example */
function sample(example) {
	example.import('proyecta-customers/backends/memory', 'memoryBackend');
	example.import('proyecta-customers/testing', 'sampleCustomers');
	return 'memoryBackend({ customers: sampleCustomers(240) })';
}

/** A function that makes a backend, called. @param {Piece} piece @param {StoryValues} values @param {StoryExample} example */
function called(piece, values, example) {
	const node = bare(piece.node);
	const watched = unwatched(piece, values, example);
	if (watched) return watched;
	const { node: made, place } = values.follow(piece);
	if (/Arrow/.test(made.type) && made.body.type !== 'BlockStatement') return example.write({ node: made.body, place });
	const text = example.write(piece);
	return /Identifier|CallExpression|MemberExpression/.test(node.type) ? `${text}()` : `(${text})()`;
}

/**
 * A store that a test watches, without the watching: what makes it, and what goes wrong; `null` where that hangs on how often it was called.
 * @param {Piece} piece @param {StoryValues} values @param {StoryExample} example @returns {string | null}
 */
function unwatched({ node, place }, values, example) {
	if (node.type !== 'MemberExpression' || node.property.name !== 'backend') return null;
	const store = values.follow({ node: node.object, place });
	if (store.node.callee?.name !== 'watchedStore') return null;
	const [plan, make] = store.node.arguments;
	if (plan?.params?.length > 1) return null;
	const { node: watch, place: home } = values.follow({ node: store.node.callee, place: store.place });
	const made = called(make ? { node: make, place: store.place } : { node: watch.params.at(-1).right, place: home }, values, example);
	if (!plan || plan.name === 'undefined') return made;
	return `${example.import('proyecta-customers/testing', 'withFaults')}(${made}, ${example.write({ node: plan, place: store.place })})`;
}

/** @param {{ attributes: string[], theme: string | null }} provider @param {string} content */
function wrapped({ attributes, theme }, content) {
	const themed = theme ? `<div data-theme="${theme}">\n${indent(content, 1)}\n</div>` : content;
	return `<CustomersProvider ${attributes.join(' ')}>\n${indent(themed, 1)}\n</CustomersProvider>`;
}

/** @param {string} name @param {string[]} attributes */
function element(name, attributes) {
	const line = `<${[name, ...attributes].join(' ')} />`;
	if (line.length <= 90 && !line.includes('\n')) return line;
	return `<${name}\n${attributes.map((each) => indent(each, 1)).join('\n')}\n/>`;
}

/** @param {string} text @param {number} tabs */
function indent(text, tabs) {
	return text.replace(/^(?=.)/gm, '\t'.repeat(tabs));
}
