import { stableStringify } from '../cursor';
import { keyReused } from '../write';
import type { Row, Run } from './database';
import { customerColumns } from './rows';
import type { Statement } from './statement';

/** One use of an idempotency key. */
export interface KeyUse {
	scope: string;
	/** What was called: a key of one route says nothing about another. */
	route: string;
	key: string;
	inputHash: string;
}

/** The use that a call makes of its key, or `null` without one. */
export async function keyUse(scope: string, route: string, key: string | undefined, input: unknown): Promise<KeyUse | null> {
	if (key === undefined) return null;
	const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(stableStringify(input)));
	const inputHash = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
	return { scope, route, key, inputHash };
}

/**
 * The part of a write's own statement that records the key's use: both happen or neither does, so a crash leaves nothing
 * half done and no key blocks for ever. It also forgets a few keys that are more than a day old.
 */
export function recordKey({ value }: Statement, use: KeyUse, customerId: string, outcome: 'created' | 'updated', clause: string): string {
	const values = [use.scope, use.route, use.key, use.inputHash, customerId, outcome].map((text) => `${value(text)}::text`).join(', ');
	return `forgotten AS (
			DELETE FROM proyecta_customer_keys WHERE ctid = ANY(ARRAY(
				SELECT ctid FROM proyecta_customer_keys WHERE used < now() - interval '1 day' ORDER BY used LIMIT 20 FOR UPDATE SKIP LOCKED))
		), recorded AS (
			INSERT INTO proyecta_customer_keys (scope, route, key, input_hash, customer_id, outcome) SELECT ${values} ${clause}
			RETURNING key
		)`;
}

/**
 * What a key was used for before, with its customer's columns (`id` is null when that customer was not made under the key).
 * `null` when it was not used. Throws `idempotency_key_reused` when it was used with another input.
 */
export async function findKey(run: Run, use: KeyUse, signal?: AbortSignal): Promise<Row | null> {
	// The customer that a key made carries the time of the statement that made both.
	const sql = `SELECT used.input_hash, used.outcome, ${customerColumns} FROM proyecta_customer_keys AS used
		LEFT JOIN proyecta_customers AS customer ON customer.scope = used.scope AND customer.id = used.customer_id
			AND (used.outcome <> 'created' OR customer.created = used.used)
		WHERE used.scope = $1 AND used.route = $2 AND used.key = $3`;
	const [row] = await run(sql, [use.scope, use.route, use.key], signal);
	if (row && row.input_hash !== use.inputHash) throw keyReused();
	return row ?? null;
}
