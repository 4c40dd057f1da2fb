import { CustomerError } from '../../contract/errors';
import type { Result } from '../../domain/issue';

/** What the caller passed, as it was at the call: it may be changed while the call is on its way. */
export function snapshot<T>(input: T): T {
	try {
		return structuredClone(input);
	} catch {
		throw new CustomerError('malformed_request', { message: 'A customer is plain data: no functions, symbols or proxies.' });
	}
}

/** The canonical value. Throws `validation_failed` with every issue. */
export function valid<T>(result: Result<T>): T {
	if (result.ok) return result.value;
	const fields = result.issues.map(({ path, code }) => `${path || 'the whole'}: ${code}`).join(', ');
	throw new CustomerError('validation_failed', { message: `The values do not pass (${fields}). See issues.`, issues: result.issues });
}

/** An id for a new customer. */
export function randomId(): string {
	return `cus_${crypto.randomUUID().replaceAll('-', '')}`;
}

export function idTaken(): CustomerError {
	return new CustomerError('validation_failed', { message: 'The id is taken.', issues: [{ path: 'id', code: 'invalid_id' }] });
}

export function keyReused(): CustomerError {
	return new CustomerError('idempotency_key_reused', {
		message: 'This idempotency key was used with another input. Make a new key for each intent; repeat it only for retries.',
	});
}

export function versionConflict(): CustomerError {
	return new CustomerError('version_conflict', { message: 'The customer was changed since that version. Get it again and merge.' });
}

export function emailExists(): CustomerError {
	return new CustomerError('email_exists', { message: 'Another customer of this scope has that email.' });
}
