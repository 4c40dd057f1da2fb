/** How long a pause in typing is, in milliseconds. */
const pauseMs = 250;

/** The text in a table's search box, which runs ahead of the query that is asked for. */
export interface SearchText {
	/** What stands in the box while a query is asked for. */
	over: (query: string) => string;
	/** The same for who renders it; from then on `readChanges` counts. */
	readOver: (query: string) => string;
	/** How often the text has changed since it was first read. */
	readChanges: () => number;
	set: (text: string) => void;
	/** Asks for the text at once. */
	flush: () => void;
	/** Says which query is asked for now. One that was not asked for from here takes the place of what was typed. */
	follow: (query: string) => void;
	/** Asks for nothing until it follows again. */
	stop: () => void;
	/** Calls back for each letter. Returns how to unsubscribe. */
	subscribe: (onChange: () => void) => () => void;
}

/**
 * Keeps the text outside of React, so that a letter renders who shows it and nobody else.
 *
 * @param query what is asked for at first
 * @param ask called with the text once typing pauses
 */
export function createSearchText(query: string, ask: (query: string) => void): SearchText {
	let asked = query;
	let typed: string | undefined;
	/** Was asked for, and has not come back yet: more may be typed until then. */
	let told: string | undefined;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let isRead = false;
	let changes = 0;
	const listeners = new Set<() => void>();

	const waits = () => typed !== undefined && typed.trim() !== asked.trim();
	const over = (query: string) => (typed !== undefined && (query === asked || query === told) ? typed : query);
	const stop = () => {
		clearTimeout(timer);
		timer = undefined;
	};
	const flush = () => {
		stop();
		if (!waits()) return;
		told = typed;
		ask(typed!);
	};
	const flushLater = () => {
		if (waits()) timer ??= setTimeout(flush, pauseMs);
	};
	return {
		over,
		readOver(query) {
			isRead = true;
			return over(query);
		},
		readChanges: () => changes,
		set(text) {
			typed = text;
			stop();
			flushLater();
			if (isRead) changes++;
			for (const tell of listeners) tell();
		},
		flush,
		follow(query) {
			if (query !== asked) {
				if (query !== told) typed = undefined;
				told = undefined;
				asked = query;
			}
			flushLater();
		},
		stop,
		subscribe(onChange) {
			listeners.add(onChange);
			return () => listeners.delete(onChange);
		},
	};
}
