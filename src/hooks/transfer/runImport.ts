import { wait } from '../../contract/abort';
import type { CustomerBackend } from '../../contract/backend';
import type { CustomerError, CustomerErrorCode } from '../../contract/errors';
import type { CustomerInput } from '../../domain/customer';
import { asCustomerError, callBackend } from '../cache/querySettings';
import type { CustomerImportRow } from './importRow';

export interface RunImportOptions {
	backend: CustomerBackend;
	scope: string;
	rows: readonly CustomerImportRow[];
	/** Stops before the next row; what is on its way is still told. */
	signal: AbortSignal;
	/** All rows as they are by now: now and then, and at the end. */
	onRows: (rows: readonly CustomerImportRow[]) => void;
	/** The server asks to wait until then (`Date.now()` time); `null` when it goes on. */
	onPause: (until: number | null) => void;
}

/** How many customers are on their way at once. */
const atOnce = 4;
const retries = 2;
/** So many waits without one success in between, and it is no passing rush. */
const maxPauses = 8;

/** A row's own while its file is open, not made of its content: the same file, opened later, would be given the first answers, "created". */
const keys = new WeakMap<CustomerInput, string>();

/** Rows are told at most so often, in milliseconds: fifty thousand answers are not fifty thousand renders. */
const tellEveryMs = 100;

/** Failures that the next row would meet as well: the import stops there, to be resumed. */
const stopping: ReadonlySet<CustomerErrorCode> = new Set([
	'unauthenticated',
	'forbidden',
	'cross_origin',
	'misconfigured',
	'not_supported',
	'method_not_allowed',
	'offline',
	'unreachable',
	'timeout',
	'request_timeout',
	'rate_limited',
	'upstream_unavailable',
	'upstream_timeout',
]);

/**
 * Creates the customers of all rows that are not in yet. Each row goes with a key of its own, so that doing it again
 * after a lost answer makes no second customer. Waits as long as a rate limit asks for.
 * @throws the `CustomerError` that stopped it; the rows that are left can be sent by another run
 */
export async function runImport({ backend, scope, rows, signal, onRows, onPause }: RunImportOptions): Promise<void> {
	const current = [...rows];
	const queue = rows.flatMap((row, at): [number, CustomerImportRow, CustomerInput][] =>
		row.input && (row.state === 'ready' || row.state === 'failed') ? [[at, row, row.input]] : [],
	);
	let next = 0;
	let pauses = 0;
	let pause: Promise<void> | null = null;
	let stopped: CustomerError | null = null;
	let timer: ReturnType<typeof setTimeout> | undefined;
	const over = () => stopped !== null || signal.aborted;

	function tell(): void {
		clearTimeout(timer);
		timer = undefined;
		onRows([...current]);
	}

	function put(at: number, row: CustomerImportRow): void {
		current[at] = row;
		timer ??= setTimeout(tell, tellEveryMs);
	}

	function pauseFor(ms: number): Promise<void> {
		pauses++;
		onPause(Date.now() + ms);
		return wait(ms, signal)
			.catch(() => undefined)
			.finally(() => {
				pause = null;
				onPause(null);
			});
	}

	async function send(at: number, row: CustomerImportRow, input: CustomerInput): Promise<void> {
		const idempotencyKey = keyOf(input);
		for (let tries = 0; ; tries++) {
			await pause;
			if (over()) return;
			try {
				const { outcome } = await callBackend(() => backend.create(input, { scope, idempotencyKey }));
				pauses = 0;
				put(at, { ...row, state: outcome, error: null });
				return;
			} catch (cause) {
				const error = asCustomerError(cause);
				if (error.code === 'rate_limited' && pauses < maxPauses) pause ??= pauseFor(error.retryAfterMs ?? 1000 * 2 ** Math.min(pauses, 5));
				else if (error.retryable && error.code !== 'rate_limited' && tries < retries) {
					await wait(error.retryAfterMs ?? 300 * 2 ** tries, signal).catch(() => undefined);
				} else {
					if (stopping.has(error.code)) stopped ??= error;
					else put(at, { ...row, state: 'failed', error });
					return;
				}
			}
		}
	}

	async function worker(): Promise<void> {
		while (!over() && next < queue.length) await send(...queue[next++]!);
	}
	await Promise.all(Array.from({ length: atOnce }, worker)).finally(tell);
	if (stopped !== null) throw stopped;
}

function keyOf(input: CustomerInput): string {
	// Not `randomHex`: what this part shares with the page would leave the page's bundle.
	const key = keys.get(input) ?? crypto.getRandomValues(new Uint32Array(4)).join('-');
	keys.set(input, key);
	return key;
}
