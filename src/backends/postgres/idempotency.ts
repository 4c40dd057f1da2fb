import { errorStatus, isCustomerError } from '../../contract/errors';
import type { Customer } from '../../domain/customer';
import { quickDigest } from '../../domain/quickDigest';
import { stableStringify } from '../../domain/stableStringify';
import { idempotencyKeyReused } from '../kit/refusals';
import { type Run, violates } from './database';
import { customerColumns, toCustomer } from './rows';
import type { Statement } from './statement';

/** One use of an idempotency key. */
export interface KeyUse {
	scope: string;
	/** What was called: a key of one route says nothing about another. */
	route: string;
	key: string;
	inputHash: string;
}

/** How a keyed write ended. */
export type Outcome = 'created' | 'existing' | 'updated';

/** What a key belongs to. */
export const routeOf = { create: 'create', update: (id: string) => `update ${id}` } as const;

/** Violated by a second use of a key. */
export const keyConstraint = 'proyecta_customer_keys_key';

/** The use that a call makes of its key, or `null` without one. `inputDigest` stands for the input where the caller has one. */
export async function keyUse(
	scope: string,
	route: string,
	key: string | undefined,
	input: unknown,
	inputDigest?: string,
): Promise<KeyUse | null> {
	if (key === undefined) return null;
	return { scope, route, key, inputHash: inputDigest ?? (await quickDigest(stableStringify(input))) };
}

/**
 * Ends a statement `WITH customer AS (…)` by returning that customer. With a key, it also records the key's use: both happen or
 * neither does, so a crash leaves nothing half done and no key blocks for ever. A few keys of more than a day ago are forgotten.
 */
export function answerAndRecord({ value }: Statement, use: KeyUse | null, outcome: Outcome): string {
	const answer = `SELECT ${customerColumns} FROM customer`;
	if (use === null) return answer;
	const values = [use.scope, use.route, use.key, use.inputHash, outcome].map((text) => `${value(text)}::text`);
	return `, forgotten AS (
			DELETE FROM proyecta_customer_keys WHERE ctid = ANY(ARRAY(
				SELECT ctid FROM proyecta_customer_keys WHERE used < now() - interval '1 day' ORDER BY used LIMIT 20 FOR UPDATE SKIP LOCKED))
		), recorded AS (
			INSERT INTO proyecta_customer_keys (scope, route, key, input_hash, outcome, answer)
			SELECT ${values.join(', ')}, to_jsonb(answer) FROM (${answer}) AS answer
		) ${answer}`;
}

/**
 * What was answered under a key before, or `null` when it was not used.
 * Throws `idempotency_key_reused` when it was used with another input.
 */
export async function findAnswer(run: Run, use: KeyUse, signal?: AbortSignal): Promise<{ customer: Customer; outcome: Outcome } | null> {
	const sql = `SELECT input_hash, outcome, answer::text AS answer FROM proyecta_customer_keys WHERE scope = $1 AND route = $2 AND key = $3`;
	const [row] = await run(sql, [use.scope, use.route, use.key], signal);
	if (!row) return null;
	if (row.input_hash !== use.inputHash) throw idempotencyKeyReused();
	return { customer: toCustomer(JSON.parse(String(row.answer))), outcome: row.outcome as Outcome };
}

/**
 * What an edit returns, or returned when it was done. Whatever a repeated call fails for, it may be what its first time did (the version that
 * it raised), or what has become of the customer since: the key knows.
 */
export async function orAnswerOf(
	run: Run,
	use: KeyUse | null,
	signal: AbortSignal | undefined,
	edit: () => Promise<Customer>,
): Promise<Customer> {
	try {
		return await edit();
	} catch (failure) {
		const before = use && isRefusal(failure) ? await findAnswer(run, use, signal) : null;
		if (before) return before.customer;
		throw failure;
	}
}

/** Whether the database was there to be asked. */
function isRefusal(failure: unknown): boolean {
	return isCustomerError(failure) && ((errorStatus[failure.code] ?? 500) < 500 || violates(failure, keyConstraint));
}
