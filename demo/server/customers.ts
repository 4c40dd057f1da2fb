import Hercules from '@usehercules/sdk';
import { postgresBackend } from '../../src/backends/postgres';
import { proyectaBackend } from '../../src/backends/proyecta';
import type { CustomerBackend } from '../../src/server';
import type { Database } from './database';
import { seedCustomers } from './seed';
import type { Settings } from './settings';
import { openShop, type Shop } from './shop';

/** Whose customers these are: the demo is one company. */
export const scope = 'demo';

/** Where the customers are kept, and how that is called on the console. */
export async function openCustomers(
	settings: Settings,
	{ query, cancel, name }: Database,
): Promise<{ backend: CustomerBackend; shop: Shop | null; told: string }> {
	if (settings.proyecta) {
		const { apiKey, baseURL, dialect } = settings.proyecta;
		const client = new Hercules({
			apiKey,
			apiVersion: '2025-12-09',
			maxRetries: 0,
			fetchOptions: { redirect: 'error' },
			...(baseURL && { baseURL }),
		});
		return { backend: proyectaBackend({ client, dialect, scope }), shop: null, told: `Customers: the Proyecta account. Users: ${name}.` };
	}
	const seeded = await seedCustomers(query, scope);
	const shop = openShop(postgresBackend({ query, ...(cancel && { cancel }) }), scope, settings.settleMs);
	return { backend: shop.backend, shop, told: `Customers and users: ${name}${seeded ? `, seeded with ${seeded} customers` : ''}.` };
}
