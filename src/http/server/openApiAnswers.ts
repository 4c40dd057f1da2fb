// The schema of an answer, found by asking the decoder that the handler runs over what a backend returns: it is given a value, mended where it
// refuses it until it takes it, then changed place by place; what comes out is what an answer can be.
import { type Schema, withValue } from './openApiSchema';

/** What a refusal of a decoder asks for, with a value that is one. */
const wanted: readonly (readonly [RegExp, unknown, Schema])[] = [
	[/^an object$/, {}, {}],
	[/^an array$/, [undefined], {}],
	[/^a string$/, 'text', {}],
	[/^an ISO 8601 instant$/, '2026-01-01T00:00:00.000Z', { description: 'ISO 8601.' }],
	[/^a boolean$/, true, {}],
	[/^a whole number$/, 1, { minimum: 0 }],
	[/^an (absolute|https) URL$/, 'https://example.com/', { format: 'uri' }],
	[/^an ISO 4217 code$/, 'EUR', { pattern: '^[A-Z]{3}$' }],
];

/** What is put everywhere, to see whether it comes out. */
const others: readonly unknown[] = [undefined, null, false, true, 'other', 2, '2026-02-02T00:00:00.000Z', {}, []];

/** A value that tells which of its places are looked at. */
function watched(value: unknown, path: readonly string[], look: (path: string[]) => void): unknown {
	if (typeof value !== 'object' || value === null) return value;
	return new Proxy(value, {
		get(target, key) {
			const found = Reflect.get(target, key);
			if (typeof key === 'symbol' || (Array.isArray(target) && !/^\d+$/.test(key))) return found;
			look([...path, key]);
			return watched(found, [...path, key], look);
		},
	});
}

/**
 * @param decode a decoder of the protocol
 * @param shown what becomes of what it returns, each as it may leave the handler
 * @returns what can come out
 */
export function answerSchema(decode: (value: unknown) => unknown, shown: (decoded: unknown) => unknown[] = (decoded) => [decoded]): Schema {
	const asked = new Map<string, { words: readonly string[]; schema: Schema }>();
	const looked = new Map<string, string[]>();
	/** Mends a value until the decoder takes it. */
	const mended = (start: unknown): unknown => {
		let value = start;
		for (let tries = 0; tries < 200; tries++) {
			const seen: string[][] = [[]];
			const look = (path: string[]) => {
				seen.push(path);
				looked.set(path.join('/'), path);
			};
			try {
				decode(watched(value, [], look));
				return value;
			} catch (error) {
				const [, place = '', want = ''] = /^(.*) should be (.*)\.$/.exec((error as Error).message) ?? [];
				// What is refused was looked at last, or is named at the end of its place.
				const name = place.split(/[.[\]]+/).findLast(Boolean);
				const last = seen.findLast((path) => path.at(-1) === name) ?? seen.at(-1)!;
				const words = want.startsWith('one of ') ? want.slice(7).split(', ') : [];
				const [, put, schema] = wanted.find(([pattern]) => pattern.test(want)) ?? [null, words[0], {}];
				if (put === undefined) throw error;
				asked.set(last.join('/'), { words, schema });
				value = withValue(value, last, put);
			}
		}
		throw new Error('A decoder refuses whatever it is given.');
	};
	let sample = mended(undefined);
	// What may be absent, and is something when it is there.
	for (const path of looked.values()) {
		if (at(sample, path) !== undefined) continue;
		for (const kind of [{}, [undefined]]) {
			try {
				const with_ = mended(withValue(sample, path, kind));
				if (JSON.stringify(decode(with_)) !== JSON.stringify(decode(sample))) sample = with_;
			} catch {}
		}
	}
	const outputs = [
		sample,
		...[[], ...looked.values()].flatMap((path) => variants(path, asked.get(path.join('/'))?.words ?? [], sample)),
	].flatMap((value) => {
		try {
			return shown(decode(value)).map((output) => JSON.parse(JSON.stringify(output)) as unknown);
		} catch {
			return [];
		}
	});
	return schemaOf(outputs, (path) => asked.get(path.join('/')), []);
}

function at(value: unknown, path: readonly string[]): unknown {
	return path.reduce<unknown>((inside, key) => (inside as Record<string, unknown> | null | undefined)?.[key], value);
}

function variants(path: string[], words: readonly string[], sample: unknown): unknown[] {
	return [...others, ...words].map((other) => withValue(sample, path, other));
}

type AskedAt = (path: string[]) => { words: readonly string[]; schema: Schema } | undefined;

/** What all of these values are. */
function schemaOf(values: readonly unknown[], askedAt: AskedAt, path: string[]): Schema {
	const asked = askedAt(path);
	const parts: Schema[] = [];
	const of = <T>(test: (value: unknown) => value is T) => values.filter(test);
	const objects = of((value): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value));
	if (objects.length > 0) {
		const keys = [...new Set(objects.flatMap((object) => Object.keys(object)))];
		const inside = (key: string) => objects.filter((object) => key in object).map((object) => object[key]);
		parts.push({
			type: 'object',
			additionalProperties: false,
			required: keys.filter((key) => objects.every((object) => key in object)),
			properties: Object.fromEntries(keys.map((key) => [key, schemaOf(inside(key), askedAt, [...path, key])])),
		});
	}
	const arrays = of((value): value is unknown[] => Array.isArray(value));
	if (arrays.length > 0) parts.push({ type: 'array', items: schemaOf(arrays.flat(), askedAt, [...path, '0']) });
	if (of((value) => typeof value === 'string').length > 0)
		parts.push({ type: 'string', ...asked?.schema, ...(asked && asked.words.length > 0 && { enum: [...asked.words] }) });
	if (of((value) => typeof value === 'number').length > 0) parts.push({ type: 'integer', ...asked?.schema });
	const flags = new Set(of((value) => typeof value === 'boolean'));
	if (flags.size > 0) parts.push(flags.size === 2 ? { type: 'boolean' } : { const: [...flags][0] });
	if (values.includes(null)) {
		const [only] = parts;
		if (parts.length !== 1 || typeof only?.type !== 'string' || only.enum) parts.push({ type: 'null' });
		else only.type = [only.type, 'null'];
	}
	return parts.length === 1 ? parts[0]! : { anyOf: parts };
}
