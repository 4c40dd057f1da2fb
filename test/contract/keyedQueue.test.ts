import { afterEach, expect, it, vi } from 'vitest';
import { createKeyedQueue } from '../../src/backends/kit';

afterEach(() => void vi.useRealTimers());

const hang = () => new Promise<never>(() => {});

it('a task that hangs keeps the next of its key waiting for ten seconds, one after the other', async () => {
	vi.useFakeTimers();
	const inQueue = createKeyedQueue();
	const begun: string[] = [];
	const task = (name: string, work: () => Promise<unknown>) => () => {
		begun.push(name);
		return work();
	};
	void inQueue('a', task('hung', hang));
	void inQueue('a', task('hung too', hang));
	void inQueue(
		'a',
		task('last', async () => {}),
	);
	void inQueue(
		'b',
		task('other', async () => {}),
	);
	await vi.advanceTimersByTimeAsync(9_999);
	expect(begun).toEqual(['hung', 'other']);
	await vi.advanceTimersByTimeAsync(1);
	expect(begun).toEqual(['hung', 'other', 'hung too']);
	await vi.advanceTimersByTimeAsync(10_000);
	expect(begun).toEqual(['hung', 'other', 'hung too', 'last']);
});

it('a task that fails keeps nobody waiting, and no timer is left of what is done', async () => {
	vi.useFakeTimers();
	const inQueue = createKeyedQueue();
	const failed = inQueue('a', () => Promise.reject(new Error('no')));
	const next = inQueue('a', async () => 'yes');
	await expect(failed).rejects.toThrow('no');
	expect(await next).toBe('yes');
	await vi.advanceTimersByTimeAsync(0);
	expect(vi.getTimerCount()).toBe(0);
});
