// Finds out what a story is made of without running it: objects, spreads, and functions that make stories of their arguments.
import { dirname, join } from 'node:path';
import { resolveFile } from './sources.mjs';
import { bare, readStoryModule } from './storyModule.mjs';

/**
 * A piece of code, and what the names in it stand for where it is the body of a function that was called.
 * @typedef {{ node: any, place: Place }} Piece
 * @typedef {{ module: import('./storyModule.mjs').StoryModule, given: Map<string, Piece & { annotation: any }> }} Place
 */

export class StoryValues {
	/** @type {Map<string, import('./storyModule.mjs').StoryModule>} */
	#modules = new Map();

	/** @param {string} file below the repository @returns {Place} */
	open(file) {
		const module = this.#modules.get(file) ?? readStoryModule(file);
		this.#modules.set(file, module);
		return { module, given: new Map() };
	}

	/** The module that a relative import of a place names. @param {Place} place @param {string} from */
	openFrom(place, from) {
		const file = resolveFile(place.module.file, from);
		if (!file) throw new Error(`${place.module.file}: cannot find ${join(dirname(place.module.file), from)}`);
		return this.open(file);
	}

	/** What a piece is, followed through names and calls. @param {Piece} piece @returns {Piece} */
	follow({ node: around, place }) {
		const node = bare(around);
		if (node?.type === 'Identifier') return this.#followName(node.name, place) ?? { node, place };
		if (node?.type === 'CallExpression') return this.#followCall(node, place);
		if (node?.type === 'MemberExpression' && !node.computed) return this.#followMember(node, place);
		return { node, place };
	}

	/** The properties of an object, later ones over former ones. @param {Piece | undefined} piece @returns {Map<string, Piece>} */
	properties(piece) {
		/** @type {Map<string, Piece>} */
		const found = new Map();
		if (!piece) return found;
		const { node, place } = this.follow(piece);
		if (node?.type !== 'ObjectExpression') throw new Error(`${place.module.file}: cannot read ${this.textOf(piece)} as an object`);
		for (const property of node.properties) {
			if (property.type === 'SpreadElement') {
				for (const [key, value] of this.properties({ node: property.argument, place })) found.set(key, value);
			} else found.set(property.key.name ?? property.key.value, { node: property.value, place });
		}
		return found;
	}

	/** @param {Piece} piece as it is written */
	textOf({ node, place }) {
		return place.module.text.slice(node.start, node.end);
	}

	/** @param {string} name @param {Place} place @returns {Piece | null} */
	#followName(name, place) {
		const given = place.given.get(name);
		if (given) return this.follow(given);
		const named = place.module.names.get(name);
		if (!named) return null;
		if (named.kind === 'declared') {
			const top = { module: place.module, given: new Map() };
			return named.value && this.follow({ node: named.value, place: top });
		}
		if (!named.from.startsWith('.')) return null;
		return this.#followName(named.imported, this.openFrom(place, named.from));
	}

	/** @param {any} node @param {Place} place @returns {Piece} */
	#followMember(node, place) {
		const object = this.follow({ node: node.object, place });
		const member = object.node?.type === 'ObjectExpression' ? this.properties(object).get(node.property.name) : null;
		return member ? this.follow(member) : { node, place };
	}

	/** @param {any} call @param {Place} place @returns {Piece} */
	#followCall(call, place) {
		const callee = this.follow({ node: call.callee, place });
		const made = /Function/.test(callee.node?.type) ? returned(callee.node) : null;
		const given = new Map(callee.place.given);
		for (const [at, parameter] of (made ? callee.node.params : []).entries()) {
			const { left: target = parameter, right } = parameter.type === 'AssignmentPattern' ? parameter : {};
			const [node, from] = call.arguments[at] ? [call.arguments[at], place] : [right, callee.place];
			// What takes its arguments apart is called as it stands.
			if (target.type !== 'Identifier') return { node: call, place };
			given.set(target.name, { node: node ?? null, place: from, annotation: target.typeAnnotation ?? null });
		}
		if (!made) return { node: call, place };
		return this.follow({ node: made, place: { module: callee.place.module, given } });
	}
}

/** What a function returns where it does nothing else. @param {any} node */
function returned({ body }) {
	if (body.type !== 'BlockStatement') return body;
	const [only, ...others] = body.body;
	return others.length === 0 && only?.type === 'ReturnStatement' ? only.argument : null;
}
