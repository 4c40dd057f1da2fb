import { defaultIdPattern } from '../../domain/customer';
import { notFound } from './refusals';

/**
 * Refuses an id that no customer of this backend can have, before anything is called with it.
 *
 * @param pattern the backend's `idPattern`. Default: `cus_` and 1–64 letters, digits, `_` or `-`
 * @throws `not_found`
 * @example
 * checkId(id);
 * const row = rows.get(id);
 */
export function checkId(id: unknown, pattern: RegExp = defaultIdPattern): asserts id is string {
	// search(), unlike test(), does not remember where a /g pattern stopped.
	if (typeof id !== 'string' || id.search(pattern) !== 0) throw notFound();
}
