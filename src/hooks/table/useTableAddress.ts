import { lazyPart } from '../context/lazyPart';
import type { OpenTableAddress } from './tableAddress';
import type { SpelledUrlState, UrlState } from './urlState';

const useHostAddress = lazyPart(() => import('./hostTableAddress'));

/**
 * How states are spelled in an address. Where a host wrote that itself it has to come first, and is `undefined` until then; `null` where
 * it cannot be loaded.
 */
export function useTableAddress(url: UrlState | undefined): OpenTableAddress | null | undefined {
	const own = (url as Partial<SpelledUrlState> | undefined)?.tableAddress;
	const loaded = useHostAddress(url !== undefined && !own);
	return loaded === null ? null : (own ?? loaded?.tableAddress);
}
