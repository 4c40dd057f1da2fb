// What stands for the host's own things in the examples of the sources' comments. See docs.test.ts.
import type { ProyectaClient } from '../../src/backends/proyecta';
import type {
	Address,
	Capabilities,
	Customer,
	CustomerBackend,
	CustomerInput,
	CustomerPatch,
	ListCustomersRequest,
	Locale,
	WriteOptions,
} from '../../src/index';
import type { FunctionAnswer, FunctionRequest, IdempotencyStore } from '../../src/server';

export declare const address: Address;
export declare const backend: CustomerBackend;
export declare const customer: Customer;
export declare const id: string;
export declare const locale: Locale;

// A host's server.
export declare const currentUser: (request: Request) => Promise<{ id: string; organisationId: string; isAdmin: boolean } | null>;
export declare const idempotency: IdempotencyStore;
export declare const pool: { query(text: string, params: unknown[]): Promise<{ rows: Record<string, unknown>[] }> };
export declare const request: FunctionRequest;
export declare const token: () => Promise<string>;

// Convex, for a server that is reached by plain functions.
export declare const api: { customers: { call: unknown } };
export declare const convex: { action(of: unknown, args: { request: FunctionRequest }): Promise<FunctionAnswer> };
export declare const ctx: { auth: { getUserIdentity(): Promise<{ subject: string } | null> } };

// A backend's author.
export declare const call: WriteOptions;
export declare const capabilities: Capabilities;
export declare const client: ProyectaClient;
export declare const former: { input: string };
export declare const input: CustomerInput;
export declare const listRequest: ListCustomersRequest;
export declare const patch: CustomerPatch;
export declare const rows: ReadonlyMap<string, Customer>;
export declare const secret: string;

// Where a host keeps its users.
export declare const user: { id: string; email: string };
export declare const db: { customerIdOf(userId: string): Promise<string | null>; linkCustomer(userId: string, id: string): Promise<void> };
