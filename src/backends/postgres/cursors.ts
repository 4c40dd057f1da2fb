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
	const random = Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) => byte.toString(16).padStart(2, '0')).join('');
	await run(`INSERT INTO proyecta_customer_secrets (name, value) VALUES ('cursor', $1) ON CONFLICT DO NOTHING`, [random]);
	const [row] = await run(`SELECT value FROM proyecta_customer_secrets WHERE name = 'cursor'`, []);
	return String(row?.value);
}
