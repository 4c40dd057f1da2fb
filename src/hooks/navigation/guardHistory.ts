/** The parts of the browser's Navigation API that are used, where there is one. */
interface Navigation extends EventTarget {
	currentEntry: { index: number } | null;
}
type EntryChange = Event & { navigationType: string | null; from: { index: number } };
type NavigateEvent = Event & { navigationType: string; destination: { index: number; sameDocument: boolean } };

/** Where the page is as long as a guard holds it, whatever the address bar says for a moment. */
let heldAddress: string | null = null;

/** Path and query of the page; while a Back is being taken back, those from before it. */
export function currentAddress(): string {
	return heldAddress ?? addressBar();
}

function addressBar(): string {
	return window.location.pathname + window.location.search;
}

/**
 * Holds Back and Forward until the user agrees. Where the browser lets them be stopped, nothing moves. Elsewhere (older browsers, frames)
 * they are taken back: routers that read `currentAddress`, or that listen later, never notice.
 *
 * @returns how to end that
 */
export function guardHistory(ask: (go: () => void) => void): () => void {
	const { navigation } = window as { navigation?: Navigation };
	let steps = 0;
	let returning = false;
	heldAddress = addressBar();

	const hearNavigate = (event: Event) => {
		const { navigationType, destination, cancelable } = event as NavigateEvent;
		if (navigationType !== 'traverse' || !cancelable || !destination.sameDocument) return;
		event.preventDefault();
		const wanted = destination.index - (navigation?.currentEntry?.index ?? 0);
		ask(() => history.go(wanted));
	};
	const hearEntry = (event: Event) => {
		const { navigationType, from } = event as EntryChange;
		if (navigationType !== 'traverse') {
			heldAddress = addressBar();
			return;
		}
		if (!returning) steps = (navigation?.currentEntry?.index ?? 0) - from.index;
		event.stopImmediatePropagation();
	};
	const hearMove = (event: Event) => {
		if (returning) {
			event.stopImmediatePropagation();
			const wanted = steps;
			returning = false;
			steps = 0;
			return ask(() => history.go(wanted));
		}
		// A move that a script announces is a script's. Without the Navigation API any other one to another path is taken for Back.
		if (!event.isTrusted) heldAddress = addressBar();
		else if (!navigation && addressBar() !== heldAddress) steps = -1;
		if (steps === 0) return;
		event.stopImmediatePropagation();
		returning = true;
		history.go(-steps);
	};

	navigation?.addEventListener('navigate', hearNavigate);
	navigation?.addEventListener('currententrychange', hearEntry, true);
	window.addEventListener('popstate', hearMove, true);
	return () => {
		heldAddress = null;
		navigation?.removeEventListener('navigate', hearNavigate);
		navigation?.removeEventListener('currententrychange', hearEntry, true);
		window.removeEventListener('popstate', hearMove, true);
	};
}
