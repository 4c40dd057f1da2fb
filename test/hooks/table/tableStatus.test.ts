import { expect, it } from 'vitest';
import { CustomerError } from '../../../src/contract/errors';
import { nextSort } from '../../../src/hooks/table/sorts';
import { tableStatus } from '../../../src/hooks/table/tableStatus';

const none = { rows: 0, narrowed: false };
const idle = { data: undefined, error: null, fetchStatus: 'idle' } as const;

it('is what was answered, as long as anything was', () => {
	const answered = { ...idle, data: {}, error: new CustomerError('internal_error') };
	expect(tableStatus(answered, { rows: 2, narrowed: true })).toBe('ready');
	expect(tableStatus(answered, { rows: 0, narrowed: true })).toBe('no-matches');
	expect(tableStatus(answered, none)).toBe('empty');
});

it('is why nothing was answered, unless it is being asked for', () => {
	expect(tableStatus(idle, none)).toBe('loading');
	expect(tableStatus({ ...idle, fetchStatus: 'paused' }, none)).toBe('offline');
	expect(tableStatus({ ...idle, error: new CustomerError('forbidden') }, none)).toBe('forbidden');
	expect(tableStatus({ ...idle, error: new CustomerError('internal_error') }, none)).toBe('failed');
	expect(tableStatus({ ...idle, error: new CustomerError('internal_error'), fetchStatus: 'fetching' }, none)).toBe('loading');
});

it('sorts ascending first, then descending, as far as it is offered', () => {
	const offers = (...sort: string[]) => ({ sort }) as never;
	expect(nextSort('name', '-created', offers('name', '-name'))).toBe('name');
	expect(nextSort('name', 'name', offers('name', '-name'))).toBe('-name');
	expect(nextSort('name', '-name', offers('-name'))).toBe('-name');
	expect(nextSort('name', '-created', undefined)).toBeUndefined();
});
