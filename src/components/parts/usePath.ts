'use client';
import { useSyncExternalStore } from 'react';

/**
 * The page's path. Follows Back and Forward, the kit's own moves, any router in browsers that know the Navigation API,
 * and elsewhere any router that renders again after a move, as they all do.
 *
 * @param given the host's own idea of the path, which wins
 * @param initial what the server renders
 */
export function usePath(given: string | undefined, initial: string): string {
	const seen = useSyncExternalStore(
		subscribe,
		() => window.location.pathname,
		() => initial,
	);
	return given ?? seen;
}

function subscribe(onChange: () => void): () => void {
	const navigation = (window as { navigation?: EventTarget }).navigation;
	window.addEventListener('popstate', onChange);
	navigation?.addEventListener('currententrychange', onChange);
	return () => {
		window.removeEventListener('popstate', onChange);
		navigation?.removeEventListener('currententrychange', onChange);
	};
}
