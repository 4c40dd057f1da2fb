import { throwIfAborted } from '../contract/abort';
import type { Capabilities, CustomerBackend } from '../contract/backend';
import { clearableFields } from '../contract/clearableFields';
import { maxLimit } from '../contract/listRequest';
import { sorts } from '../contract/sorts';
import { type CustomerRules, rulesOf } from '../domain/customerRules';
import { validateCustomerInput, validateCustomerPatch } from '../domain/validateCustomer';
import { checkId } from './kit/checkId';
import { checkListRequest } from './kit/checkListRequest';
import { checkCreate, checkUpdate, requireValid } from './kit/checkWrite';
import { notFound } from './kit/refusals';
import { openChanges, type PostgresListen } from './postgres/changes';
import { createCustomer } from './postgres/createCustomer';
import { openCursors } from './postgres/cursors';
import { createRun, type PostgresQuery } from './postgres/database';
import { createRowFolder } from './postgres/foldRows';
import { createCancelling, createWaiting } from './postgres/givenUp';
import { findAnswer, keyUse, orAnswerOf, routeOf } from './postgres/idempotency';
import { createIndexCheck } from './postgres/indexCheck';
import { listCustomers } from './postgres/listCustomers';
import { postgresIdempotency } from './postgres/postgresIdempotency';
import { postgresRateLimit } from './postgres/postgresRateLimit';
import { customerColumns, toCustomer } from './postgres/rows';
import { countryIndexes } from './postgres/schema';
import { termsIndex } from './postgres/terms';
import { updateCustomer } from './postgres/updateCustomer';

export { isCustomerError } from '../contract/errors';
export type { PostgresListen } from './postgres/changes';
export type { PostgresQuery } from './postgres/database';
export { importCustomers } from './postgres/importCustomers';
export type { PgClient } from './postgres/pgListen';
export { pgListen } from './postgres/pgListen';
export type { PostgresIdempotencyOptions } from './postgres/postgresIdempotency';
export { postgresIdempotency } from './postgres/postgresIdempotency';
export type { PostgresRateLimitOptions } from './postgres/postgresRateLimit';
export { postgresRateLimit } from './postgres/postgresRateLimit';
export { postgresIndexes, postgresSchema } from './postgres/schema';

/** How the database is reached, and how strictly customers are checked. */
export interface PostgresBackendOptions extends CustomerRules {
	/**
	 * Runs one parameterised statement: `pool.query.bind(pool)` of node-postgres, `db.query.bind(db)` of PGlite. Set the
	 * connection's `statement_timeout`, or one slow statement holds a connection for as long as it likes.
	 */
	query: PostgresQuery;
	/**
	 * The same on a connection that `query` does not use, so of a pool of its own: what nobody waits for any more is cancelled through it
	 * (`pg_cancel_backend`), so that it keeps no connection from others. A write is cancelled only when its time is up (`TimeoutError`).
	 * @default a scope has two connections for its lists; what was given up runs on, and the next list of its scope waits for it, ten seconds at most
	 */
	cancel?: PostgresQuery;
	/**
	 * How changes are heard of, whichever process made them: `pgListen(() => new Client(…))` for node-postgres, `db.listen.bind(db)` of PGlite.
	 * One connection is enough for all who listen. @default live changes are not offered
	 */
	listen?: PostgresListen;
}

const capabilities: Capabilities = {
	write: { create: true, update: true, clear: clearableFields, customId: true },
	search: { fields: ['name', 'email', 'phone', 'id'], consistency: 'strong', minLength: 1, matching: 'folded' },
	filter: { email: true, country: true, created: true },
	sort: sorts,
	paging: { backward: true, maxLimit, total: ['exact', 'estimate'] },
	createByEmail: 'atomic',
	conditionalUpdate: 'atomic',
	keeps: clearableFields,
	export: true,
	entitlements: false,
	checkout: false,
	billingPortal: false,
	subscriptions: false,
	live: false,
};

/**
 * Customers in your own PostgreSQL, in the tables of {@link postgresSchema}. Each write is one statement, so it works through
 * any pool, also a transaction-mode one. Calls without a scope share the scope `''`.
 *
 * It finds and sorts by folded text (`search.matching`); customers without a name come last both ways. Rows that are written by
 * SQL of your own, or by an older version of this backend, are folded by the next search. Idempotency keys are remembered for a day, of each scope at least the newest 16 MB of what was answered. Cursors are sealed with a key that the database keeps, so every server can open them.
 *
 * The handler keeps its answers by idempotency key and its rate limits there as well (`stores`), so that several servers need nothing more.
 *
 * @returns the backend; it opens no connection of its own
 * @example
 * await pool.query(postgresSchema, []);
 * const backend = postgresBackend({ query: pool.query.bind(pool) });
 */
export function postgresBackend({ query, cancel, listen, ...options }: PostgresBackendOptions): CustomerBackend {
	const rules = rulesOf(options);
	const run = createRun(query, cancel && createCancelling(query, cancel));
	const waiting = createWaiting(query);
	const listRun = (scope: string) => (cancel ? run : createRun(query, waiting(scope)));
	const cursors = openCursors(run);
	const foldRows = createRowFolder(run);
	const isIndexed = createIndexCheck(run, [termsIndex[0]]);
	const hasCountries = createIndexCheck(
		run,
		countryIndexes.map(([name]) => name),
	);
	const offered = { ...capabilities, live: listen !== undefined };

	const get: CustomerBackend['get'] = async (id, { scope = '', signal } = {}) => {
		checkId(id);
		const sql = `SELECT ${customerColumns} FROM proyecta_customers AS customer WHERE customer.scope = $1 AND customer.id = $2`;
		const [row] = await run(sql, [scope, id], signal);
		if (!row) throw notFound();
		return toCustomer(row);
	};

	return {
		...(listen && { subscribe: openChanges(run, listen) }),
		capabilities: () => structuredClone(offered),
		stores: { idempotency: postgresIdempotency({ query }), rateLimit: postgresRateLimit({ query }) },
		get,
		async list(request, { scope = '', signal } = {}) {
			const checked = checkListRequest(request, capabilities);
			throwIfAborted(signal);
			return listCustomers(
				{ run: listRun(scope), foldRows, isIndexed, hasCountries, sealer: await cursors(signal) },
				checked,
				scope,
				signal,
			);
		},
		async create(input, { scope = '', signal, idempotencyKey } = {}) {
			const given = checkCreate(input, { idempotencyKey }, capabilities);
			const value = requireValid(await validateCustomerInput(given, rules));
			return createCustomer(run, value, scope, await keyUse(scope, routeOf.create, idempotencyKey, value), signal);
		},
		async update(id, patch, { scope = '', signal, idempotencyKey, inputDigest, ifVersion } = {}) {
			const given = checkUpdate(id, patch, { idempotencyKey }, capabilities);
			const use = await keyUse(scope, routeOf.update(id), idempotencyKey, given, inputDigest);
			return orAnswerOf(run, use, signal, async () => {
				const former = await get(id, { scope, signal });
				const value = requireValid(await validateCustomerPatch(given, { previous: former, ...rules }));
				return updateCustomer(run, { former, patch: value, scope, ifVersion, use, signal });
			});
		},
		async recall(id, { scope = '', signal, idempotencyKey, inputDigest }) {
			const use = await keyUse(scope, routeOf.update(id), idempotencyKey, null, inputDigest);
			return (use && (await findAnswer(run, use, signal)))?.customer ?? null;
		},
	};
}
