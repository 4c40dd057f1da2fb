import { describe, expect, it } from 'vitest';
import { CustomerError, type CustomerErrorCode, isCustomerError } from '../../src/contract/errors';
import { en } from '../../src/locales/en';

describe('CustomerError', () => {
	it('carries the status of its code, unless told another', () => {
		expect(new CustomerError('email_exists').status).toBe(409);
		expect(new CustomerError('bad_response', { status: 302 }).status).toBe(302);
		expect(new CustomerError('offline').status).toBeUndefined();
	});

	it('is recognised across two copies of the module, by its brand', () => {
		const copy = Object.assign(new Error('from another copy'), { code: 'not_found', [Symbol.for('proyecta-customers.error')]: true });
		expect(isCustomerError(new CustomerError('not_found'))).toBe(true);
		expect(isCustomerError(copy)).toBe(true);
		for (const other of [new Error('not_found'), { code: 'not_found' }, null, undefined, 'not_found'])
			expect(isCustomerError(other)).toBe(false);
	});

	it('says which failures are worth another try', () => {
		const retryable = (Object.keys(en.errors) as CustomerErrorCode[]).filter((code) => new CustomerError(code).retryable);
		expect(retryable.sort()).toEqual(
			[
				'bad_upstream_response',
				'idempotency_in_progress',
				'offline',
				'rate_limited',
				'request_timeout',
				'timeout',
				'unreachable',
				'upstream_timeout',
				'upstream_unavailable',
			].sort(),
		);
	});

	it('shows no brand, cause or secret when it is serialised', () => {
		const error = new CustomerError('upstream_unavailable', { cause: new Error('password=hunter2') });
		expect(JSON.stringify(error)).not.toContain('hunter2');
	});
});
