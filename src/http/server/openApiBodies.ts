// The schema of a body, found by asking the check that the handler runs: which keys it looks for, what it takes there, and what it refuses.
import { maxCursorLength } from '../../contract/listRequest';
import { pointer } from '../protocol/pointer';
import { BodyChecks, countryPattern, instantPattern, namePattern } from './bodyChecks';
import { type Schema, withValue } from './openApiSchema';

/** Reads a body as the handler does. What is wrong is in `checks`, in what it returns, or in what it throws. */
export type Check = (body: unknown, checks: BodyChecks) => unknown;

interface Errors {
	errors: readonly { pointer: string; code: string }[];
}

type Keys = readonly (string | number)[];

/** What was looked for at a place: its schema, as far as the call says it, and a value that may pass. */
interface Looked {
	schema: Schema;
	sample?: unknown;
	known?: readonly string[];
	words?: readonly string[];
}

/** Does what the handler's checks do, and takes note of it. */
class ListeningChecks extends BodyChecks {
	readonly looked = new Map<string, Looked>();

	#note(at: Keys, looked: Looked) {
		this.looked.set(pointer(...at), looked);
	}

	override object<K extends string>(value: unknown, known: readonly K[], at: Keys = []) {
		this.#note(at, { schema: { type: 'object', additionalProperties: false }, known });
		return super.object(value, known, at);
	}

	override text(value: unknown, at: Keys, max: number) {
		this.#note(at, { schema: { type: 'string', maxLength: max, pattern: '^[^\\u0000\\p{Cs}]*$' }, sample: 'a' });
		return super.text(value, at, max);
	}

	override name(value: unknown, at: Keys) {
		this.#note(at, { schema: { type: 'string', pattern: namePattern.source }, sample: 'a' });
		return super.name(value, at);
	}

	override instant(value: unknown, at: Keys) {
		const description = 'A date, or an instant with its zone.';
		this.#note(at, { schema: { type: 'string', pattern: instantPattern.source, description }, sample: '2026-01-01' });
		return super.instant(value, at);
	}

	override cursor(value: unknown, at: Keys) {
		const description = 'A cursor of an answer to the same request.';
		this.#note(at, { schema: { type: 'string', minLength: 1, maxLength: maxCursorLength, description }, sample: 'a' });
		return super.cursor(value, at);
	}

	override country(value: unknown, at: Keys) {
		this.#note(at, { schema: { type: 'string', pattern: countryPattern.source, description: 'ISO 3166-1 alpha-2.' }, sample: 'IN' });
		return super.country(value, at);
	}

	override link(value: unknown, allowed: (value: string) => string | null, at: Keys) {
		const description = 'A path, or a URL of the same origin or of one of `returnOrigins`.';
		this.#note(at, { schema: { type: 'string', description }, sample: '/' });
		return super.link(value, allowed, at);
	}

	override oneOf<T extends string>(value: unknown, words: readonly T[], at: Keys) {
		this.#note(at, { schema: { type: 'string' }, sample: words[0], words });
		return super.oneOf(value, words, at);
	}

	override integer(value: unknown, min: number, max: number, at: Keys) {
		this.#note(at, { schema: { type: 'integer', minimum: min, maximum: max }, sample: min });
		return super.integer(value, min, max, at);
	}

	override array(value: unknown, min: number, max: number, at: Keys) {
		this.#note(at, { schema: { type: 'array', minItems: min, maxItems: max } });
		return super.array(value, min, max, at);
	}
}

/** Values for fields that are looked at by the rules of customers alone. */
const customerSamples: Record<string, string> = {
	id: 'cus_a',
	email: 'a@example.com',
	phone: '+919876543210',
	state: 'KA',
	postal_code: '560001',
	country: 'IN',
};

/** One check, asked until it shows nothing new. */
class Asking {
	readonly #check: Check;
	#looked = new Map<string, Looked>();

	constructor(check: Check) {
		this.#check = check;
	}

	async errors(body: unknown): Promise<Errors['errors']> {
		const checks = new ListeningChecks();
		let said: unknown;
		try {
			said = await this.#check(body, checks);
		} catch (thrown) {
			said = thrown;
		}
		for (const [at, looked] of checks.looked) if (!this.#looked.has(at)) this.#looked.set(at, looked);
		return [...checks.errors, ...((said as Errors | undefined)?.errors ?? [])];
	}

	async learn(): Promise<void> {
		for (let known = -1; known < this.#looked.size; ) {
			known = this.#looked.size;
			await this.errors(this.sample(''));
		}
	}

	at(place: string): Looked | undefined {
		return this.#looked.get(place);
	}

	/** A value with everything in it that is looked for below a place; an empty object where it is not known yet. */
	sample(place: string): unknown {
		const looked = this.at(place);
		if (looked?.known) return Object.fromEntries(looked.known.map((key) => [key, this.sample(place + pointer(key))]));
		if (looked?.schema.type === 'array') return [this.sample(`${place}/0`)];
		const key = place.slice(place.lastIndexOf('/') + 1);
		return looked ? looked.sample : (customerSamples[key] ?? (this.#looked.size > 1 ? 'a' : {}));
	}

	/** The least that passes with `start` in it. */
	async least(start: unknown): Promise<unknown> {
		let body = start;
		for (let tries = 0; tries < 20; tries++) {
			const missing = (await this.errors(body)).filter(
				({ pointer: at, code }) => code === 'required' || (code === 'invalid_type' && !has(body, at)),
			);
			if (missing.length === 0) return body;
			for (const { pointer: at } of missing) body = withValue(body, keysOf(at), this.at(at)?.known ? {} : this.#one(at));
		}
		throw new Error('A check asks again and again for what is there.');
	}

	#one(place: string): unknown {
		return this.at(place)?.schema.type === 'array' ? [this.at(`${place}/0`)?.known ? {} : this.sample(`${place}/0`)] : this.sample(place);
	}
}

function keysOf(place: string): string[] {
	return place.split('/').slice(1);
}

function has(body: unknown, place: string): boolean {
	const found = keysOf(place).reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], body);
	return found !== undefined;
}

/**
 * @param check what the handler does with the body
 * @returns what it takes, as a schema
 */
export async function bodySchema(check: Check): Promise<Schema> {
	const asking = new Asking(check);
	await asking.learn();
	return schemaAt(asking, '', await asking.least({}));
}

async function schemaAt(asking: Asking, place: string, base: unknown): Promise<Schema> {
	const keys = keysOf(place);
	const takes = async (value: unknown) => (await asking.errors(withValue(base, keys, value))).every(({ pointer: at }) => at !== place);
	const looked = asking.at(place);
	const nullable = (await takes(null)) && place !== '';
	if (!looked) return { type: nullable ? ['string', 'null'] : 'string' };
	const schema: Schema = { ...looked.schema, ...(nullable && { type: [looked.schema.type as string, 'null'] }) };
	if (looked.words) {
		schema.enum = [];
		for (const word of looked.words) if (await takes(word)) schema.enum.push(word);
	}
	if (schema.type === 'array') {
		schema.items = await schemaAt(asking, `${place}/0`, withValue(base, keys, [asking.sample(`${place}/0`)]));
		const twice = withValue(base, keys, [asking.sample(`${place}/0`), asking.sample(`${place}/0`)]);
		if ((await asking.errors(twice)).some(({ pointer: at }) => at === `${place}/1`)) schema.uniqueItems = true;
	}
	if (looked.known) await describeKeys(asking, place, looked.known, await asking.least(withValue(base, keys, {})), schema);
	return schema;
}

/** The properties of an object, those that it needs, and those that exclude each other. */
async function describeKeys(asking: Asking, place: string, known: readonly string[], base: unknown, schema: Schema): Promise<void> {
	const keys = keysOf(place);
	const errorsOf = async (body: unknown) => new Set((await asking.errors(body)).map(({ pointer: at, code }) => `${at} ${code}`));
	const full = asking.sample(place) as Record<string, unknown>;
	schema.properties = {};
	schema.required = [];
	const optional: string[] = [];
	for (const key of known) {
		const own = place + pointer(key);
		const refused = async (body: unknown) => (await asking.errors(body)).some(({ pointer: at, code }) => at === own && code !== 'required');
		const alone = withValue(base, [...keys, key], full[key]);
		// What is refused alone may pass beside what belongs to it, as a state does beside its country.
		const among = (await refused(alone)) ? withValue(base, keys, full) : alone;
		if (await refused(among)) continue;
		schema.properties[key] = await schemaAt(asking, own, among);
		const without = await asking.errors(withValue(base, [...keys, key], undefined));
		if (without.some(({ pointer: at }) => at === own)) schema.required.push(key);
		else optional.push(key);
	}
	if (schema.required.length === 0) delete schema.required;
	const excluding: Schema[] = [];
	for (const [at, one] of optional.entries()) {
		for (const other of optional.slice(at + 1)) {
			const both = await errorsOf(withValue(withValue(base, [...keys, one], full[one]), [...keys, other], full[other]));
			const apart = new Set([
				...(await errorsOf(withValue(base, [...keys, one], full[one]))),
				...(await errorsOf(withValue(base, [...keys, other], full[other]))),
			]);
			const own = [one, other].map((key) => `${place + pointer(key)} `);
			if ([...both].some((error) => !apart.has(error) && own.some((start) => error.startsWith(start))))
				excluding.push({ required: [one, other] });
		}
	}
	if (excluding.length === 1) schema.not = excluding[0]!;
	else if (excluding.length > 1) schema.not = { anyOf: excluding };
}
