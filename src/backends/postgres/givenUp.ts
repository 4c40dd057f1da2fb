import { abortedError, throwIfAborted } from '../../contract/abort';
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

/** How many statements of one scope run side by side. What waits here can still be taken back, unlike what waits for a connection. */
const atOnce = 2;
/** How long a statement may keep others waiting, in milliseconds: it may hang. */
const patienceMs = 10_000;

/** The statements of a scope. */
interface Lane {
	running: number;
	/** How many of them nobody waits for any more. */
	givenUp: number;
	waiting: (() => void)[];
}

/**
 * Statements that cannot be cancelled. A scope has two connections at most, and while one that was given up still runs, the next of its scope
 * waits: however much somebody asks for at once, gives up and asks again, the others find a connection.
 */
export function createWaiting(query: PostgresQuery): (scope: string) => Begin {
	const lanes = new Map<string, Lane>();
	return (scope) => async (text, params, signal) => {
		const lane = lanes.get(scope) ?? { running: 0, givenUp: 0, waiting: [] };
		lanes.set(scope, lane);
		await turn(lane, signal);
		let [runs, givenUp] = [true, false];
		const leave = () => {
			if (!runs) return;
			runs = false;
			clearTimeout(timer);
			signal?.removeEventListener('abort', onAbort);
			lane.running--;
			if (givenUp) lane.givenUp--;
			startNext(lane);
			if (lane.running + lane.waiting.length === 0) lanes.delete(scope);
		};
		const onAbort = () => {
			givenUp = true;
			lane.givenUp++;
		};
		const timer = setTimeout(leave, patienceMs);
		signal?.addEventListener('abort', onAbort, { once: true });
		try {
			// It may have been given up as its turn came.
			throwIfAborted(signal);
			return await query(text, params);
		} finally {
			leave();
		}
	};
}

function startNext(lane: Lane): void {
	while (lane.running < atOnce && lane.givenUp === 0 && lane.waiting.length > 0) {
		lane.running++;
		lane.waiting.shift()!();
	}
}

/** @throws `aborted` where the signal fires first */
function turn(lane: Lane, signal: AbortSignal | undefined): Promise<void> {
	return new Promise((resolve, reject) => {
		const start = () => {
			signal?.removeEventListener('abort', leave);
			resolve();
		};
		const leave = () => {
			lane.waiting = lane.waiting.filter((one) => one !== start);
			reject(abortedError(signal?.reason));
		};
		signal?.addEventListener('abort', leave, { once: true });
		lane.waiting.push(start);
		startNext(lane);
	});
}
