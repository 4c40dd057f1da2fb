import type { CustomerBackend, EnsureUser } from '../../src/server';

/** A host's table of users with the customer each is linked to. */
export function usersTable(initial: Record<string, string> = {}) {
	const rows = new Map(Object.entries(initial));
	const sets: string[] = [];
	return {
		rows,
		/** Customers that were linked, one after another. */
		sets,
		get: async (userId: string) => rows.get(userId) ?? null,
		set: async (userId: string, id: string) => {
			sets.push(id);
			rows.set(userId, id);
		},
		owner: async (id: string) => [...rows].find(([, customerId]) => customerId === id)?.[0] ?? null,
	} satisfies EnsureUser['link'] & Record<string, unknown>;
}

/** The same table in a database that gives no customer to two users. */
export function uniqueUsersTable() {
	const table = usersTable();
	return {
		...table,
		set: async (userId: string, id: string) => {
			const owner = [...table.rows].find(([, customerId]) => customerId === id)?.[0] ?? userId;
			if (owner !== userId) throw new Error('duplicate key value violates unique constraint');
			await table.set(userId, id);
		},
	};
}

/** How many customers there are. */
export const countIn = async (backend: CustomerBackend, scope: string) => (await backend.list({ total: 'exact' }, { scope })).total?.value;
