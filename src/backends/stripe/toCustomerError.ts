import { abortedError } from '../../contract/abort';
import { CustomerError, type CustomerErrorCode, isCustomerError } from '../../contract/errors';
import { property } from '../kit/answer';
import { refusedField } from '../kit/refusedField';
import { retryAfter } from '../kit/retryAfter';
import { errorWord, upstreamCause } from '../kit/upstreamCause';

/** What was asked of Stripe, as far as it decides what a refusal means. */
export interface CallContext {
	/** About one customer (or what belongs to one): that it is missing means `not_found`. */
	customer?: boolean;
	/** A list that goes on from a customer: that it is missing means `invalid_cursor`. */
	cursor?: boolean;
	/** A write of a customer's fields: one that is refused is the user's to mend. */
	fields?: boolean;
	/** A search: that it is refused means that the account has none. */
	search?: boolean;
	signal?: AbortSignal;
}

const messages = {
	misconfigured: 'Stripe refused the key (401 or 403). Check the key of the client that was given to stripeBackend, and what it may do.',
	not_found: 'Stripe has nothing with that id.',
	invalid_cursor: 'The customer that the cursor stands at is gone. Start again from the first page.',
	idempotency_in_progress: 'A call with the same idempotency key is still running at Stripe.',
	idempotency_key_reused: 'This idempotency key was used with another input. Make a new key for each intent.',
	validation_failed: 'Stripe refused a field. See issues.',
	rate_limited: 'Stripe asks for fewer calls. Wait for retryAfterMs.',
	not_supported: 'This Stripe account has no search (those in India have none). Pass `search: false` to stripeBackend.',
	upstream_timeout: 'Stripe did not answer in time.',
	upstream_unavailable: 'Stripe could not be reached or failed. See cause.',
	bad_upstream_response: 'Stripe answered in a way that the backend does not know. See cause.',
} as const satisfies Partial<Record<CustomerErrorCode, string>>;

type UpstreamCode = keyof typeof messages;

/** What the SDK threw, by its type, code, status and param (never `instanceof`, never its text), as an error of the contract. */
export function toCustomerError(error: unknown, context: CallContext): CustomerError {
	if (isCustomerError(error)) return error;
	if (context.signal?.aborted) return abortedError(upstreamCause('Stripe', error));
	const kind = `${errorWord(error, 'rawType')} ${errorWord(error, 'code')}`;
	const issue = context.fields ? refusedField(errorWord(error, 'param'), kind) : null;
	const code = codeOf(error, issue !== null, context);
	return new CustomerError(code, {
		message: messages[code],
		cause: upstreamCause('Stripe', error),
		...(code === 'validation_failed' && issue && { issues: [issue] }),
		...(code === 'rate_limited' && { retryAfterMs: retryAfter(property(error, 'headers')) }),
	});
}

function codeOf(error: unknown, isField: boolean, context: CallContext): UpstreamCode {
	const status = property(error, 'statusCode');
	const type = errorWord(error, 'type');
	if (type === 'StripeConnectionError') {
		return property(property(error, 'detail'), 'code') === 'ETIMEDOUT' ? 'upstream_timeout' : 'upstream_unavailable';
	}
	if (typeof status !== 'number') return 'bad_upstream_response';
	if (errorWord(error, 'rawType') === 'idempotency_error') return status === 409 ? 'idempotency_in_progress' : 'idempotency_key_reused';
	if (status === 401 || (status === 403 && !context.search)) return 'misconfigured';
	if (status === 429 || errorWord(error, 'code') === 'rate_limit') return 'rate_limited';
	if (status === 408 || status === 504) return 'upstream_timeout';
	if (status >= 500) return 'upstream_unavailable';
	return ofRefused(error, isField, context);
}

function ofRefused(error: unknown, isField: boolean, { customer, cursor, search }: CallContext): UpstreamCode {
	if (search) return 'not_supported';
	const missing = errorWord(error, 'code') === 'resource_missing';
	if (cursor && missing) return 'invalid_cursor';
	if (customer && missing) return 'not_found';
	return isField && property(error, 'statusCode') === 400 ? 'validation_failed' : 'bad_upstream_response';
}
