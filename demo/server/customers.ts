import Hercules from '@usehercules/sdk';
import { postgresBackend } from '../../src/backends/postgres';
import { proyectaBackend } from '../../src/backends/proyecta';
import type { CustomerBackend } from '../../src/server';
import type { Database } from './database';
import { seedCustomers } from './seed';
import type { Settings } from './settings';
import { openShop, type Shop } from './shop';
import { openStripe } from './stripe';

/** Whose customers these are: the demo is one company. */
export const scope = 'demo';

interface Customers {
	backend: CustomerBackend;
	shop: Shop | null;
	/** Where a vendor tells of changes. */
	webhook: ((request: Request) => Promise<Response>) | null;
	/** How it is called on the console. */
	told: string;
}

/** Where the customers are kept. */
export async function openCustomers(settings: Settings, { query, cancel, listen, name }: Database): Promise<Customers> {
	if (settings.proyecta) {
		const { apiKey, baseURL, dialect } = settings.proyecta;
		const client = new Hercules({
			apiKey,
			apiVersion: '2025-12-09',
			maxRetries: 0,
			fetchOptions: { redirect: 'error' },
			...(baseURL && { baseURL }),
		});
		const backend = proyectaBackend({ client, dialect, scope });
		return { backend, shop: null, webhook: null, told: `Customers: the Proyecta account. Users: ${name}.` };
	}
	if (settings.stripe) return { ...openStripe(settings.stripe, scope), shop: null, told: `Customers: the Stripe account. Users: ${name}.` };
	const seeded = await seedCustomers(query, scope);
	const shop = openShop(postgresBackend({ query, listen, ...(cancel && { cancel }) }), scope, settings.settleMs);
	const told = `Customers and users: ${name}${seeded ? `, seeded with ${seeded} customers` : ''}.`;
	return { backend: shop.backend, shop, webhook: null, told };
}
