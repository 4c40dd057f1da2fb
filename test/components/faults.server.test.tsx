import { webcrypto } from 'node:crypto';
import { screen, waitFor, within } from '@testing-library/react';
import { Pool } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { postgresBackend, postgresSchema } from '../../src/backends/postgres';
import { CustomerForm, CustomerTable, httpBackend } from '../../src/index';
import { createCustomersHandler } from '../../src/server';
import { type Fault, type FaultProxy, startFaultProxy } from '../faultProxy';
import { findPostgres, type PostgresServer } from '../postgresServer';
import { renderWith } from './renderWith';

const startServer = findPostgres();

const unavailable = 'The customer service is not available right now. Try again later.';
const late = 'The customer service took too long to answer. Try again.';

describe.runIf(startServer)('where the way to the database breaks', () => {
	let server: PostgresServer;
	let direct: Pool;
	let proxy: FaultProxy;
	let pool: Pool;

	beforeAll(async () => {
		// The handler's, which is in the page here.
		vi.stubGlobal('crypto', webcrypto);
		server = await startServer!();
		direct = new Pool({ connectionString: server.connectionString });
		await direct.query(postgresSchema);
	}, 60_000);
	beforeEach(async () => {
		await direct.query('TRUNCATE proyecta_customers, proyecta_customer_keys, proyecta_customer_answers');
		await direct.query(`INSERT INTO proyecta_customers (scope, id, email, email_key, name, name_key)
			VALUES ('a', 'cus_1', 'asha@example.com', 'asha@example.com', 'Asha Rao', 'asha rao')`);
		const url = new URL(server.connectionString);
		proxy = await startFaultProxy(Number(url.port));
		url.port = String(proxy.port);
		pool = new Pool({ connectionString: url.href, max: 2, connectionTimeoutMillis: 20_000 });
		pool.on('error', () => {});
	});
	afterEach(async () => Promise.all([pool.end(), proxy.stop()]));
	afterAll(async () => {
		await direct?.end();
		await server?.stop();
		vi.unstubAllGlobals();
	});

	function overHttp() {
		const handler = createCustomersHandler({
			backend: postgresBackend({ query: proxy.asking(pool) }),
			authorize: () => ({ allow: true, scope: 'a' }),
			onError: () => {},
		});
		const fetch = async (input: string | URL | Request, init?: RequestInit) => {
			const response = await handler(new Request(input, init));
			// Here the database is back sooner than it says.
			response.headers.delete('retry-after');
			return response;
		};
		return httpBackend({ url: 'https://shop.test/api/customers', fetch });
	}

	it('the table says so in place of rows, has them once the database is back, and keeps them when it is gone again', async () => {
		proxy.reset(true);
		const { user } = renderWith(<CustomerTable />, { backend: overHttp() });
		const alert = await screen.findByRole('alert');
		expect(alert.textContent).toContain(unavailable);
		proxy.reset(false);
		await user.click(within(alert).getByRole('button', { name: /Try again/ }));
		await screen.findByText('asha@example.com');
		expect(screen.queryByRole('alert')).toBeNull();

		proxy.reset(true);
		await user.click(screen.getByRole('button', { name: 'Refresh' }));
		await screen.findByText(new RegExp(unavailable));
		expect(screen.getByText('asha@example.com')).toBeTruthy();
	});

	it.each(['after', 'silence', 'trickle'] as Fault[])('the table gets over a statement that ends in %s by itself', async (fault) => {
		const met = proxy.next(fault, 'LIMIT');
		renderWith(<CustomerTable />, { backend: overHttp() });
		await screen.findByText('asha@example.com');
		await met;
		expect(screen.queryByRole('alert')).toBeNull();
	});

	it.each([
		['before', unavailable],
		['after', unavailable],
		['silence', late],
		['trickle', null],
	] as [Fault, string | null][])(
		'the form, whose write ends in %s, says so, keeps what was typed, and saves it once',
		async (fault, told) => {
			const met = proxy.next(fault, 'INSERT INTO proyecta_customers ');
			const { user } = renderWith(<CustomerForm />, { backend: overHttp() });
			await user.type(screen.getByRole('textbox', { name: 'Email' }), 'ravi@example.com');
			await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Ravi Kumar{Enter}');
			await met;
			if (told !== null) {
				expect((await screen.findAllByText(new RegExp(told))).length).toBeGreaterThan(0);
				expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Name' }).value).toBe('Ravi Kumar');
				await user.click(await screen.findByRole('button', { name: 'Try again' }));
			}
			await waitFor(() => expect(screen.getByRole('status').textContent).toMatch(/^Customer created/));
			const { rows } = await direct.query(`SELECT count(*)::int AS count FROM proyecta_customers WHERE email = 'ravi@example.com'`);
			expect(rows).toEqual([{ count: 1 }]);
		},
	);
});
