import { importCustomers, type PostgresQuery } from '../../src/backends/postgres';
import type { Customer } from '../../src/server';
import { sampleCustomers } from '../../src/testing';

/** Fills an empty scope with believable customers, the newest of them made yesterday. Answers how many. */
export async function seedCustomers(query: PostgresQuery, scope: string): Promise<number> {
	const { rows } = await query('SELECT id FROM proyecta_customers WHERE scope = $1 LIMIT 1', [scope]);
	if (rows.length > 0) return 0;
	const customers = sampleCustomers(600);
	const newest = Math.max(...customers.map(({ created }) => Date.parse(created!)));
	const shift = Date.now() - 24 * 60 * 60 * 1000 - newest;
	return importCustomers(
		query,
		customers.map((customer) => later(customer, shift)),
		{ scope },
	);
}

/** Moved in time by milliseconds; a Date drops the microseconds, so they are carried over. */
function later(customer: Customer, milliseconds: number): Customer {
	const microseconds = /\.\d{3}(\d{3})Z$/.exec(customer.created!)?.[1] ?? '000';
	const moved = new Date(Date.parse(customer.created!) + milliseconds).toISOString();
	return { ...customer, created: moved.replace('Z', `${microseconds}Z`) };
}
