import type { LocalePart } from '../../locale';
import { common } from '../table/tableWords';
import { brokenWords } from './brokenWords';

/** Of whatever reads; what only a write can be answered is not among them. */
export const readErrors = {
	...brokenWords.errors,
	malformed_request: 'The request was not understood. Reload the page and try again.',
	invalid_cursor: 'That page is no longer there. Start again from the first page.',
	unauthenticated: 'Your session has ended. Sign in again; what you typed is still here.',
	cross_origin: 'This page is not allowed to make that request.',
	forbidden: 'You do not have permission to do that.',
	not_found: 'This customer does not exist or has been deleted.',
	method_not_allowed: 'That is not possible here.',
	request_timeout: 'Sending took too long. Check your connection and try again.',
	rate_limited: 'Too many requests. Wait a moment and try again.',
	not_supported: 'That is not available here.',
	bad_upstream_response: 'The customer service gave an unexpected answer. Try again later.',
	upstream_unavailable: 'The customer service is not available right now. Try again later.',
	misconfigured: 'The customer service is not set up correctly. Tell your administrator.',
	upstream_timeout: 'The customer service took too long to answer. Try again.',
	offline: 'You are offline. Check your connection and try again.',
	unreachable: 'The server cannot be reached. Try again in a moment.',
	timeout: 'The answer took too long. Check your connection and try again.',
	aborted: 'This was cancelled.',
	bad_response: 'The answer was not understood. Reload the page and try again.',
};

/** The words around what could not be read. */
export const readCommon = { ...common, close: 'Close', requestId: 'Request ID: {id}' };

// English. See `useWords`.
export const readWords: LocalePart<never> & { common: typeof readCommon; errors: typeof readErrors } = {
	code: 'en',
	dir: 'ltr',
	common: readCommon,
	errors: readErrors,
};
