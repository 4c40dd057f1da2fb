import type { CustomerBackend } from '../../contract/backend';
import type { EnsureUser } from '../../contract/ensureUser';
import type { IdempotencyStore, RateLimiter } from '../../contract/stores';
import { type CustomerRules, rulesOf } from '../../domain/customerRules';
import type { AuditEvent } from './auditEvent';
import { type ChangeStreams, createChangeStreams } from './changeStreams';
import type { Grant } from './grant';
import { memoryIdempotencyStore } from './idempotencyStore';
import { type CountOpen, createOpenCount } from './openCount';
import { exactOrigins } from './origin';
import { memoryRateLimiter } from './rateLimiter';
import type { RequestContext } from './requestContext';
import type { Action } from './route';
import { createTurns, type TakeTurns } from './turns';

/** How the handler works. Give the form the same rules, so that the two never disagree. */
export interface CustomersHandlerOptions extends CustomerRules {
	/** Where the customers are; a function makes one for each request, say with the grant's own database role. */
	backend: CustomerBackend | ((grant: Grant) => CustomerBackend);
	/**
	 * Who may do what, to whose customers. Runs once a request, before the backend is called and before the body is read.
	 * `null` or `undefined` → 401, `{ allow: false }` → 403, a throw → 500 without its text. There is no default.
	 */
	authorize: (request: Request, call: { action: Action; id?: string }) => Grant | null | undefined | Promise<Grant | null | undefined>;
	/** Where the handler is mounted. @default '/api/customers' */
	basePath?: string;
	/** Other origins whose pages may call, exact: `https://admin.example.com`. @default [] */
	origins?: readonly string[];
	/** Whether X-Forwarded-Proto and X-Forwarded-Host say the truth: only behind a proxy that sets both. @default false */
	trustProxy?: boolean;
	/** Where checkout and portal may send people back, besides the request's own origin and, by a path, the page that calls. @default [] */
	returnOrigins?: readonly string[];
	/** Time for authorize, body and backend together, in milliseconds; in an export, between two chunks. @default 10_000 */
	deadlineMs?: number;
	/** The largest body that is read, in bytes. @default 65_536 */
	bodyLimitBytes?: number;
	/**
	 * Who `POST /me` finds or makes a customer for: the signed-in user, and where their customer's id is kept. `null` or `undefined` → 403, a
	 * throw → 500 without its text. @default nobody: `POST /me` is `not_supported`
	 */
	ensure?: (request: Request, grant: Grant) => EnsureUser | null | undefined | Promise<EnsureUser | null | undefined>;
	/**
	 * Whether `GET /openapi.json` serves the protocol as OpenAPI 3.1, to whoever `authorize` lets ask for `capabilities`; elsewhere it is a
	 * file of the package, `proyecta-customers/openapi.json`. @default false
	 */
	openapi?: boolean;
	/** Where responses are kept by idempotency key. @default the backend's own, else in memory, 10,000 keys in 16 MB for a day */
	idempotency?: IdempotencyStore;
	/** Who decides whether one more request may pass. @default the backend's own, else in memory, a burst of 12,000 and 200 a second for each scope and actor */
	rateLimit?: RateLimiter;
	/**
	 * Ends every stream of changes when it fires: a server that is asked to close waits for them. Browsers come back by themselves.
	 * @default never: they end with their connections
	 */
	closing?: AbortSignal;
	/**
	 * Told once of each request that failed, with the error as it was thrown. @default the console is told the code, the request's id and
	 * what happened, in words for developers that hold no personal data
	 */
	onError?: (error: unknown, context: RequestContext) => void;
	/** Told of each write that happened, and of each export that began; no personal data. */
	onAudit?: (event: AuditEvent) => void;
}

/** What there is no default for. */
type Optional = 'onError' | 'ensure' | 'closing';

/** The options, checked, with every default filled in. */
export type Settings = Required<Omit<CustomersHandlerOptions, Optional>> &
	Pick<CustomersHandlerOptions, Optional> & {
		/** When an export may ask for its next page, so that all exports together leave the backend's connections to whoever is waiting. */
		exportTurns: TakeTurns;
		/** The exports that are open: each holds a page in memory until it is read. */
		countExport: CountOpen;
		/** The streams of changes that are open. */
		streams: ChangeStreams;
	};

/** Pages of exports that are read at a time: of a pool of ten connections, what nobody misses. */
const exportsAtOnce = 2;
/** Exports that a caller may have open; nobody waits for more. */
const openExports = { actor: 100, scope: 100, crowd: { of: 300, caller: 10 } };

function wrong(what: string): never {
	throw new TypeError(`createCustomersHandler: ${what}`);
}

function positive(name: string, value: number): number {
	return Number.isFinite(value) && value > 0 ? value : wrong(`\`${name}\` is no positive number.`);
}

/**
 * Checks the options when the handler is made, not when the first customer comes.
 * @throws TypeError
 */
export function settingsOf(options: CustomersHandlerOptions): Settings {
	if (typeof options?.authorize !== 'function') {
		wrong(
			'`authorize` is missing. Without it anybody could read every customer, so there is no default. Pass a function that returns { allow: true, scope } for a signed-in user and null for everybody else.',
		);
	}
	const { backend } = options;
	if (typeof backend !== 'function' && (typeof backend !== 'object' || backend === null)) {
		wrong('`backend` is missing. Pass postgresBackend(…), proyectaBackend(…), memoryBackend() or a function that makes one.');
	}
	const basePath = (options.basePath ?? '/api/customers').replace(/\/+$/, '');
	if (basePath !== '' && (!basePath.startsWith('/') || /[?#]/.test(basePath)))
		wrong("`basePath` is no path. Write it like '/api/customers'.");
	const stores = typeof backend === 'function' ? undefined : backend.stores;
	return {
		backend,
		authorize: options.authorize,
		// As it comes in a request's URL: a mount may be named in any script.
		basePath: new URL(`http://a${basePath}`).pathname.replace(/\/+$/, ''),
		origins: exactOrigins('origins', options.origins ?? []),
		trustProxy: options.trustProxy === true,
		openapi: options.openapi === true,
		returnOrigins: exactOrigins('returnOrigins', options.returnOrigins ?? []),
		deadlineMs: positive('deadlineMs', options.deadlineMs ?? 10_000),
		bodyLimitBytes: positive('bodyLimitBytes', options.bodyLimitBytes ?? 65_536),
		idempotency: options.idempotency ?? stores?.idempotency ?? memoryIdempotencyStore(),
		rateLimit: options.rateLimit ?? stores?.rateLimit ?? memoryRateLimiter(),
		...(options.onError && { onError: options.onError }),
		...(options.ensure && { ensure: options.ensure }),
		onAudit: options.onAudit ?? (() => {}),
		exportTurns: createTurns(exportsAtOnce),
		countExport: createOpenCount('exports', openExports),
		streams: createChangeStreams(options.closing),
		...rulesOf(options),
	};
}
