import { randomHex } from '../../domain/randomHex';
import { type CursorSealer, createCursorSealer, cursorKeyFromSecret } from '../kit/cursorSealer';
import type { Run } from './database';

/** The sealer of a database: its secret is made once, by whoever comes first, and read by all. */
export function openCursors(run: Run): () => Promise<CursorSealer> {
	let sealer: Promise<CursorSealer> | undefined;
	return () => {
		sealer ??= readSecret(run).then(
			(secret) => createCursorSealer(cursorKeyFromSecret(secret)),
			(error) => {
				sealer = undefined;
				throw error;
			},
		);
		return sealer;
	};
}

async function readSecret(run: Run): Promise<string> {
	const random = randomHex(32);
	await run(`INSERT INTO proyecta_customer_secrets (name, value) VALUES ('cursor', $1) ON CONFLICT DO NOTHING`, [random]);
	const [row] = await run(`SELECT value FROM proyecta_customer_secrets WHERE name = 'cursor'`, []);
	return String(row?.value);
}
