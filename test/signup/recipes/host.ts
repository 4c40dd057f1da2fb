// What the recipes need of a host: where customers are, and where its users are.
import type { BetterAuthOptions } from 'better-auth';
import { type MemoryDB, memoryAdapter } from 'better-auth/adapters/memory';
import { memoryBackend } from '../../../src/backends/memory';
import type { CustomerBackend } from '../../../src/server';
import { type Fault, withFaults } from '../../../src/testing';
import { uniqueUsersTable } from '../users';

/** What goes wrong with each call of the backend, and what a test looks at. */
export const world = { fault: undefined as Fault | undefined, calls: 0 };

export const backend: CustomerBackend = withFaults(memoryBackend(), () => {
	world.calls++;
	return world.fault;
});

const table = uniqueUsersTable();

export const tables: MemoryDB = { user: [], session: [], account: [], verification: [] };
export const database: BetterAuthOptions['database'] = memoryAdapter(tables);
export const db = { customerLink: table, customers: table.rows };
export const sentLinks: string[] = [];
export const sendMail = async (_to: string, url: string) => void sentLinks.push(url);
