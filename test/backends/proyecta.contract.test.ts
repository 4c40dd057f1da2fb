import { afterAll, describe, expect, it } from 'vitest';
import { proyectaBackend } from '../../src/backends/proyecta';
import { functionBackend, httpBackend } from '../../src/client';
import type { Capabilities, CustomerBackend } from '../../src/contract/backend';
import { callHandler, createCustomersHandler } from '../../src/server';
import { backendContract } from '../../src/testing';
import { objectClient, positionalClient } from './proyectaClients';
import { ProyectaServer } from './proyectaServer';

const clients = { object: objectClient, positional: positionalClient };
const cases = [
	{ dialect: 'object', clear: 'null' },
	{ dialect: 'positional', clear: 'null' },
	{ dialect: 'object', clear: false },
	{ dialect: 'positional', clear: false },
] as const;
/** Loopback calls on a busy machine take their time. */
const timeout = 60_000;
const servers: ProyectaServer[] = [];
afterAll(() => Promise.all(servers.map((server) => server.stop())));

describe.each(cases)('the Proyecta backend keeps the contract in the $dialect dialect, clearing by $clear', ({ dialect, clear }) => {
	const accounts = new Map<string, Promise<CustomerBackend>>();

	/** An account has no scopes, so each scope gets one, as `backend: grant => …` would choose it. */
	function make({ scope = 'everyone' }: { scope?: string } = {}): Promise<CustomerBackend> {
		const known = accounts.get(scope);
		if (known) return known;
		const made = new ProyectaServer().start().then((server) => {
			servers.push(server);
			return proyectaBackend({
				client: clients[dialect](server),
				dialect,
				clear,
				scope,
				cursorSecret: 'shared by all accounts',
				// As a host's own call to the account would.
				async listSubscriptions(id) {
					if (!server.customers.has(id)) throw Object.assign(new Error('No such customer.'), { status: 404 });
					return server.subscriptions.get(id) ?? [];
				},
			});
		});
		accounts.set(scope, made);
		return made;
	}

	async function makeThroughHttp({ scope = 'everyone' }: { scope?: string } = {}): Promise<CustomerBackend> {
		const handler = createCustomersHandler({
			backend: await make({ scope }),
			authorize: () => ({ allow: true, scope }),
			onError: () => {},
		});
		return httpBackend({ url: 'https://host.example/api/customers', fetch: (input, init) => handler(new Request(input, init)) });
	}

	it('through a plain function, such as a Convex action', async () => {
		const handler = createCustomersHandler({ backend: await make({ scope: 'plain' }), authorize: () => ({ allow: true, scope: 'plain' }) });
		const store = functionBackend((request) => callHandler(handler, request, { origin: 'https://host.example' }));
		const { customer } = await store.create({ email: 'plain@example.com' });
		await store.update(customer.id, { name: 'Plain' });
		expect((await store.list({})).data).toMatchObject([{ id: customer.id, name: 'Plain' }]);
	});

	const dummy = { list() {}, get() {}, create() {}, update() {}, billingPortal() {} } as never;
	const paid = {
		billing: {
			variants: ['plan', 'side_plan'] as const,
			feature: 'feat_plan',
			pay: (url: string) => servers.find(({ sessions }) => sessions.has(new URL(url).searchParams.get('session') ?? ''))!.pay(url),
		},
	};
	const call = () => {};
	const client = { commerce: { customers: dummy, check: call as never, checkout: call as never, cancel: call as never } };
	const capabilities = proyectaBackend({ client, dialect, clear, listSubscriptions: async () => [] }).capabilities() as Capabilities;
	for (const { name, applies, check } of backendContract) {
		if (!(applies?.(capabilities) ?? true)) continue;
		// How fields are cleared changes nothing else, and every case costs hundreds of calls.
		if (clear === false && !/clear/.test(name)) continue;
		it(name, { timeout }, () => check(Object.assign(make, paid)));
		it(`through HTTP: ${name}`, { timeout }, () => check(Object.assign(makeThroughHttp, paid)));
	}
});
