import { abortedError } from '../../contract/abort';
import { CustomerError, type CustomerErrorCode, isCustomerError } from '../../contract/errors';
import type { Issue } from '../../domain/issue';
import { isAnswer, property } from '../kit/answer';
import { refusedField } from '../kit/refusedField';
import { retryAfter } from '../kit/retryAfter';
import { upstreamCause } from '../kit/upstreamCause';

/** What was asked of the SDK, as far as it decides what a refusal means. */
export interface CallContext {
	/** About one customer, by id: 404 means that there is none. */
	customer?: boolean;
	/** A list that goes on from a customer: a refusal means that it is gone. */
	cursor?: boolean;
	/** A write of an email: a conflict means that it is taken. */
	email?: boolean;
	/** A write of fields: a refusal may be about one of them. */
	fields?: boolean;
	signal?: AbortSignal;
}

const messages = {
	misconfigured: 'Proyecta refused the key (401 or 403). Check the API key of the client that was given to proyectaBackend.',
	not_found: 'Proyecta has no customer with that id.',
	invalid_cursor: 'The customer that the cursor stands at is gone. Start again from the first page.',
	email_exists: 'Another customer has that email.',
	idempotency_in_progress: 'A call with the same idempotency key is still running.',
	idempotency_key_reused: 'This idempotency key was used with another input. Make a new key for each intent.',
	validation_failed: 'Proyecta refused a field. See issues.',
	rate_limited: 'Proyecta asks for fewer calls. Wait for retryAfterMs.',
	upstream_timeout: 'Proyecta did not answer in time.',
	upstream_unavailable: 'Proyecta could not be reached or failed. See cause.',
	bad_upstream_response: 'Proyecta answered in a way that the backend does not know. See cause.',
} as const satisfies Partial<Record<CustomerErrorCode, string>>;

type UpstreamCode = keyof typeof messages;

/** The refusal of a cursor whose customer is no longer in the list. */
export function cursorGone(cause?: unknown): CustomerError {
	return new CustomerError('invalid_cursor', { message: messages.invalid_cursor, cause });
}

/** What an SDK threw, by its status, code and param (never `instanceof`, never its text), as an error of the contract. */
export function toCustomerError(error: unknown, context: CallContext): CustomerError {
	if (isCustomerError(error)) return error;
	if (context.signal?.aborted) return abortedError(upstreamCause('Proyecta', error));
	const status = statusOf(error);
	if (status === undefined) return fromFault(error);
	const kind = `${detail(error, 'type')} ${detail(error, 'code')}`.toLowerCase();
	const aboutField = context.fields === true && (status === 400 || status === 409 || status === 422);
	const issue = aboutField ? refusedField(detail(error, 'param'), kind) : null;
	const code = codeOf(status, kind, issue, context);
	return new CustomerError(code, {
		message: messages[code],
		cause: upstreamCause('Proyecta', error),
		...(code === 'validation_failed' && issue && { issues: [issue] }),
		...(code === 'rate_limited' && {
			retryAfterMs: retryAfter(property(error, 'headers') ?? property(property(error, 'response'), 'headers')),
		}),
	});
}

function codeOf(status: number, kind: string, issue: Issue | null, { customer, cursor, email }: CallContext): UpstreamCode {
	if (status === 401 || status === 403) return 'misconfigured';
	if (status === 429) return 'rate_limited';
	if (status === 408 || status === 504) return 'upstream_timeout';
	if (status >= 500) return 'upstream_unavailable';
	if (cursor && (status === 400 || status === 404 || status === 422)) return 'invalid_cursor';
	if (customer && (status === 404 || status === 410)) return 'not_found';
	if (/idempoten/.test(kind)) return /progress|concurrent|lock/.test(kind) ? 'idempotency_in_progress' : 'idempotency_key_reused';
	if (status === 409 && email && (issue === null || issue.path === 'email')) return 'email_exists';
	return issue ? 'validation_failed' : 'bad_upstream_response';
}

/** An error without a status: the call timed out, never arrived, or was made in the wrong way. */
function fromFault(error: unknown): CustomerError {
	const cause = property(error, 'cause');
	const signs = [error, cause].flatMap((fault) => [
		property(fault, 'name'),
		property(fault, 'code'),
		property(fault, 'message'),
		isAnswer(fault) ? fault.constructor?.name : '',
	]);
	const about = signs.filter((sign) => typeof sign === 'string').join(' ');
	const code = /time?d? ?-?out/i.test(about) ? 'upstream_timeout' : connection.test(about) ? 'upstream_unavailable' : null;
	if (code) return new CustomerError(code, { message: messages[code], cause: upstreamCause('Proyecta', error) });
	// Thrown before a request was made, so that nothing of Proyecta's stands in it.
	if (wrongForm.test(about)) return new CustomerError('misconfigured', { message: wrongCall, cause: error });
	return new CustomerError('bad_upstream_response', { message: messages.bad_upstream_response, cause: upstreamCause('Proyecta', error) });
}

const connection =
	/connection|fetch failed|failed to fetch|load failed|network|socket|terminated|abort|E(CONN|NOTFOUND|AI_|PIPE|HOST|NET)|UND_ERR|CERT_/i;
/** Thrown before a request is made: by JavaScript, or by an SDK that checks its path and key. */
const wrongForm = /TypeError|path parameter|authentication method|api ?key/i;

/** For developers whose client and `dialect` do not fit. */
export const wrongCall =
	'The Proyecta client did not take the call, so it was made in the wrong form or without a key. Set `dialect` to the form of your SDK: ' +
	"'object' for customers.get({ customerId }), 'positional' for customers.get('cus_1'); `methods` overrides it for one method.";

function statusOf(error: unknown): number | undefined {
	for (const status of [property(error, 'status'), property(error, 'statusCode'), property(property(error, 'response'), 'status')]) {
		if (typeof status === 'number' && status >= 300 && status <= 599) return status;
	}
	return undefined;
}

/** `code`, `type` or `param`, on the error itself or in the body it carries (`error`, or `error.error`). */
function detail(error: unknown, key: string): string {
	const body = property(error, 'error');
	for (const place of [property(body, 'error'), body, error]) {
		const value = property(place, key);
		if (typeof value === 'string') return value;
	}
	return '';
}
