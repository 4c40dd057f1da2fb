import type { Run } from './database';

/** Whether indexes are there; asked until they are. */
export function createIndexCheck(run: Run, names: readonly string[]): (signal?: AbortSignal) => Promise<boolean> {
	const found = names.map((name) => `to_regclass('${name}')`).join(', ');
	let ready = false;
	return async (signal) => {
		ready ||= (await run(`SELECT FROM pg_index WHERE indexrelid IN (${found}) AND indisvalid`, [], signal)).length === names.length;
		return ready;
	};
}
