import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPendingReads } from '../../../src/hooks/form/pendingReads';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('waits until the last field is read', async () => {
	const reads = createPendingReads(5_000);
	reads.set('phone', true);
	reads.set('address.state', true);
	const done = vi.fn();
	void reads.done().then(done);
	reads.set('phone', false);
	expect(reads.has('phone')).toBe(false);
	expect(reads.any).toBe(true);
	await vi.advanceTimersByTimeAsync(4_999);
	expect(done).not.toHaveBeenCalled();
	reads.set('address.state', false);
	await vi.advanceTimersByTimeAsync(0);
	expect(done).toHaveBeenCalledOnce();
	expect(vi.getTimerCount()).toBe(0);
});

it('waits no longer than it has patience for, and for nothing not at all', async () => {
	const reads = createPendingReads(5_000);
	await reads.done();
	reads.set('phone', true);
	const done = vi.fn();
	void reads.done().then(done);
	await vi.advanceTimersByTimeAsync(5_000);
	expect(done).toHaveBeenCalledOnce();
});
