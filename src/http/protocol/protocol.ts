import type { CustomerErrorCode } from '../../contract/errors';
import type { Field } from '../../domain/customer';

/** What a request is about to do; `authorize` decides by it. */
export type Action =
	| 'list'
	| 'get'
	| 'create'
	| 'update'
	| 'export'
	| 'entitlements'
	| 'checkout'
	| 'portal'
	| 'subscriptions'
	| 'cancel'
	| 'capabilities';

/** What `authorize` answers for a request that somebody may make. */
export interface Grant {
	/** Only `true` allows; anything else is answered 403. */
	allow: boolean;
	/** Whose customers these are. Blank or `*` is refused as `misconfigured`. */
	scope: string;
	/** Who asks: for rate limits, idempotency keys and the audit trail. */
	actor?: string;
	/** Fields this actor may read and write; all of them when absent. */
	fields?: { read?: readonly Field[]; write?: readonly Field[] };
}

/** One wrong value of a request, at its RFC 6901 pointer. */
export interface ProblemIssue {
	/** RFC 6901, for instance `/line_items/0/quantity`. */
	pointer: string;
	code: string;
	params?: Record<string, string | number>;
}

/** The body of every failed answer: RFC 9457, `application/problem+json`. */
export interface Problem {
	type: string;
	title: string;
	status: number;
	code: CustomerErrorCode;
	/** The same as the `X-Request-Id` header. */
	requestId: string;
	errors?: ProblemIssue[];
}

/** What `onError` learns about the failed request: nothing personal. */
export interface RequestContext {
	requestId: string;
	method: string;
	action: Action | undefined;
	/** The customer's id, where the route has one. */
	id: string | undefined;
	scope: string | undefined;
	actor: string | undefined;
	/** The status and code of the answer. */
	status: number;
	code: CustomerErrorCode;
}

/** One write that happened: who did what to which customer, without the values. */
export interface AuditEvent {
	requestId: string;
	/** ISO 8601, UTC. */
	at: string;
	action: 'create' | 'update' | 'checkout' | 'portal' | 'cancel';
	scope: string;
	actor: string | undefined;
	/** The customer's id. */
	id: string;
	/** What came of it: `created`, `existing`, `unknown`, `updated`, `checkout`, `update`, `opened` or `cancelled`. */
	outcome: string;
	/** Names of the fields that were written. */
	fields: readonly string[];
}

/** A request as a plain, serialisable value: what `functionBackend` sends. */
export interface FunctionRequest {
	method: 'GET' | 'POST' | 'PATCH';
	/** Below the handler's base path, with its query: `/`, `/search`, `/cus_1`. */
	path: string;
	headers: Record<string, string>;
	/** JSON text; `null` for a GET. */
	body: string | null;
}

/** The answer to a {@link FunctionRequest}, as plain and serialisable. */
export interface FunctionAnswer {
	status: number;
	/** Lower-case names. */
	headers: Record<string, string>;
	body: string;
}
