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
	const random = randomHex(32);
	await run(`INSERT INTO proyecta_customer_secrets (name, value) VALUES ('cursor', $1) ON CONFLICT DO NOTHING`, [random], signal);
	const [row] = await run(`SELECT value FROM proyecta_customer_secrets WHERE name = 'cursor'`, [], signal);
	return String(row?.value);
}
