// What stands for the host's own things in the examples of the README and of the sources' comments. See docs.test.ts.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ComponentProps, ComponentType, FunctionComponent } from 'react';
import type { ProyectaClient } from '../../src/backends/proyecta';
import type { StripeClient } from '../../src/backends/stripe';
import type {
	Address,
	Capabilities,
	Customer,
	CustomerBackend,
	CustomerInput,
	CustomerPatch,
	CustomerSelectionModel,
	ListCustomersRequest,
	Locale,
	WriteOptions,
} from '../../src/index';
import type { CustomersHandlerOptions, EnsureUser, FunctionAnswer, FunctionRequest, IdempotencyStore } from '../../src/server';

export declare const address: Address;
export declare const backend: CustomerBackend;
export declare const customer: Customer;
export declare const id: string;
export declare const handler: (request: Request) => Promise<Response>;
export declare const open: boolean;
export declare const setOpen: (open: boolean) => void;
export declare const locale: Locale;

// A host's server.
export declare const authorize: CustomersHandlerOptions['authorize'];
export declare const currentUser: (
	request: Request,
) => Promise<{ id: string; email: string; organisationId: string; isAdmin: boolean } | null>;
export declare const idempotency: IdempotencyStore;
export declare const pool: {
	query(text: string, params?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
	on(event: 'error', listener: (error: Error) => void): void;
};
export declare const request: FunctionRequest;
export declare const token: () => Promise<string>;

// Servers that routes are given to.
export declare const app: { all(path: string, answer: (c: { req: { raw: Request } }) => Promise<Response>): void };
export declare const express: {
	use(answer: (req: IncomingMessage & { url: string }, res: ServerResponse, next: () => void) => void): void;
};
/** What the first of these examples makes for the others. */
export declare const isCustomers: (path: string) => boolean;
export declare const listener: (req: IncomingMessage, res: ServerResponse) => Promise<void>;
export declare const fastify: {
	addHook(
		name: 'onRequest',
		answer: (request: { url: string; raw: IncomingMessage }, reply: { raw: ServerResponse; hijack(): void }, done: () => void) => void,
	): void;
};
export declare const koa: {
	use(
		answer: (
			ctx: { url: string; respond?: boolean; req: IncomingMessage; res: ServerResponse },
			next: () => Promise<void>,
		) => Promise<void>,
	): void;
};
export declare const hapi: {
	ext(
		event: 'onRequest',
		answer: (
			request: { path: string; raw: { req: IncomingMessage; res: ServerResponse } },
			h: { continue: symbol; abandon: symbol },
		) => Promise<symbol>,
	): void;
};

// Convex, for a server that is reached by plain functions.
export declare const action: (options: {
	args: object;
	handler(ctx: Auth, args: { request: FunctionRequest }): Promise<FunctionAnswer>;
}) => unknown;
export declare const api: { customers: { call: unknown } };
export declare const convex: { action(of: unknown, args: { request: FunctionRequest }): Promise<FunctionAnswer> };
export declare const ctx: Auth;
export declare const v: { any(): unknown };
interface Auth {
	auth: { getUserIdentity(): Promise<{ subject: string; role?: unknown } | null> };
}

// Routers and frameworks, each with what the examples use of it.
export declare const Link: FunctionComponent<ComponentProps<'a'> & { href: string; replace?: boolean }>;
export declare const cookies: () => Promise<{ toString(): string }>;
export declare const navigate: (href: string) => void;
export declare const router: Router;
export declare const useBeforeUnload: (listener: (event: Event) => unknown) => void;
export declare const useBlocker: (when: boolean) => { state: 'blocked' | 'unblocked'; proceed(): void; reset(): void };
export declare const useLocation: () => { pathname: string; searchStr: string };
export declare const useNavigate: () => (href: string, options?: { replace?: boolean }) => void;
export declare const usePathname: () => string;
export declare const useRouter: () => Router;
export declare const useSearchParams: () => URLSearchParams & [URLSearchParams, (query: string, options: { replace: boolean }) => void];
interface Router {
	history: { push(href: string): void; replace(href: string): void };
	navigate(to: { href: string; replace?: boolean }): void;
	push(href: string, options?: { scroll: boolean }): void;
	replace(href: string, options?: { scroll: boolean }): void;
}
export declare const Dialog: typeof import('@radix-ui/react-dialog');
export declare const CustomersPage: ComponentType<{ user: { id: string } }>;
export declare const YourActions: ComponentType<CustomerSelectionModel>;
export declare const YourNotes: ComponentType<{ customerId: string }>;
export declare const YourQuestion: ComponentType<{ onLeave(): void; onStay(): void }>;

// A backend's author.
export declare const call: WriteOptions;
export declare const acmeBackend: (options: { client: unknown }) => CustomerBackend;
export declare const capabilities: Capabilities;
export declare const client: ProyectaClient;
export declare const stripe: StripeClient;
export declare const former: { input: string };
export declare const input: CustomerInput;
export declare const listRequest: ListCustomersRequest;
export declare const patch: CustomerPatch;
export declare const rows: ReadonlyMap<string, Customer>;
export declare const secret: string;

// Where a host keeps its users.
export declare const user: { id: string; email: string };
export declare const db: {
	customerIdOf(userId: string): Promise<string | null>;
	jobs: { lastUser(): Promise<string | null>; saveLastUser(userId: string | null): Promise<void> };
	linkCustomer(userId: string, id: string): Promise<void>;
	userIdOf(customerId: string): Promise<string | null>;
	users: {
		all(): AsyncIterable<EnsureUser['user']>;
		customerId(userId: string): Promise<string | null>;
		withCustomer(customerId: string): Promise<string | null>;
		link: EnsureUser['link'];
		update(userId: string, row: { proyecta_customer_id: string }): Promise<void>;
	};
};
