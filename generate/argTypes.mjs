// What Storybook's controls say of each prop, read from the sources as docs/props.md is.
import { allMembers } from './publicApi.mjs';

/** @typedef {import('./publicApi.mjs').Declaration} Declaration @typedef {import('./publicApi.mjs').Member} Member */

/**
 * @typedef {{
 *   name: string, description: string, type: { name: string, required?: boolean },
 *   control: false | { type: string }, options?: (string | number)[],
 *   table: { type: { summary: string, detail?: string }, defaultValue?: { summary: string } },
 * }} ArgType
 */

/**
 * @param {readonly Declaration[]} api
 * @returns {Record<string, { description: string, argTypes: Record<string, ArgType> }>} by component
 */
export function componentArgTypes(api) {
	const components = api.filter(({ kind, doors }) => kind === 'component' && doors.includes('src/index.ts'));
	return Object.fromEntries(
		components.map(({ name, doc, parameters }) => {
			const type = parameters[0]?.type.match(/\w+/g)?.find((each) => typeNamed(api, each));
			const declaration = type && typeNamed(api, type);
			const members = declaration
				? allMembers(declaration, api).filter(({ kind, name: member }) => kind !== 'literal' && !member.includes('.'))
				: [];
			return [
				name,
				{ description: doc?.text ?? '', argTypes: Object.fromEntries(members.map((member) => [member.name, argType(member, api)])) },
			];
		}),
	);
}

/** @param {readonly Declaration[]} api @param {string} name */
function typeNamed(api, name) {
	return api.find((declaration) => declaration.name === name && declaration.kind === 'type');
}

/** @param {Member} member @param {readonly Declaration[]} api @returns {ArgType} */
function argType({ name, optional, type: written, doc }, api) {
	const type = resolved(written, api).replace(/\/\*\*.*?\*\/ /g, '');
	const standard = doc?.tags.find((tag) => tag.name === 'default')?.text ?? (optional ? 'none' : '');
	const { kind, control, options } = controlOf(type, api);
	const detail = [...(type.length > 90 ? [type] : []), detailOf(type, api)].filter(Boolean).join('\n\n');
	return {
		name,
		description: (doc?.text ?? '').replace(/\{@link (\w+)\}/g, '`$1`'),
		type: { name: kind, ...(optional ? {} : { required: true }) },
		control: control && { type: control },
		...(options && { options: inOrderOf(standard, options) }),
		table: {
			type: { summary: type.length > 90 ? `${type.slice(0, 88)}…` : type, ...(detail && { detail }) },
			...(standard && { defaultValue: { summary: standard.replaceAll('`', '') } }),
		},
	};
}

/** As its default has them, which a control for several keeps; others after them. @param {string} standard @param {readonly (string | number)[]} options */
function inOrderOf(standard, options) {
	const place = (/** @type {string | number} */ option) => standard.indexOf(`'${option}'`) >>> 0;
	return standard.includes('[') ? options.toSorted((one, other) => place(one) - place(other)) : [...options];
}

/** What `CustomerTableProps['columns']` stands for. @param {string} type @param {readonly Declaration[]} api @returns {string} */
function resolved(type, api) {
	const [, owner = '', key] = type.match(/^(\w+)\['(\w+)'\]$/) ?? [];
	const declaration = typeNamed(api, owner);
	const member = declaration && allMembers(declaration, api).find(({ name }) => name === key);
	return member ? resolved(member.type, api) : type;
}

/** The texts and numbers that a type consists of; `null` where it has others. @param {string} type @param {readonly Declaration[]} api @returns {(string | number)[] | null} */
function literals(type, api) {
	const parts = type.split('|').map((part) => part.trim());
	const found = parts.map((part) => {
		if (/^'[^']*'$/.test(part)) return [part.slice(1, -1)];
		if (/^-?\d+$/.test(part)) return [Number(part)];
		const declaration = typeNamed(api, part);
		const [, owner] = declaration?.type.match(/^keyof (\w+)$/) ?? [];
		if (owner) return allMembersOf(owner, api).flatMap(({ name }) => (name.includes('.') ? [] : name));
		const members = declaration?.members ?? [];
		return members.length > 0 && members.every(({ kind }) => kind === 'literal') ? members.map(({ name }) => name) : null;
	});
	return found.every((each) => each !== null) ? found.flat() : null;
}

/** @param {string} type @param {readonly Declaration[]} api @returns {{ kind: string, control: string | false, options?: (string | number)[] }} */
function controlOf(type, api) {
	const options = literals(type.replace(/ \| (null|undefined)\b/g, ''), api);
	if (options) return { kind: 'enum', control: 'select', options };
	const [first = ''] = type.split(' | ');
	if (/^(boolean|number|string)$/.test(first)) return { kind: first, control: first === 'string' ? 'text' : first };
	if (first === 'ReactNode') return { kind: 'other', control: 'text' };
	const [, element] = type.match(/^(?:readonly )?\(?([^()]*?)\)?\[\]$/) ?? [];
	if (element !== undefined) {
		const choices = element.split('|').flatMap((part) => literals(part.trim(), api) ?? []);
		return choices.length > 0 ? { kind: 'array', control: 'check', options: choices } : { kind: 'array', control: 'object' };
	}
	if (/=>/.test(type) || /^On[A-Z]|Handler$/.test(type)) return { kind: 'function', control: false };
	const members = allMembersOf(type, api);
	const isData = /^(Partial|Readonly|Record)?[<{]/.test(type) || members.some(({ kind }) => kind === 'property');
	const hasCalls = members.some(({ kind, type: of }) => kind === 'call' || /=>/.test(of));
	return { kind: 'object', control: isData && !hasCalls && members.length < 20 ? 'object' : false };
}

/** @param {string} type @param {readonly Declaration[]} api */
function allMembersOf(type, api) {
	const declaration = typeNamed(api, type.match(/^\w+/)?.[0] ?? '');
	return declaration ? allMembers(declaration, api) : [];
}

/** The members of a type that a prop names. @param {string} type @param {readonly Declaration[]} api */
function detailOf(type, api) {
	const names = [...new Set(type.match(/[A-Z]\w+/g) ?? [])];
	const parts = names.flatMap((name) => {
		const declaration = typeNamed(api, name);
		const members = declaration ? allMembers(declaration, api) : [];
		if (members.length === 0) return [];
		if (members.every(({ kind }) => kind === 'literal')) return [`${name}: ${members.map((member) => `'${member.name}'`).join(' | ')}`];
		const lines = members
			.filter((member) => !member.name.includes('.'))
			.map(({ name: key, optional, type: of }) => `  ${key}${optional ? '?' : ''}: ${of};`);
		return [`${name} {\n${lines.join('\n')}\n}`];
	});
	return parts.join('\n\n');
}
