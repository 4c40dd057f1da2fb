import fc from 'fast-check';
import { Pool } from 'pg';
import { describe, expect, it } from 'vitest';
import { memoryBackend } from '../../src/backends/memory';
import { type PostgresQuery, postgresBackend, postgresSchema } from '../../src/backends/postgres';
import type { Customer, CustomerBackend, CustomerPage } from '../../src/server';
import { type Ask, mount, refusal } from '../http/request';
import { openPglite } from '../pglite';
import { findPostgres } from '../postgresServer';
import { runs } from './runs';

/** A tenant's customer, as it should be. */
interface Known {
	id: string;
	email: string;
	name: string;
	etag: string;
}

interface Tenant {
	scope: string;
	/** Stands in every name of this tenant, and in none of the other. */
	mark: string;
	/** In the order in which they were made. */
	customers: Known[];
	/** What the keys that were used said first. */
	answers: Map<string, { input: string; status: number; text: string }>;
	/** The first page's cursor of each list that had another. */
	cursors: Map<string, string>;
}

type Model = readonly [Tenant, Tenant];

/** The handler, asked as a tenant is; no answer has a byte of the other. */
class Real {
	readonly ask: (at: number, path: string, ask?: Ask) => Promise<{ response: Response; text: string }>;

	constructor(backend: CustomerBackend, model: Model) {
		const { ask } = mount({
			backend,
			authorize: (request) => ({ allow: true, scope: request.headers.get('x-scope') ?? '', actor: 'one' }),
		});
		this.ask = async (at, path, { headers, ...rest } = {}) => {
			const response = await ask(path, { ...rest, headers: { ...headers, 'X-Scope': model[at]!.scope } });
			const text = await response.clone().text();
			const other = model[1 - at]!;
			const shown = text + JSON.stringify([...response.headers]);
			for (const byte of [other.mark, other.scope, ...other.customers.map(({ id }) => id)]) expect(shown).not.toContain(byte);
			return { response, text };
		};
	}
}

type Command = fc.AsyncCommand<Model, Real> & fc.WithToStringMethod;

let made = 0;

/** A step of one tenant, in a line that tells it where a run has failed. */
function command(what: string, run: (model: Model, real: Real) => Promise<unknown>): Command {
	return {
		check: () => true,
		run: async (model, real) => {
			await run(model, real);
		},
		toString: () => what,
		[fc.toStringMethod]: () => what,
	};
}

const shows = ({ id, email, name }: Customer) => ({ id, email, name });
const rows = (customers: readonly Known[]) => customers.map(({ id, email, name }) => ({ id, email, name }));
const emails = ['one@example.com', 'two@example.com', 'three@example.com', 'four@example.com', 'five@example.com', 'six@example.com'];
const names = ['Anna', 'Arun', 'Łukasz', '王伟'];
const by = (key: 'email' | 'name') => (a: Known, b: Known) => (fold(a[key]) < fold(b[key]) ? -1 : 1);
const fold = (text: string) => text.toLowerCase().replace('ł', 'l');
const orders: Record<string, (customers: readonly Known[]) => Known[]> = {
	created: (all) => [...all],
	'-created': (all) => all.toReversed(),
	name: (all) => all.toSorted(by('name')),
	'-name': (all) => all.toSorted(by('name')).reverse(),
	email: (all) => all.toSorted(by('email')),
	'-email': (all) => all.toSorted(by('email')).reverse(),
};

const at = fc.constantFrom(0, 1);
const nth = fc.nat({ max: 7 });
const key = fc.option(fc.constantFrom('k1', 'k2', 'k3'), { freq: 2 });

const create = fc.record({ at, email: fc.constantFrom(...emails), name: fc.constantFrom(...names), key }).map((made) =>
	command(`create ${JSON.stringify(made)}`, async (model, real) => {
		const tenant = model[made.at]!;
		const input = { email: made.email, name: nameOf(tenant, made.name) };
		await keyed(tenant, made.key, `create ${made.email} ${made.name}`, real, made.at, '/', { json: input }, async (response, text) => {
			const { customer, outcome } = JSON.parse(text) as { customer: Customer; outcome: string };
			const former = tenant.customers.find(({ email }) => email === made.email);
			expect([response.status, outcome]).toEqual(former ? [200, 'existing'] : [201, 'created']);
			expect(shows(customer)).toEqual(former ? rows([former])[0] : { id: customer.id, ...input });
			if (!former) tenant.customers.push({ ...shows(customer), etag: response.headers.get('etag') } as Known);
		});
	}),
);

const edit = fc
	.record({
		at,
		nth,
		change: fc.oneof(fc.record({ email: fc.constantFrom(...emails) }), fc.record({ name: fc.constantFrom(...names) })),
		stale: fc.boolean(),
		key,
	})
	.map((made) =>
		command(`edit ${JSON.stringify(made)}`, async (model, real) => {
			const tenant = model[made.at]!;
			const customer = tenant.customers[made.nth];
			if (!customer) return;
			const json = 'name' in made.change ? { name: nameOf(tenant, made.change.name) } : made.change;
			const ask: Ask = { method: 'PATCH', json, headers: { 'If-Match': made.stale ? '"0"' : customer.etag } };
			const what = `edit ${customer.id} ${JSON.stringify(made.change)}`;
			await keyed(tenant, made.key, what, real, made.at, `/${customer.id}`, ask, async (response, text) => {
				const taken = tenant.customers.some((other) => other !== customer && 'email' in json && other.email === json.email);
				if (made.stale) return expect(await refusal(response)).toBe('412 version_conflict');
				if (taken) return expect(await refusal(response)).toBe('409 email_exists');
				expect(response.status).toBe(200);
				Object.assign(customer, json, { etag: response.headers.get('etag') });
				expect(shows(JSON.parse(text))).toEqual(rows([customer])[0]);
			});
		}),
	);

/** Names are a tenant's own, and no two are the same. */
function nameOf({ mark }: Tenant, name: string): string {
	return `${name} ${mark} ${++made}`;
}

/** A write under a key, or none: the key's first answer comes again for the same input, and a refusal for another. */
async function keyed(
	tenant: Tenant,
	key: string | null,
	input: string,
	real: Real,
	at: number,
	path: string,
	ask: Ask,
	done: (response: Response, text: string) => Promise<unknown>,
): Promise<void> {
	const place = `${ask.method ?? 'POST'} ${path} ${key}`;
	const former = key === null ? undefined : tenant.answers.get(place);
	const again = former?.input === input;
	const json = again ? JSON.parse(former.text).sent : ask.json;
	const { response, text } = await real.ask(at, path, {
		...ask,
		json,
		headers: { ...ask.headers, ...(key !== null && { 'Idempotency-Key': key }) },
	});
	if (former && !again) return void expect(await refusal(response)).toBe('422 idempotency_key_reused');
	if (former) return void expect([response.status, answerOf(text)]).toEqual([former.status, JSON.parse(former.text).told]);
	await done(response, text);
	// A refusal of the backend's own is kept too; that of a stale version is not.
	if (key !== null && response.status !== 412)
		tenant.answers.set(place, { input, status: response.status, text: JSON.stringify({ sent: ask.json, told: answerOf(text) }) });
}

/** What is the same when it is answered again: of a problem, all but the request's own id. */
function answerOf(text: string): unknown {
	const { requestId: _, ...answer } = JSON.parse(text);
	return answer;
}

const get = fc.record({ at, nth }).map((made) =>
	command(`get ${JSON.stringify(made)}`, async (model, real) => {
		const customer = model[made.at]!.customers[made.nth];
		if (!customer) return;
		const { response, text } = await real.ask(made.at, `/${customer.id}`);
		expect([response.headers.get('etag'), shows(JSON.parse(text))]).toEqual([customer.etag, rows([customer])[0]]);
	}),
);

const getForeign = fc.record({ at, nth, edits: fc.boolean() }).map((made) =>
	command(`get or edit the other's ${JSON.stringify(made)}`, async (model, real) => {
		const foreign = model[1 - made.at]!.customers[made.nth];
		if (!foreign) return;
		const ask: Ask = made.edits ? { method: 'PATCH', json: { name: 'Mine' }, headers: { 'If-Match': foreign.etag } } : {};
		const { response } = await real.ask(made.at, `/${foreign.id}`, ask);
		expect(await refusal(response)).toBe('404 not_found');
	}),
);

const walk = fc.record({ at, sort: fc.constantFrom(...Object.keys(orders)), limit: fc.constantFrom(1, 2, 100) }).map((made) =>
	command(`walk ${JSON.stringify(made)}`, async (model, real) => {
		const tenant = model[made.at]!;
		const found: Customer[] = [];
		let after = '';
		do {
			const { text } = await real.ask(made.at, `?sort=${made.sort}&limit=${made.limit}&total=exact${after && `&after=${after}`}`);
			const page = JSON.parse(text) as CustomerPage;
			expect(page.total?.value).toBe(tenant.customers.length);
			found.push(...page.data);
			after = page.next ?? '';
			if (after) tenant.cursors.set(`sort=${made.sort}&limit=${made.limit}&total=exact`, after);
		} while (after);
		expect(found.map(shows)).toEqual(rows(orders[made.sort]!(tenant.customers)));
	}),
);

const foreignCursor = at.map((at) =>
	command(`page on with the other's cursor, ${at}`, async (model, real) => {
		for (const [request, cursor] of model[1 - at]!.cursors) {
			const { response } = await real.ask(at, `?${request}&after=${cursor}`);
			expect(await refusal(response)).toBe('400 invalid_cursor');
		}
	}),
);

const search = fc.record({ at, name: fc.constantFrom(...names), whose: fc.constantFrom(0, 1), byEmail: fc.boolean() }).map((made) =>
	command(`search ${JSON.stringify(made)}`, async (model, real) => {
		const tenant = model[made.at]!;
		const query = made.byEmail ? 'example.com' : `${fold(made.name)} ${model[made.whose]!.mark}`;
		const { text } = await real.ask(made.at, '/search', { json: { query, sort: 'email', limit: 100 } });
		const wanted = tenant.customers.filter(({ name }) => made.byEmail || (made.whose === made.at && name.startsWith(made.name)));
		expect((JSON.parse(text) as CustomerPage).data.map(shows)).toEqual(rows(orders.email!(wanted)));
	}),
);

const exported = at.map((at) =>
	command(`export ${at}`, async (model, real) => {
		const tenant = model[at]!;
		const request = { request: { sort: 'created', limit: 2 }, format: 'csv', mode: 'data', columns: ['id', 'email', 'name'] };
		const { text } = await real.ask(at, '/export', { json: request });
		const lines = tenant.customers.map(({ id, email, name }) => [id, email, name].join(','));
		expect(text).toBe(['id,email,name', ...lines, ''].join('\r\n'));
	}),
);

// Long ones: of few steps, most find nobody there.
const steps = fc.array(fc.oneof(create, create, create, edit, edit, get, getForeign, walk, foreignCursor, search, exported), {
	minLength: 25,
	maxLength: 60,
});

let run = 0;

/** Whatever two tenants do, in whichever order, each sees what it did itself, and no byte of the other. */
async function keepApart(backendOf: () => CustomerBackend, numRuns: number): Promise<void> {
	await fc.assert(
		fc.asyncProperty(steps, async (commands) => {
			run++;
			const tenant = (scope: string, mark: string): Tenant => ({
				scope: `${scope}-${run}`,
				mark,
				customers: [],
				answers: new Map(),
				cursors: new Map(),
			});
			const model: Model = [tenant('left', 'Alef'), tenant('right', 'Beth')];
			await fc.asyncModelRun(() => ({ model, real: new Real(backendOf(), model) }), commands);
		}),
		{ numRuns },
	);
}

describe('two tenants who do whatever they like', () => {
	it('in memory', async () => {
		let time = 0;
		const now = () => new Date(Date.UTC(2026, 0, 1) + time++);
		await keepApart(() => memoryBackend({ now }), runs(20));
	});

	it('in Postgres embedded as PGlite', async () => {
		const database = await openPglite();
		await keepApart(() => postgresBackend({ query: database.query.bind(database) }), runs(5));
		await database.close();
	});

	const startServer = findPostgres();

	it.runIf(startServer)('in Postgres on a server', async () => {
		const server = await startServer!();
		const pool = new Pool({ connectionString: server.connectionString, max: 4 });
		await pool.query(postgresSchema);
		const query = pool.query.bind(pool) as PostgresQuery;
		await keepApart(() => postgresBackend({ query }), runs(5));
		await pool.end();
		await server.stop();
	});
});
