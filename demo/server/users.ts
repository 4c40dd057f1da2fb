import { randomUUID } from 'node:crypto';
import type { PostgresQuery } from '../../src/backends/postgres';
import { type EnsureUser, emailKey } from '../../src/server';

/** A user of the host app. */
export interface User {
	id: string;
	email: string;
	name: string | null;
	/** The customer that this user is charged as. */
	proyecta_customer_id: string | null;
}

/** The host's own tables, one statement each. */
export const usersSchema = [
	`CREATE TABLE IF NOT EXISTS users (
		id text PRIMARY KEY,
		email text NOT NULL,
		email_key text NOT NULL UNIQUE,
		name text,
		proyecta_customer_id text,
		created timestamptz NOT NULL DEFAULT now()
	)`,
	'CREATE TABLE IF NOT EXISTS demo_settings (name text PRIMARY KEY, value text NOT NULL)',
];

const columns = 'id, email, name, proyecta_customer_id';

export interface Users {
	/** The new user, or `null` where the email is taken. */
	add(email: string, name: string | null): Promise<User | null>;
	/** Adds a user who signed in elsewhere, unless it is there. */
	keep(user: { id: string; email: string; name: string | null }): Promise<void>;
	byEmail(email: string): Promise<User | null>;
	withoutCustomer(): Promise<User[]>;
	/** Where `ensureCustomer` keeps the customer's id. */
	link: Required<EnsureUser['link']>;
}

export function openUsers(query: PostgresQuery): Users {
	const first = async (sql: string, params: unknown[]) => ((await query(sql, params)).rows[0] as User | undefined) ?? null;
	return {
		add: (email, name) =>
			first(
				`INSERT INTO users (id, email, email_key, name) VALUES ($1, $2, $3, $4) ON CONFLICT (email_key) DO NOTHING RETURNING ${columns}`,
				[`user_${randomUUID().replaceAll('-', '')}`, email, emailKey(email), name],
			),
		keep: async ({ id, email, name }) => {
			await query('INSERT INTO users (id, email, email_key, name) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING', [
				id,
				email,
				emailKey(email),
				name,
			]);
		},
		byEmail: (email) => first(`SELECT ${columns} FROM users WHERE email_key = $1`, [emailKey(email)]),
		withoutCustomer: async () =>
			(await query(`SELECT ${columns} FROM users WHERE proyecta_customer_id IS NULL ORDER BY created LIMIT 1000`, [])).rows as User[],
		link: {
			get: async (id) => (await first(`SELECT ${columns} FROM users WHERE id = $1`, [id]))?.proyecta_customer_id ?? null,
			set: async (id, customerId) => {
				await query('UPDATE users SET proyecta_customer_id = $2 WHERE id = $1', [id, customerId]);
			},
			owner: async (customerId) =>
				(await first(`SELECT ${columns} FROM users WHERE proyecta_customer_id = $1 ORDER BY created LIMIT 1`, [customerId]))?.id ?? null,
		},
	};
}

/** A secret of this installation: made once, the same after every restart. */
export async function readSecret(query: PostgresQuery, name: string): Promise<string> {
	await query('INSERT INTO demo_settings (name, value) VALUES ($1, $2) ON CONFLICT DO NOTHING', [name, randomUUID() + randomUUID()]);
	const { rows } = await query('SELECT value FROM demo_settings WHERE name = $1', [name]);
	return (rows[0] as { value: string }).value;
}
