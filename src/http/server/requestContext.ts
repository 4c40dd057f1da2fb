import type { CustomerErrorCode } from '../../contract/errors';
import type { Action } from './route';

/** What `onError` learns about the request that failed, or went well but for a part of it (200): nothing personal. */
export interface RequestContext {
	/** 32 random hex digits, sent to the caller as `X-Request-Id`. */
	requestId: string;
	/** The HTTP method, as it came; empty for what is no request. */
	method: string;
	/** What was asked for; `undefined` where the request was refused before its route was known. */
	action: Action | undefined;
	/** The customer's id, where the route has one. */
	id: string | undefined;
	/** As `authorize` granted it; `undefined` where it had not yet. */
	scope: string | undefined;
	/** As `authorize` granted it; `undefined` where it had not yet, or names nobody. */
	actor: string | undefined;
	/** HTTP status of the response; 499 where the caller had gone, so that nobody got one. */
	status: number;
	/** What the caller is told, or `aborted` where it had gone; `error`, beside this context, is what was thrown. */
	code: CustomerErrorCode;
}
