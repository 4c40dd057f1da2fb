import { wait } from '../contract/abort';
import type { Capabilities, CustomerBackend } from '../contract/backend';
import type { EnsureResult, EnsureUser } from '../contract/ensureUser';
import { CustomerError, type CustomerErrorCode, isCustomerError } from '../contract/errors';
import type { CustomerRules } from '../domain/customerRules';
import { createDoneInOrder } from './doneInOrder';
import { eachAtOnce } from './eachAtOnce';
import { ensureInTurn } from './ensureCustomer';
import { createPace } from './pace';

/** Users who get customers, where customers are, and where to remember it. */
export interface BackfillOptions extends Omit<EnsureUser, 'user'>, CustomerRules {
	/** Where the customers are. */
	backend: CustomerBackend;
	/** Whose customers these are, as `authorize` would grant it. */
	scope: string;
	/** All users, in an order that stays the same, such as by id; read as they are needed, a few at a time. */
	users: AsyncIterable<EnsureUser['user']> | Iterable<EnsureUser['user']>;
	/** How many users at a time. @default 4 */
	concurrency?: number;
	/** Goes on after this user: the `last` that was told before. @default from the first user on */
	after?: string | null;
	/**
	 * Told how far it is, never twice at a time: while it stores what it was told, the other users go on, and what is new by then is told
	 * next. What it throws ends the backfill.
	 */
	onProgress?: (progress: BackfillReport) => unknown;
	/** Ends it with `aborted`; what was told last says where to go on. @default nobody ends it */
	signal?: AbortSignal;
}

/** How far a backfill is. */
export interface BackfillReport {
	/** Users who had a customer already. */
	linked: number;
	/** Users who got a new customer. */
	created: number;
	/** Users who got the customer that has their email. */
	existing: number;
	/** Users who got none, in the order of their failing; it grows as the backfill goes on. */
	failed: readonly BackfillFailure[];
	/** Up to and with this user all are done, those who failed too: where to go on `after`. `null` before the first is. */
	last: string | null;
}

/** A user who got no customer. Nothing personal: it may be logged. */
export interface BackfillFailure {
	/** The host's own id of the user. */
	userId: string;
	/** Why; `internal_error` for what the link threw. */
	code: CustomerErrorCode;
}

/** How often a call is made again that may succeed if made again, and after how many milliseconds at first. */
const maxTries = 6;
const firstWaitMs = 1000;

/** How far users may be ahead of one who has to wait: so many are remembered. */
const maxAhead = 1000;

/** What fails alike for every user: nothing is gained by asking for the others too. */
const fatal: ReadonlySet<CustomerErrorCode> = new Set(['misconfigured', 'unauthenticated', 'forbidden', 'cross_origin', 'not_supported']);

/**
 * Gives all users their customers, as {@link ensureCustomer} does for one: before the first billing, or after a move. It can be stopped at
 * any time, also by a crash, and goes on `after` the last user that was told: nobody gets two customers. When the backend says how long to
 * wait (`Retry-After`), no call is made before; what fails for a moment is tried again for half a minute. A user who cannot get one costs an
 * entry in the report.
 * @throws `CustomerError`: `misconfigured` for a blank scope or `*`; what would fail for all users, as `forbidden` or `not_supported`; `not_found`
 * where `users` has no user `after`; `aborted`; and what `users` or `onProgress` throws. What is under way is ended first.
 *
 * @returns what became of the users
 * @example
 * const report = await backfillCustomers({
 * 	backend,
 * 	scope: 'my-company',
 * 	users: db.users.all(),
 * 	link: db.users.link,
 * 	onProgress: ({ created, failed, last }) => console.log(`${created} created, ${failed.length} failed, up to ${last}`),
 * });
 */
export async function backfillCustomers(options: BackfillOptions): Promise<BackfillReport> {
	const { users, concurrency = 4, after = null, onProgress, signal } = options;
	if (!(concurrency >= 1)) throw new CustomerError('misconfigured', { message: 'backfillCustomers: `concurrency` should be 1 or more.' });
	const order = createDoneInOrder(after);
	const counts = { linked: 0, created: 0, existing: 0 };
	const failed: BackfillFailure[] = [];
	const report = (): BackfillReport => ({ ...counts, failed, last: order.last });
	const ensureOne = createEnsureOne(options);

	let telling = false;
	let news = false;
	const tell = async () => {
		if (telling || !news || !onProgress) return;
		telling = true;
		news = false;
		try {
			await onProgress(report());
		} finally {
			telling = false;
		}
	};
	const limits = { atOnce: concurrency, hasRoom: () => order.ahead < maxAhead, signal };
	try {
		await eachAtOnce(usersAfter(users, after), limits, async (user, ends) => {
			const done = order.add(user.id);
			const result = await ensureOne(user, ends);
			if (typeof result === 'string') failed.push({ userId: user.id, code: result });
			else counts[result.outcome]++;
			done();
			news = true;
			await tell();
		});
	} finally {
		await tell();
	}
	return report();
}

async function* usersAfter(users: BackfillOptions['users'], after: string | null): AsyncGenerator<EnsureUser['user']> {
	let skipping = after !== null;
	for await (const user of users) {
		if (!skipping) yield user;
		else if (user.id === after) skipping = false;
	}
	if (!skipping) return;
	throw new CustomerError('not_found', {
		message: 'backfillCustomers: `users` has no user with the id in `after`. Begin at the first: who has a customer keeps it.',
	});
}

/** Asks until there is a customer, or a reason why there is none. */
function createEnsureOne({ users: _, concurrency, after, onProgress, signal, ...options }: BackfillOptions) {
	const pace = createPace();
	let offered: Promise<Capabilities> | null = null;
	const calling = {
		ready: pace.ready,
		/** They are the same for all. */
		capabilities: (ask: () => Promise<Capabilities>) => {
			offered ??= ask().catch((error) => {
				offered = null;
				throw error;
			});
			return offered;
		},
	};
	return async (user: EnsureUser['user'], ends: AbortSignal): Promise<EnsureResult | CustomerErrorCode> => {
		for (let tries = 1; ; ) {
			try {
				return await ensureInTurn({ ...options, user, signal: ends }, calling);
			} catch (error) {
				if (ends.aborted) throw error;
				if (!isCustomerError(error)) return 'internal_error';
				if (fatal.has(error.code)) throw error;
				if (!error.retryable || tries >= maxTries) return error.code;
				const { retryAfterMs } = error;
				// Who is told when to come back has not failed, however often.
				if (error.code !== 'rate_limited' || retryAfterMs === undefined) tries++;
				if (retryAfterMs === undefined) await wait(firstWaitMs * 2 ** (tries - 2), ends);
				else pace.holdOff(Math.max(1, retryAfterMs));
			}
		}
	};
}
