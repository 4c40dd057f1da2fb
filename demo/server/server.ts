import { fileURLToPath } from 'node:url';
import type { Hono } from 'hono';
import { createApp } from './app';
import { openCustomers } from './customers';
import { openDatabase } from './database';
import { listen } from './listen';
import { openSessions } from './session';
import { readSettings, type Settings } from './settings';
import { createSignUp } from './signUp';
import { openUsers, readSecret } from './users';

async function start(settings: Settings): Promise<void> {
	let app: Hono | undefined;
	// First, because it fails at once; the database takes seconds.
	const server = await listen((request) => app?.fetch(request) ?? new Response('The demo is starting.', { status: 503 }), settings);
	try {
		const database = await openDatabase(settings);
		const closing = new AbortController();
		stopOnSignal(() => {
			closing.abort();
			return server.close().finally(() => database.close());
		});
		const { backend, shop, webhook, told } = await openCustomers(settings, database);
		const users = openUsers(database.query);
		const signUp = createSignUp(users, backend);
		const sessions = openSessions(await readSecret(database.query, 'session'));
		// The built server lies beside the built pages.
		const pages = fileURLToPath(new URL('../client', import.meta.url));
		const hosts = settings.host === null ? ['localhost', '127.0.0.1', '[::1]'] : null;
		app = createApp({ backend, shop, webhook, users, sessions, signUp, pages, hosts, closing: closing.signal });
		console.log(`\n  Customers demo: ${server.url}/admin/customers\n  Sign-up:        ${server.url}/signup\n  ${told}\n`);
		signUp.repair().catch((error) => console.error('Some users are not linked to a customer yet; the next start tries again.', error));
	} catch (error) {
		await server.close();
		throw error;
	}
}

/** npm passes a signal on that the process had already got: only the first one counts. */
function stopOnSignal(stop: () => Promise<void>): void {
	let stopping = false;
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		process.on(signal, () => {
			if (stopping) return;
			stopping = true;
			stop().then(
				() => process.exit(0),
				(error) => {
					console.error(error);
					process.exit(1);
				},
			);
		});
	}
}

try {
	await start(readSettings(process.env));
} catch (error) {
	const { message, cause } = error as Error;
	console.error(`\n  The demo could not start. ${message}\n`, ...(cause ? [cause] : []));
	process.exit(1);
}
