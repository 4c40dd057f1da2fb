import { CustomerError } from '../../contract/errors';

/**
 * The refusal of an unknown id, of a malformed one, and of one that another scope has: they must look alike.
 *
 * @returns `not_found`
 * @example
 * const row = rows.get(id);
 * if (!row) throw notFound();
 */
export function notFound(): CustomerError {
	return new CustomerError('not_found', { message: 'No customer of this scope has that id.' });
}

/**
 * The refusal of something that capabilities do not offer.
 *
 * @param path its place in the capabilities
 * @returns `not_supported`
 * @example
 * if (listRequest.country?.length) throw notSupported('filter.country');
 */
export function notSupported(path: string): CustomerError {
	return new CustomerError('not_supported', {
		message: `This backend does not offer ${path}. Read capabilities() before asking for it, and do not show the control for it.`,
	});
}

/**
 * The refusal of a new customer's id that another one has.
 *
 * @returns `validation_failed` with an issue at `id`
 * @example
 * if (rows.has(id)) throw idTaken();
 */
export function idTaken(): CustomerError {
	return new CustomerError('validation_failed', { message: 'The id is taken.', issues: [{ path: 'id', code: 'invalid_id' }] });
}

/**
 * The refusal to give a customer the email of another one. A create is not refused so: it returns the other one.
 *
 * @returns `email_exists`
 * @example
 * const owner = [...rows.values()].find(({ email }) => email === patch.email);
 * if (owner && owner.id !== id) throw emailExists();
 */
export function emailExists(): CustomerError {
	return new CustomerError('email_exists', { message: 'Another customer of this scope has that email.' });
}

/**
 * The refusal of an update whose `ifVersion` is stale.
 *
 * @returns `version_conflict`
 * @example
 * if (call.ifVersion != null && call.ifVersion !== customer.version) throw versionConflict();
 */
export function versionConflict(): CustomerError {
	return new CustomerError('version_conflict', { message: 'The customer was changed since that version. Get it again and merge.' });
}

/** The refusal of a cursor that was made elsewhere, for something else, or by nobody. */
export function invalidCursor(): CustomerError {
	return new CustomerError('invalid_cursor', {
		message: 'The cursor was not made by this backend for this scope, sort and filters. Start again from the first page.',
	});
}

/**
 * The refusal of an idempotency key that came before with another input.
 *
 * @returns `idempotency_key_reused`
 * @example
 * if (former.input !== JSON.stringify(input)) throw idempotencyKeyReused();
 */
export function idempotencyKeyReused(): CustomerError {
	return new CustomerError('idempotency_key_reused', {
		message: 'This idempotency key was used with another input. Make a new key for each intent; repeat it only for retries.',
	});
}
