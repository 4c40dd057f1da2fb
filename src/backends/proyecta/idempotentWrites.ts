import type { WriteOptions } from '../../contract/backend';
import { isCustomerError } from '../../contract/errors';
import { stableStringify } from '../../domain/stableStringify';
import { keyReused } from '../kit/write';

/** Idempotency keys and emails that are remembered, the oldest forgotten first. */
export const maxRemembered = 10_000;

/** Runs a write once per idempotency key in this process: whoever repeats key and input gets the first answer. */
export type Once = <T>(route: string, input: unknown, call: WriteOptions, effect: () => Promise<T>) => Promise<T>;

/** Failures are not kept, so that a retry under the same key tries again. */
export function createOnce(): Once {
	const answered = new Map<string, { input: string; answer: Promise<unknown> }>();
	return async function once<T>(route: string, input: unknown, call: WriteOptions, effect: () => Promise<T>): Promise<T> {
		if (call.idempotencyKey === undefined) return effect();
		const key = JSON.stringify([call.scope ?? '', route, call.idempotencyKey]);
		const text = stableStringify(input);
		const former = answered.get(key);
		if (former) {
			if (former.input !== text) throw keyReused();
			try {
				return structuredClone((await former.answer) as T);
			} catch (error) {
				// That the first caller hung up says nothing about this one's call.
				if (!isCustomerError(error) || error.code !== 'aborted' || call.signal?.aborted) throw error;
				return once(route, input, call, effect);
			}
		}
		const answer = effect();
		answered.set(key, { input: text, answer });
		if (answered.size > maxRemembered) answered.delete(answered.keys().next().value!);
		try {
			return structuredClone(await answer);
		} catch (error) {
			if (answered.get(key)?.answer === answer) answered.delete(key);
			throw error;
		}
	};
}

/** Runs the tasks of one key one after another, those of different keys side by side. */
export function createQueues(): <T>(key: string, task: () => Promise<T>) => Promise<T> {
	const tails = new Map<string, Promise<unknown>>();
	return (key, task) => {
		const turn = (tails.get(key) ?? Promise.resolve()).then(task, task);
		const tail = turn.catch(() => {}).then(() => void (tails.get(key) === tail && tails.delete(key)));
		tails.set(key, tail);
		return turn;
	};
}
