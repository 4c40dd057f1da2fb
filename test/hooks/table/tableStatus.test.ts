import { expect, it } from 'vitest';
import { CustomerError } from '../../../src/contract/errors';
import { nextSort } from '../../../src/hooks/table/nextSort';
import { tableStatus } from '../../../src/hooks/table/tableStatus';

const idle = { data: undefined, error: null, fetchStatus: 'idle' } as const;

it('is what was answered, as long as anything was', () => {
	const answered = { ...idle, data: {}, error: new CustomerError('internal_error') };
	expect(tableStatus(answered, 2, true, false)).toBe('ready');
	expect(tableStatus(answered, 0, true, false)).toBe('no-matches');
	expect(tableStatus(answered, 0, false, false)).toBe('empty');
});

it('is why nothing was answered, unless it is being asked for', () => {
	expect(tableStatus(idle, 0, false, false)).toBe('loading');
	expect(tableStatus({ ...idle, fetchStatus: 'paused' }, 0, false, true)).toBe('offline');
	expect(tableStatus({ ...idle, error: new CustomerError('forbidden') }, 0, false, false)).toBe('forbidden');
	expect(tableStatus({ ...idle, error: new CustomerError('internal_error') }, 0, false, false)).toBe('failed');
	expect(tableStatus({ ...idle, error: new CustomerError('internal_error'), fetchStatus: 'fetching' }, 0, false, false)).toBe('loading');
});

it('sorts ascending first, then descending, as far as it is offered', () => {
	const offers = (...sort: string[]) => ({ sort }) as never;
	expect(nextSort('name', '-created', offers('name', '-name'))).toBe('name');
	expect(nextSort('name', 'name', offers('name', '-name'))).toBe('-name');
	expect(nextSort('name', '-name', offers('-name'))).toBe('-name');
	expect(nextSort('name', '-created', undefined)).toBeUndefined();
});
