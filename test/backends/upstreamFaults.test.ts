import { inspect } from 'node:util';
import Stripe from 'stripe';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { postgresBackend } from '../../src/backends/postgres';
import { proyectaBackend } from '../../src/backends/proyecta';
import { stripeBackend } from '../../src/backends/stripe';
import { type CustomerBackend, createCustomersHandler } from '../../src/server';
import { StripeServer } from '../stripe/stripeServer';
import { objectClient, positionalClient } from './proyectaClients';
import { ProyectaServer } from './proyectaServer';

/** What every vendor says in a refusal, and nobody else may be told. */
const words = 'secret upstream words about Private Person, private@example.com, key_secret';
const html = `<html><body>${words}</body></html>`;

/** What goes wrong upstream, with the status and code that CONTRACT.md gives a browser for it, whoever keeps the customers. */
const table = {
	'our key is refused': [503, 'misconfigured'],
	'our key lacks the right': [503, 'misconfigured'],
	'it asks for less': [429, 'rate_limited'],
	'it asks for less, for seven seconds': [429, 'rate_limited'],
	'it fails by itself': [503, 'upstream_unavailable'],
	'it is down': [503, 'upstream_unavailable'],
	'a gateway answers in its place': [503, 'upstream_unavailable'],
	'a gateway has waited too long for it': [504, 'upstream_timeout'],
	'it gives up for time': [504, 'upstream_timeout'],
	'it says nothing': [504, 'upstream_timeout'],
	'the connection breaks': [503, 'upstream_unavailable'],
	'it answers nothing': [502, 'bad_upstream_response'],
	'it answers something else': [502, 'bad_upstream_response'],
	'it answers another type': [502, 'bad_upstream_response'],
} as const satisfies Record<string, readonly [status: number, code: string]>;
type Fault = keyof typeof table;

/** A backend, and how its upstream comes to each fault; what it cannot come to is left out. */
interface Vendor {
	backend: CustomerBackend;
	faults: Partial<Record<Fault, () => void>>;
}

/** What a vendor over HTTP does. */
interface HttpFault {
	status?: number;
	body?: unknown;
	headers?: Record<string, string>;
	hang?: true;
	broken?: true;
}

const overHttp: Record<Fault, HttpFault> = {
	'our key is refused': { status: 401 },
	'our key lacks the right': { status: 403 },
	'it asks for less': { status: 429 },
	'it asks for less, for seven seconds': { status: 429, headers: { 'retry-after': '7' } },
	'it fails by itself': { status: 500 },
	'it is down': { status: 503 },
	'a gateway answers in its place': { status: 502, body: html },
	'a gateway has waited too long for it': { status: 504, body: html },
	'it gives up for time': { status: 408 },
	'it says nothing': { hang: true },
	'the connection breaks': { broken: true },
	'it answers nothing': { status: 200, body: null },
	'it answers something else': { status: 200, body: { object: 'list', data: [{ id: 'prod_1' }], words } },
	'it answers another type': { status: 200, body: { id: 'cus_1', object: 'customer', name: { words } } },
};

const refusal = { error: { type: 'api_error', message: words } };
const each = (set: (fault: HttpFault) => void): Vendor['faults'] =>
	Object.fromEntries(Object.entries(overHttp).map(([name, fault]) => [name, () => set({ body: refusal, ...fault })]));

const proyecta = new ProyectaServer();
const stripe = new StripeServer();
let databaseFails: () => Promise<{ rows: unknown[] }>;
const sql = (fields: object) => () => {
	databaseFails = () => Promise.reject(Object.assign(new Error(words), fields));
};

const vendors: Record<string, () => Vendor> = {
	'Proyecta, by name': () => proyectaVendor(proyectaBackend({ client: objectClient(proyecta) })),
	'Proyecta, by position': () => proyectaVendor(proyectaBackend({ client: positionalClient(proyecta), dialect: 'positional' })),
	Stripe: () => ({
		backend: stripeBackend({ stripe: new Stripe(stripe.key, { ...stripe.config, telemetry: false }) }),
		faults: each(({ broken, ...fault }) => {
			stripe.fault = () => ({ ...fault, ...(broken && { reset: 'before' as const }) });
		}),
	}),
	Postgres: () => ({
		backend: postgresBackend({ query: () => databaseFails() }),
		// How a server of its own comes to these, and resets, trickles and silence on the wire: faults.server.test.ts.
		faults: {
			'our key is refused': sql({ code: '28P01' }),
			'our key lacks the right': sql({ code: '42501' }),
			'it fails by itself': sql({ code: 'XX000' }),
			'it is down': sql({ code: '57P03' }),
			'a gateway answers in its place': sql({ code: '08P01' }),
			'it gives up for time': sql({ code: '57014' }),
			'it says nothing': () => {
				databaseFails = () => new Promise(() => {});
			},
			'the connection breaks': sql({ code: 'ECONNRESET' }),
		},
	}),
};

function proyectaVendor(backend: CustomerBackend): Vendor {
	return {
		backend,
		faults: each(({ broken, ...fault }) => {
			proyecta.fault = () => ({ ...fault, ...(broken && { drop: true as const }) });
		}),
	};
}

beforeAll(async () => {
	await Promise.all([proyecta.start(), stripe.start()]);
});
afterAll(async () => {
	await Promise.all([proyecta.stop(), stripe.stop()]);
});
afterEach(() => {
	proyecta.fault = undefined;
	stripe.fault = undefined;
});

const cases = Object.keys(vendors).flatMap((vendor) => (Object.keys(table) as Fault[]).map((fault) => [vendor, fault] as const));

describe('a browser is told what it can use, and nobody what the vendor said', () => {
	it.each(cases)('%s: %s', async (name, fault) => {
		const { backend, faults } = vendors[name]!();
		const begin = faults[fault];
		if (!begin) return expect(name).toBe('Postgres');
		begin();
		const errors: unknown[] = [];
		const handler = createCustomersHandler({
			backend,
			authorize: () => ({ allow: true, scope: 'shop' }),
			// Short only for what does not come.
			deadlineMs: fault === 'it says nothing' ? 400 : 10_000,
			onError: (thrown) => errors.push(thrown),
		});
		const response = await handler(new Request('https://shop.example/api/customers/cus_1'));
		const text = await response.text();
		expect([response.status, JSON.parse(text).code]).toEqual(table[fault]);
		if (response.status === 429) expect(response.headers.get('retry-after')).toBe(fault === 'it asks for less' ? '1' : '7');
		if (response.status === 503 && JSON.parse(text).code === 'upstream_unavailable') expect(response.headers.get('retry-after')).toBe('1');
		const secrets = /secret|Private|private@|127\.0\.0\.1|Bearer|sk_test/;
		expect(text + JSON.stringify([...response.headers])).not.toMatch(secrets);
		expect(errors).toHaveLength(1);
		if (name !== 'Postgres') expect(inspect(errors, { depth: 10, showHidden: true }).replace(/\n +at .*/g, '')).not.toMatch(secrets);
	});
});
