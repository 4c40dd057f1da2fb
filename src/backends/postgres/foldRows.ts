import { wait } from '../../contract/abort';
import type { Row, Run } from './database';
import { toFold } from './rows';
import { foldSource, isStale } from './schema';

/** Makes sure that a scope's rows are folded. Returns whether they are: of very many, the rest is folded while others are answered. */
export type FoldRows = (scope: string, signal?: AbortSignal) => Promise<boolean>;

/** Rows a statement. */
const batch = 1000;
/** How often a search folds a batch before it is answered, or waits for one who holds a row. */
const patience = 20;
/** How long it waits then, in milliseconds. */
const pauseMs = 10;
/** How long rows are folded that no search waits for, in milliseconds: what hangs must not keep a scope from it for good. */
const longestMs = 60_000;

// No "LIMIT": one that counts or explains the statements of lists shall not take these for such.
const readStale = `SELECT id, name, email FROM proyecta_customers WHERE scope = $1 AND ${isStale} FETCH FIRST ${batch} ROWS ONLY`;

// A row that somebody is just writing is skipped, not waited for: whoever writes it may do so for long, or wait for another row of ours.
const writeFolded = `WITH folded AS (
		SELECT * FROM jsonb_to_recordset($2::text::jsonb) AS row (id text, name_sort text, search_text text, folded_from text)
	), free AS (
		SELECT id FROM proyecta_customers
		WHERE scope = $1 AND id = ANY($3::text[]) AND ${isStale}
		FOR UPDATE SKIP LOCKED
	)
	UPDATE proyecta_customers AS customer
	SET name_sort = folded.name_sort, search_text = folded.search_text, folded_from = folded.folded_from
	FROM folded JOIN free USING (id)
	WHERE customer.scope = $1 AND customer.id = ANY($3::text[]) AND customer.id = folded.id AND folded.folded_from = ${foldSource('customer')}
	RETURNING customer.id`;

/**
 * Folds rows that the backend did not write: those of before there was a fold, those of older processes beside this one, those of the
 * host's own SQL. What was folded stays so, however the call ends, and nobody else's write is waited for or undone.
 */
export function createRowFolder(run: Run): FoldRows {
	/** Scopes whose many rows are being folded. */
	const folding = new Set<string>();

	async function foldBatch(scope: string, stale: readonly Row[], signal?: AbortSignal): Promise<number> {
		const rows = stale.map(({ id, name, email }) => ({ id, ...toFold({ id, name, email } as Parameters<typeof toFold>[0]) }));
		return (await run(writeFolded, [scope, JSON.stringify(rows), rows.map(({ id }) => id)], signal)).length;
	}

	async function fold(scope: string, rounds: number, signal?: AbortSignal): Promise<boolean> {
		for (let round = 0; ; round++) {
			const stale = await run(readStale, [scope], signal);
			if (stale.length === 0) return true;
			if (round === rounds) return false;
			if ((await foldBatch(scope, stale, signal)) === 0) await wait(pauseMs, signal);
		}
	}

	return async (scope, signal) => {
		if (folding.has(scope)) return (await run(readStale, [scope], signal)).length === 0;
		if (await fold(scope, patience, signal)) return true;
		folding.add(scope);
		// What fails here is tried again by the next search.
		void fold(scope, Number.POSITIVE_INFINITY, AbortSignal.timeout(longestMs))
			.catch(() => false)
			.finally(() => folding.delete(scope));
		return false;
	};
}
