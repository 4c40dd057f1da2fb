import { CustomerError } from './errors';

/** 1–255 visible ASCII characters. */
export const idempotencyKeyPattern = /^[\x21-\x7e]{1,255}$/;

/**
 * Refuses an idempotency key that cannot be one.
 *
 * @throws `malformed_request` unless the key is absent or 1–255 visible ASCII characters
 * @example
 * checkIdempotencyKey(call.idempotencyKey);
 */
export function checkIdempotencyKey(key: string | undefined): void {
	if (key !== undefined && !idempotencyKeyPattern.test(key))
		throw new CustomerError('malformed_request', { message: 'An idempotency key has 1–255 visible ASCII characters.' });
}
