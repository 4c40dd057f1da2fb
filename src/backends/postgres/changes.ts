import { wait } from '../../contract/abort';
import type { CustomerBackend } from '../../contract/backend';
import { sha256 } from '../../domain/sha256';
import { createChangeListeners } from '../kit/changeListeners';
import { changesChannel } from './changeTrigger';
import type { Run } from './database';

/**
 * Listens to a channel of the database until what it returns is called. `onNotify` is called with each payload, and with `''` where some
 * may have been missed. `db.listen.bind(db)` of PGlite fits as it is; for node-postgres there is `pgListen`.
 */
export type PostgresListen = (channel: string, onNotify: (payload: string) => void) => Promise<() => unknown>;

/** In milliseconds: people who go from page to page cost no connection each. */
const lingers = 30_000;

/** In milliseconds, between two tries to listen: at first, and at most. */
const [soon, late] = [250, 5_000];

/** In milliseconds: a statement that hangs on a lost connection must not keep everybody from hearing. */
const patience = 10_000;

/** What tells of changes, whichever process made them: one connection for all who listen. */
export function openChanges(run: Run, listen: PostgresListen): NonNullable<CustomerBackend['subscribe']> {
	const listened = new Map<string, number>();
	const scopes = new Map<string, string>();
	let schema: string | undefined;
	let listening: AbortController | undefined;
	let leaving: ReturnType<typeof setTimeout> | undefined;

	const addDigest = (scope: string) => {
		if (schema !== undefined) scopes.set(digestOf(`${schema} ${scope}`), scope);
	};
	const hear = (payload: string) => {
		if (payload === '' || (schema !== undefined && payload === digestOf(schema))) return listeners.tellGap();
		const [digest = '', type, ...id] = payload.split(' ');
		const scope = scopes.get(digest);
		if (scope === undefined) return;
		if (type === 'created' || type === 'updated') listeners.tell({ type, id: id.join(' ') }, scope);
		else listeners.tell({ type: 'resync' }, scope);
	};
	const begin = async ({ signal }: AbortController) => {
		for (let failures = 0; !signal.aborted; failures++) {
			try {
				schema ??= await schemaOf(run);
				for (const scope of listened.keys()) addDigest(scope);
				const stop = await listen(changesChannel, hear);
				const end = () => void Promise.resolve(stop()).catch(() => {});
				if (signal.aborted) return end();
				signal.addEventListener('abort', end);
				// What happened before is not known.
				return listeners.tellGap();
			} catch {
				await wait(Math.min(late, soon * 2 ** failures), signal).catch(() => {});
			}
		}
	};
	const listeners = createChangeListeners(
		() => {
			clearTimeout(leaving);
			if (listening) return;
			listening = new AbortController();
			void begin(listening);
		},
		() => {
			leaving = setTimeout(() => {
				listening?.abort();
				listening = undefined;
			}, lingers);
			// Nobody waits for it: a process that has nothing else to do may end.
			if (typeof leaving === 'object') (leaving as { unref?: () => void }).unref?.();
		},
	);
	return (onChange, call = {}) => {
		const { scope = '', signal } = call;
		if (signal?.aborted) return () => {};
		listened.set(scope, (listened.get(scope) ?? 0) + 1);
		addDigest(scope);
		const stop = listeners.subscribe(onChange, { scope });
		let ended = false;
		const end = () => {
			if (ended) return;
			ended = true;
			signal?.removeEventListener('abort', end);
			stop();
			const left = listened.get(scope)! - 1;
			if (left > 0) listened.set(scope, left);
			else {
				listened.delete(scope);
				if (schema !== undefined) scopes.delete(digestOf(`${schema} ${scope}`));
			}
		};
		signal?.addEventListener('abort', end);
		return end;
	};
}

/** The schema that the table lies in: other schemas of the database tell on the same channel. */
async function schemaOf(run: Run): Promise<string> {
	const sql = `SELECT nspname AS schema FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
		WHERE pg_class.oid = 'proyecta_customers'::regclass`;
	const [row] = await run(sql, [], AbortSignal.timeout(patience));
	return String(row?.schema);
}

function digestOf(text: string): string {
	return Array.from(sha256(new TextEncoder().encode(text)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
