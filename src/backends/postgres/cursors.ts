import { randomHex } from '../../domain/randomHex';
import { type CursorSealer, createCursorSealer, cursorKeyFromSecret } from '../kit/cursorSealer';
import type { Run } from './database';

/**
 * The sealer of a database: its secret is made once, by whoever comes first, and read by all. Nobody waits for another's reading, which may
 * hang on a connection that is lost.
 */
export function openCursors(run: Run): (signal?: AbortSignal) => Promise<CursorSealer> {
	let sealer: CursorSealer | undefined;
	return async (signal) => {
		if (sealer) return sealer;
		const secret = await readSecret(run, signal);
		sealer ??= createCursorSealer(cursorKeyFromSecret(secret));
		return sealer;
	};
}

async function readSecret(run: Run, signal?: AbortSignal): Promise<string> {
	const [known] = await run(`SELECT value FROM proyecta_customer_secrets WHERE name = 'cursor'`, [], signal);
	if (known) return String(known.value);
	// By this very statement: where reads go to a replica, that does not have it yet.
	const make = `INSERT INTO proyecta_customer_secrets (name, value) VALUES ('cursor', $1) ON CONFLICT (name) DO UPDATE SET name = excluded.name RETURNING value`;
	const [made] = await run(make, [randomHex(32)], signal);
	return String(made!.value);
}
