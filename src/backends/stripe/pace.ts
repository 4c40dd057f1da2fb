import { abortedError } from '../../contract/abort';
import { CustomerError } from '../../contract/errors';

/** Keeps calls to what Stripe allows an endpoint. */
export interface Pace {
	/**
	 * Returns once a call may go, with what to call once it was answered. Throws `rate_limited` at once where its turn is too far off, and
	 * `aborted`.
	 */
	turn(endpoint: string, signal?: AbortSignal): Promise<() => void>;
	/** Lets no call of the endpoint go for some milliseconds: Stripe asked for it. */
	hold(endpoint: string, ms: number): void;
}

interface Lane {
	/** For each call of late, when it no longer counts. */
	freeAt: { time: number }[];
	waiting: (() => void)[];
	heldUntil: number;
	timer: ReturnType<typeof setTimeout> | undefined;
}

const second = 1000;

/**
 * A queue for each endpoint. Stripe counts calls as they come in, which may be any time until their answer: a call counts for a second after
 * that, or after its first second on the way.
 *
 * @param perSecond calls a second and endpoint
 * @param patienceMs how long a call may have to wait; one that would wait longer is refused, so that its caller can say so in time
 */
export function createPace(perSecond: number, patienceMs: number): Pace {
	const lanes = new Map<string, Lane>();
	const laneOf = (endpoint: string): Lane => {
		const known = lanes.get(endpoint) ?? { freeAt: [], waiting: [], heldUntil: 0, timer: undefined };
		lanes.set(endpoint, known);
		return known;
	};

	/** Lets go whoever may, and looks again when the next one may. */
	function pump(lane: Lane): void {
		clearTimeout(lane.timer);
		const now = Date.now();
		lane.freeAt = lane.freeAt.filter(({ time }) => time > now);
		while (lane.waiting.length > 0 && lane.heldUntil <= now && lane.freeAt.length < perSecond) lane.waiting.shift()?.();
		if (lane.waiting.length === 0) return;
		const free = lane.freeAt.length < perSecond ? 0 : Math.min(...lane.freeAt.map(({ time }) => time));
		lane.timer = setTimeout(() => pump(lane), Math.max(1, Math.max(free, lane.heldUntil) - now));
	}

	return {
		turn: (endpoint, signal) =>
			new Promise((resolve, reject) => {
				const lane = laneOf(endpoint);
				const wait = Math.max(0, lane.heldUntil - Date.now()) + Math.floor((lane.freeAt.length + lane.waiting.length) / perSecond) * second;
				if (wait > patienceMs) return reject(tooFast(wait));
				const give = () => {
					signal?.removeEventListener('abort', leave);
					const place = { time: Date.now() + 2 * second };
					lane.freeAt.push(place);
					resolve(() => {
						place.time = Math.min(place.time, Date.now() + second);
						pump(lane);
					});
				};
				const leave = () => {
					lane.waiting = lane.waiting.filter((other) => other !== give);
					reject(abortedError(signal?.reason));
				};
				signal?.addEventListener('abort', leave, { once: true });
				lane.waiting.push(give);
				pump(lane);
			}),
		hold(endpoint, ms) {
			const lane = laneOf(endpoint);
			lane.heldUntil = Math.max(lane.heldUntil, Date.now() + ms);
		},
	};
}

function tooFast(ms: number): CustomerError {
	return new CustomerError('rate_limited', {
		message: 'So many calls wait for Stripe already that this one would come too late. Wait for retryAfterMs.',
		retryAfterMs: Math.min(60_000, Math.max(second, ms)),
	});
}
