import type { CallOptions, CustomerChange } from '../../contract/backend';
import type { FetchResponse } from './exportCsv';
import { keepListening } from './keepListening';
import { hearAlone, shareChanges } from './shareChanges';

/**
 * Hears of changes until a signal fires.
 *
 * @param url where the handler is
 * @param options tabs of one browser share a connection where they name the same `scope`
 * @param ended the end that the caller asked for
 */
export function subscribeChanges(
	fetchResponse: FetchResponse,
	url: string,
	onChange: (change: CustomerChange) => void,
	{ scope = '', signal }: CallOptions,
	ended: AbortSignal,
): void {
	const ending = new AbortController();
	const end = () => {
		ending.abort();
		for (const cause of [signal, ended]) cause?.removeEventListener('abort', end);
	};
	if (signal?.aborted || ended.aborted) return;
	for (const cause of [signal, ended]) cause?.addEventListener('abort', end);
	const tell = (change: CustomerChange) => {
		try {
			if (!ending.signal.aborted) onChange(change);
		} catch {
			// A listener's own fault must not end the connection of all.
		}
	};
	// Outside of a page there are no tabs.
	if (typeof document === 'undefined') void keepListening(fetchResponse, hearAlone(tell), ending.signal);
	else shareChanges(`proyecta-customers ${url} ${scope}`, (...listener) => keepListening(fetchResponse, ...listener), tell, ending.signal);
}
