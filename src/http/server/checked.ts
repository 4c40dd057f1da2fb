import { BodyChecks } from './bodyChecks';
import { validationFailed } from './problemError';

/**
 * What `read` makes of a body.
 * @throws `validation_failed` at every wrong value
 */
export function checked<T>(body: unknown, read: (body: unknown, checks: BodyChecks) => T): T {
	const checks = new BodyChecks();
	const value = read(body, checks);
	if (checks.errors.length > 0) throw validationFailed(checks.errors);
	return value;
}
