import { randomHex } from '../../domain/randomHex';

/**
 * An id for a new customer, where the store makes none.
 *
 * @returns `cus_` and 32 hexadecimal digits
 * @example
 * const id = input.id ?? randomId();
 */
export function randomId(): string {
	return `cus_${randomHex(16)}`;
}
