import type { IdempotencyStore, KeyedCall, KeyState } from '../../contract/stores';
import { createRun, type PostgresQuery, type Row } from './database';
import { routeOf } from './idempotency';

/** How {@link postgresIdempotency} reaches the database, and how much it keeps. */
export interface PostgresIdempotencyOptions {
	/** Runs one parameterised statement, as that of `postgresBackend`. */
	query: PostgresQuery;
	/** How large the responses of one scope may be together, in bytes. @default 16_777_216 */
	maxBytes?: number;
	/** How long a response is kept, in milliseconds. @default 86_400_000 */
	ttlMs?: number;
}

/** One in so many responses is followed by a look at what is too old or too much. */
const tidyEvery = 100;
/** How often what was there may be released before it is read. */
const attempts = 3;

/**
 * Keeps responses in the tables of {@link postgresSchema}, for all servers on that database. `postgresBackend` brings it along; handlers of
 * other backends can be given it. Of each scope the newest responses are kept, of its actors alike; scopes do not touch each other.
 *
 * A key whose server died is free again once its request could have lasted no longer, and at once where `postgresBackend` had written by
 * then: whoever comes with it gets the first answer.
 *
 * @returns the store
 * @example
 * const query = pool.query.bind(pool);
 * const idempotency = postgresIdempotency({ query });
 */
export function postgresIdempotency(options: PostgresIdempotencyOptions): IdempotencyStore {
	const { query, maxBytes = 16_777_216, ttlMs = 86_400_000 } = options;
	const run = createRun(query);
	// Where each process answers little, each is to tidy up now and then.
	let answered = Math.floor(Math.random() * tidyEvery);

	return {
		async begin(key, fingerprint, { scope = '', actor = '', customerId, writeKey = '', lastsMs = ttlMs }: Partial<KeyedCall> = {}) {
			const routes = [routeOf.create, ...(customerId === undefined ? [] : [routeOf.update(customerId)])];
			for (let attempt = 0; attempt < attempts; attempt++) {
				const claimed = await run(claim, [key, scope, actor, fingerprint, lastsMs, routes, writeKey]);
				if (claimed.length > 0) return { state: 'started' };
				const [former] = await run('SELECT fingerprint, answer FROM proyecta_customer_answers WHERE key = $1', [key]);
				if (former) return stateOf(former, fingerprint);
			}
			return { state: 'in_progress' };
		},
		async keep(key, answer) {
			const [kept] = await run(fill, [key, JSON.stringify(answer), ttlMs]);
			if (!kept || ++answered % tidyEvery !== 0) return;
			await run(forget, []);
			await run(trimAnswers, [kept.scope, maxBytes]);
			await run(trimKeys, [kept.scope, maxBytes]);
		},
		async release(key) {
			await run('DELETE FROM proyecta_customer_answers WHERE key = $1 AND answer IS NULL', [key]);
		},
	};
}

function stateOf({ fingerprint: former, answer }: Row, fingerprint: string): KeyState {
	if (former !== fingerprint) return { state: 'reused' };
	return typeof answer === 'string' ? { state: 'done', answer: JSON.parse(answer) } : { state: 'in_progress' };
}

/**
 * Claims a key that is new, or whose former claim is over: by its time, or because the backend's own record, which is one with the write,
 * says that only the answer is missing. That the backend gives again.
 */
const claim = `INSERT INTO proyecta_customer_answers AS former (key, scope, actor, fingerprint, ends)
	VALUES ($1::text, $2::text, $3::text, $4::text, now() + $5::float8 * interval '1 millisecond')
	ON CONFLICT (key) DO UPDATE SET fingerprint = excluded.fingerprint, answer = NULL, used = excluded.used, ends = excluded.ends
	WHERE former.ends < now() OR (former.answer IS NULL AND former.fingerprint = excluded.fingerprint AND EXISTS (
		SELECT FROM proyecta_customer_keys AS written WHERE written.scope = $2::text AND written.route = ANY($6::text[]) AND written.key = $7::text))
	RETURNING key`;

const fill = `UPDATE proyecta_customer_answers SET answer = $2::text, ends = now() + $3::float8 * interval '1 millisecond'
	WHERE key = $1::text AND answer IS NULL RETURNING scope`;

/** What somebody else is just deleting or claiming anew is skipped, not waited for. */
const forget = `DELETE FROM proyecta_customer_answers WHERE key = ANY(ARRAY(
	SELECT key FROM proyecta_customer_answers WHERE ends < now() ORDER BY ends LIMIT 1000 FOR UPDATE SKIP LOCKED))`;

/** Of each part of a scope the newest, as deep as the scope has room for. What is running counts, and is left alone. */
function trim(table: string, part: string): string {
	return `WITH weighed AS (
			SELECT ctid AS place, ${part} AS part, used, coalesce(pg_column_size(answer), 0) + 400 AS bytes FROM ${table} WHERE scope = $1::text
		), stacked AS (
			SELECT place, bytes, sum(bytes) OVER (PARTITION BY part ORDER BY used DESC, place) AS depth FROM weighed
		), filled AS (
			SELECT place, sum(bytes) OVER (ORDER BY depth, place) AS total FROM stacked
		)
		DELETE FROM ${table} WHERE answer IS NOT NULL AND ctid = ANY(ARRAY(SELECT place FROM filled WHERE total > $2::float8))`;
}

const trimAnswers = trim('proyecta_customer_answers', 'actor');
/** The backend's own records: its routes name the customer. */
const trimKeys = trim('proyecta_customer_keys', 'route');
