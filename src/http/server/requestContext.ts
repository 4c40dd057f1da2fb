import type { CustomerErrorCode } from '../../contract/errors';
import type { Action } from './route';

/** What `onError` learns about the failed request: nothing personal. */
export interface RequestContext {
	requestId: string;
	method: string;
	action: Action | undefined;
	/** The customer's id, where the route has one. */
	id: string | undefined;
	scope: string | undefined;
	actor: string | undefined;
	/** The status and code of the response. */
	status: number;
	code: CustomerErrorCode;
}
