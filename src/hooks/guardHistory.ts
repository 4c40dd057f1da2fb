/** The parts of the browser's Navigation API that are used, where there is one. */
interface Navigation extends EventTarget {
	currentEntry: { index: number } | null;
}
type EntryChange = Event & { navigationType: string | null; from: { index: number } };

/**
 * Takes a Back or Forward of the user back before any router hears of it, then asks. Routers that listen to `popstate` or to the
 * Navigation API stay where they are. The answer ends that.
 */
export function guardHistory(ask: (go: () => void) => void): () => void {
	const { navigation } = window as { navigation?: Navigation };
	const here = location.pathname + location.search;
	let steps = 0;
	let returning = false;

	const hearEntry = (event: Event) => {
		const { navigationType, from } = event as EntryChange;
		if (navigationType !== 'traverse') return;
		if (!returning) steps = (navigation?.currentEntry?.index ?? 0) - from.index;
		event.stopImmediatePropagation();
	};
	const hearMove = (event: Event) => {
		if (returning) {
			event.stopImmediatePropagation();
			returning = false;
			const wanted = steps;
			steps = 0;
			return ask(() => history.go(wanted));
		}
		// Without the Navigation API a move to another address is taken for Back. One that a script announces is a script's.
		if (!navigation && event.isTrusted && location.pathname + location.search !== here) steps = -1;
		if (steps === 0) return;
		event.stopImmediatePropagation();
		returning = true;
		history.go(-steps);
	};

	// While it captures, a listener on the target itself comes before all others.
	navigation?.addEventListener('currententrychange', hearEntry, true);
	window.addEventListener('popstate', hearMove, true);
	return () => {
		navigation?.removeEventListener('currententrychange', hearEntry, true);
		window.removeEventListener('popstate', hearMove, true);
	};
}
