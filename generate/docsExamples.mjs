// The `@example`s of the doors as files that a compiler can check: what an example uses is imported for it.
import { relative } from 'node:path';
import { readSource } from './sources.mjs';

/** Names that examples use without saying where they come from, by the module that they come from. */
const outside = {
	react: ['useState', 'useEffect', 'useRef'],
	'@tanstack/react-query': ['QueryClient', 'HydrationBoundary', 'dehydrate', 'useQuery', 'useQueryClient'],
	vitest: ['it'],
};

/** What stands for the host's own things in examples. */
const host = 'test/docs/host.ts';

/**
 * @param {readonly import('./publicApi.mjs').Declaration[]} api
 * @returns {{ name: string, text: string }[]} one file an example, to be written two folders below node_modules
 */
export function exampleFiles(api) {
	return api.flatMap(({ name, doc, doors, file }) =>
		(doc?.tags ?? [])
			.filter((tag) => tag.name === 'example')
			.map(({ text }, at) => ({
				name: `${doors[0]?.replace(/\W+/g, '.') ?? file}.${name}${at || ''}.tsx`,
				text: `${importsFor(api, doors, text).join('\n')}\n${wrapped(text)}\n`,
			})),
	);
}

/**
 * What an example uses without importing it, from the doors and from the host's own things.
 *
 * @param {readonly import('./publicApi.mjs').Declaration[]} api
 * @param {readonly string[]} doors where it is looked for first
 * @param {string} text
 * @returns {string[]} to stand in a file two folders below node_modules
 */
export function importsFor(api, doors, text) {
	const used = new Set(text.match(/[A-Za-z]\w*/g));
	const own = new Set(
		[...text.matchAll(/\b(?:const|let|function|class|type|import)\s+(\w+|[{[][^=]*[}\]])/g)].flatMap(
			([, names = '']) => names.match(/\w+/g) ?? [],
		),
	);
	const wanted = [...used].filter((name) => !own.has(name));
	const from = (/** @type {string} */ module, /** @type {string[]} */ names) =>
		names.length ? [`import { ${names.join(', ')} } from '${module}';`] : [];
	const places = new Map();
	for (const name of wanted) {
		const door = doorOf(api, doors, name);
		if (door) places.set(door, [...(places.get(door) ?? []), name]);
		else if (readSource(host).exports.has(name)) places.set(host, [...(places.get(host) ?? []), name]);
	}
	return [
		...[...places].flatMap(([file, names]) => from(relative('node_modules/.cache/examples', file).replace(/\.tsx?$/, ''), names)),
		...Object.entries(outside).flatMap(([module, names]) =>
			from(
				module,
				names.filter((name) => wanted.includes(name)),
			),
		),
	];
}

/** The door that the example's own name comes from, where it has the name too; else the first that has it. */
function doorOf(/** @type {any[]} */ api, /** @type {readonly string[]} */ doors, /** @type {string} */ name) {
	const offered = api.find((declaration) => declaration.name === name)?.doors ?? [];
	return offered.find((/** @type {string} */ door) => doors.includes(door)) ?? offered[0];
}

/** Statements as they stand in a component or a handler; a module as it is. @param {string} text */
function wrapped(text) {
	const code = text.replace(/^```\w*\n|\n```$/g, '');
	if (/^(import|export) /m.test(code)) return code;
	return `export async function example() {\n${code}\n}`;
}
