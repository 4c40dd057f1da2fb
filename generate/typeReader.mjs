// Collects what a declaration has for members, which types those use, and whose members it has besides.
import { docBefore, lineOf } from './sources.mjs';

/** @typedef {import('./publicApi.mjs').Member} Member */

export class TypeReader {
	/** @type {Member[]} */
	members = [];
	/** @type {string[]} */
	references = [];
	/** @type {import('./publicApi.mjs').Declaration['inherited']} */
	inherited = [];

	/** @param {import('./sources.mjs').Source} source */
	constructor(source) {
		this.source = source;
	}

	/** @param {any} node @returns {string} on one line, without the colon before it */
	textOf(node) {
		return node ? this.source.text.slice(node.start, node.end).replace(/^:\s*/, '').replace(/\s+/g, ' ') : '';
	}

	/** @param {any} node an interface or a type alias */
	readDeclaration(node) {
		this.#refer(node);
		for (const base of node.extends ?? []) this.#inherit(base.expression.name, base);
		for (const member of node.body?.body ?? []) this.#readMember(member, '');
		this.#readType(node.typeAnnotation, '');
	}

	/** @param {any} node */
	readClass(node) {
		for (const member of node.body.body) {
			if (member.kind === 'constructor') this.#refer(member.value.params);
			if (member.type !== 'PropertyDefinition' || member.override) continue;
			this.#refer(member.typeAnnotation);
			this.#readMember(member, '');
		}
	}

	/** @param {any} node a constant; the functions in an object are its members */
	readValue(node) {
		this.#refer(node.id.typeAnnotation);
		const value = /^TS(Satisfies|As)Expression$/.test(node.init?.type) ? node.init.expression : node.init;
		if (node.id.typeAnnotation || value?.type !== 'ObjectExpression') return;
		for (const property of value.properties) {
			if (!/Function/.test(property.value?.type ?? '')) continue;
			const { params, returnType } = property.value;
			this.#refer(params);
			const returns = this.textOf(returnType);
			this.#add(property.key.name, property, { kind: 'call', returns, type: this.#signature(params, returns) });
		}
	}

	/** @param {any} node a function */
	readFunction(node) {
		this.#refer(node.params);
		this.#refer(node.returnType);
	}

	/** @param {any} parameter @returns {{ name: string, type: string }} */
	parameter(parameter) {
		const node = parameter.left ?? parameter;
		return { name: node.name ?? 'options', type: this.textOf(node.typeAnnotation) };
	}

	/** Remembers every type that is named somewhere in a node. @param {any} node */
	#refer(node) {
		if (!node || typeof node !== 'object') return;
		if (/^TS(TypeReference|InterfaceHeritage|ClassImplements|TypeQuery)$/.test(node.type)) {
			const { name } = node.typeName ?? node.expression ?? node.exprName;
			if (name && !this.references.includes(name)) this.references.push(name);
		}
		for (const part of Object.values(node)) {
			if (Array.isArray(part)) for (const each of part) this.#refer(each);
			else this.#refer(part);
		}
	}

	/** @param {string} name @param {any} node @param {Partial<Member>} rest */
	#add(name, node, rest) {
		const doc = docBefore(this.source, node.start);
		const other = this.members.find((member) => member.name === name && (member.kind === 'literal') === (rest.kind === 'literal'));
		// The variants of a union share a member's sentence.
		if (other) {
			other.doc ??= doc;
			return;
		}
		const line = lineOf(this.source, node.start);
		this.members.push({ name, line, doc, optional: node.optional === true, type: '', kind: 'property', returns: '', ...rest });
	}

	/** @param {any} member of a type literal, an interface or a class @param {string} prefix */
	#readMember(member, prefix) {
		if (member.type === 'TSIndexSignature') return;
		const name = `${prefix}${member.key?.name ?? member.key?.value ?? '()'}`;
		const type = member.typeAnnotation?.typeAnnotation;
		const isProperty = member.type === 'TSPropertySignature' || member.type === 'PropertyDefinition';
		if (isProperty) {
			this.#add(name, member, { type: this.textOf(type), returns: this.textOf(type?.returnType?.typeAnnotation) });
			this.#readType(type, `${name}.`);
		} else {
			const returns = this.textOf(member.returnType);
			this.#add(name, member, { kind: 'call', returns, type: this.#signature(member.params, returns) });
		}
	}

	/** @param {any[]} params @param {string} returns */
	#signature(params, returns) {
		return `(${params.map((param) => this.textOf(param)).join(', ')})${returns && ` => ${returns}`}`;
	}

	/** @param {any} node @param {string} prefix */
	#readType(node, prefix) {
		if (!node) return;
		if (node.type === 'TSTypeLiteral') for (const member of node.members) this.#readMember(member, prefix);
		for (const part of node.types ?? []) this.#readType(part, prefix);
		if (node.type === 'TSParenthesizedType' || node.type === 'TSTypeOperator') this.#readType(node.typeAnnotation, prefix);
		if (node.type === 'TSArrayType') this.#readType(node.elementType, prefix);
		if (prefix !== '') return;
		if (node.type === 'TSTypeReference') this.#inherit(node.typeName.name, node);
		if (node.type === 'TSLiteralType' && typeof node.literal.value === 'string') this.#add(node.literal.value, node, { kind: 'literal' });
	}

	/** @param {string} name @param {any} node */
	#inherit(name, node) {
		const [first, keys] = node.typeArguments?.params ?? [];
		const literals = [keys, ...(keys?.types ?? [])].map((key) => key?.literal?.value).filter((key) => typeof key === 'string');
		if (!/^(Omit|Pick|Partial|Required|Readonly)$/.test(name)) this.inherited.push({ name, only: null, omitted: [] });
		else if (first?.type === 'TSTypeReference') {
			const only = name === 'Pick' ? literals : null;
			this.inherited.push({ name: first.typeName.name, only, omitted: name === 'Omit' ? literals : [] });
		}
	}
}
