import { abortable } from '../../contract/abort';
import { createKeyedQueue } from '../../contract/keyedQueue';
import { randomHex } from '../../domain/randomHex';
import type { Begin, PostgresQuery } from './database';

/** How long to wait before a statement is looked for again that was not running yet, in milliseconds: it may wait for a connection. */
const firstPauseMs = 20;
const longestPauseMs = 1000;
/** How often it is looked for: what runs even then has lost its connection. */
const maxLooks = 60;

// What others run cannot be seen, let alone cancelled: of one role's statements only one begins with these random words.
const cancelMarked = `SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE state = 'active' AND starts_with(query, $1::text)`;

const writes = /\b(INSERT|UPDATE|DELETE)\b/;

/**
 * Statements that end in the database, too, once their signal fires. A write ends for want of time only: whoever leaves a page
 * has not taken back what was sent from it.
 */
export function createCancelling(query: PostgresQuery, cancel: PostgresQuery): Begin {
	return (text, params, signal) => {
		if (!signal) return query(text, params);
		const mark = `/* proyecta-customers ${randomHex(16)} */`;
		const running = query(`${mark} ${text}`, params);
		let over = false;
		const onAbort = () => {
			if (!writes.test(text) || isTimeout(signal.reason))
				void untilOver(
					() => cancel(cancelMarked, [mark]),
					() => over,
				);
		};
		signal.addEventListener('abort', onAbort, { once: true });
		return running.finally(() => {
			over = true;
			signal.removeEventListener('abort', onAbort);
		});
	};
}

function isTimeout(reason: unknown): boolean {
	return typeof reason === 'object' && reason !== null && 'name' in reason && reason.name === 'TimeoutError';
}

async function untilOver(cancelOnce: () => Promise<unknown>, isOver: () => boolean): Promise<void> {
	for (let looks = 0; looks < maxLooks && !isOver(); looks++) {
		try {
			await cancelOnce();
		} catch {
			// a database out of reach has other troubles than this statement
		}
		await new Promise((resolve) => setTimeout(resolve, Math.min(firstPauseMs * 2 ** looks, longestPauseMs)));
	}
}

/**
 * Statements that cannot be cancelled. While one that was given up still runs, the next of its scope waits: however often somebody gives
 * up and asks again, one connection is what it costs the others.
 */
export function createWaiting(query: PostgresQuery): (scope: string) => Begin {
	const inQueue = createKeyedQueue();
	return (scope) => async (text, params, signal) => {
		await abortable(
			inQueue(scope, async () => {}),
			signal,
		);
		const running = query(text, params);
		const onAbort = () => void inQueue(scope, () => running).catch(() => {});
		signal?.addEventListener('abort', onAbort, { once: true });
		return running.finally(() => signal?.removeEventListener('abort', onAbort));
	};
}
