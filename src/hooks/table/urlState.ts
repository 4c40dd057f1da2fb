import { neverChanges } from '../context/neverChanges';
import { type OpenTableAddress, tableAddress } from './tableAddress';

/** Where a table keeps its state in the address: the part behind the question mark, parameters of others included. */
export interface UrlState {
	/** The query string, with or without its `?`. */
	get: () => string;
	/** The same while a page that a server rendered comes to life: what that server knew. */
	getOnServer: () => string;
	/** Shows another one: `replace` takes the place of the current entry of the history, else a new entry is added. */
	set: (search: string, options: { replace: boolean }) => void;
	/** Calls back after every change, also by Back and Forward. Returns how to unsubscribe. */
	subscribe: (onChange: () => void) => () => void;
}

/** The kit's own bring along how states are spelled, so that a table without an address need not know it. */
export interface SpelledUrlState extends UrlState {
	tableAddress: OpenTableAddress;
}

/** The query string as a host's router tells it. */
export interface ControlledUrlState {
	/** With or without its `?`. */
	value: string;
	/** To show another one: `replace` takes the place of the current entry of the history, else a new entry is added. */
	onChange: (search: string, options: { replace: boolean }) => void;
}

/**
 * For a host whose router tells it the query string, as React Router, TanStack Router and Next do. May be made anew on every render.
 *
 * @returns the state to hand to a table
 * @example
 * const [query, setQuery] = useState('');
 * <CustomerTable urlState={controlledUrlState({ value: query, onChange: setQuery })} />;
 */
export function controlledUrlState({ value, onChange }: ControlledUrlState): UrlState {
	return spelled({ get: () => value, getOnServer: () => value, set: onChange, subscribe: neverChanges });
}

const spelled = (url: UrlState): SpelledUrlState => ({ ...url, tableAddress });

/**
 * Keeps the state in the browser's address bar. Leaves the path, the hash, `history.state` and the parameters of others alone.
 *
 * @returns the state to hand to a table
 * @example
 * const urlState = historyUrlState();
 * <CustomerTable urlState={urlState} urlPrefix="c_" />;
 */
export function historyUrlState(): UrlState {
	return spelled({
		get: () => (typeof window === 'undefined' ? '' : location.search),
		getOnServer: () => '',
		set(search, { replace }) {
			const { pathname, hash } = location;
			const href = `${pathname}${search && `?${search.replace(/^\?/, '')}`}${hash}`;
			// A router keeps notes in `history.state`: those of a replaced entry stay.
			if (replace) history.replaceState(history.state, '', href);
			else history.pushState(null, '', href);
			dispatchEvent(new PopStateEvent('popstate', { state: history.state }));
		},
		subscribe: onAddressChange,
	});
}

/**
 * Keeps the state in memory, for tests and for pages that own no address. Make it once, outside of rendering.
 *
 * @returns the state to hand to a table
 * @example
 * <CustomerTable urlState={memoryUrlState()} />;
 */
export function memoryUrlState(initial = ''): UrlState {
	let current = initial;
	const listeners = new Set<() => void>();
	return spelled({
		get: () => current,
		getOnServer: () => '',
		set(search) {
			current = search;
			for (const tell of listeners) tell();
		},
		subscribe(onChange) {
			listeners.add(onChange);
			return () => listeners.delete(onChange);
		},
	});
}

/** Tells of Back and Forward, of the kit's own moves, and of any router's in browsers that know the Navigation API. */
export function onAddressChange(onChange: () => void): () => void {
	const { navigation } = window as { navigation?: EventTarget };
	// Next moves in an insertion effect, where React warns of an update.
	const later = () => queueMicrotask(onChange);
	addEventListener('popstate', onChange);
	navigation?.addEventListener('currententrychange', later);
	return () => {
		removeEventListener('popstate', onChange);
		navigation?.removeEventListener('currententrychange', later);
	};
}
