/** How long a pause in typing is, in milliseconds. */
export const pauseMs = 250;

/** The text in a table's search box, which runs ahead of the query that is asked for. */
export interface SearchText {
	/** What stands in the box while a query is asked for. */
	over: (query: string) => string;
	/** The same for the table itself, which is told of letters from then on. */
	read: (query: string) => string;
	/** What was typed, as far as the table wants to know. */
	typed: () => string | undefined;
	/** While an input method is not done with it, it is shown and not asked for. */
	set: (text: string, composing?: boolean) => void;
	/** Asks for the text at once. */
	flush: () => void;
	/** Says which query is asked for now. One that was not asked for from here takes the place of what was typed. */
	follow: (query: string) => void;
	/** Calls back for each letter. Returns how to unsubscribe; once nobody is left, nothing is asked for. */
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
	const listeners = new Set<() => void>();

	const over = (query: string) => (query === asked || query === told ? (typed ?? query) : query);
	const flush = () => {
		clearTimeout(timer);
		if (typed === undefined || typed.trim() === asked.trim()) return;
		told = typed;
		ask(typed);
	};
	return {
		over,
		read(query) {
			isRead = true;
			return over(query);
		},
		typed: () => (isRead ? typed : undefined),
		set(text, composing) {
			typed = text;
			clearTimeout(timer);
			if (!composing) timer = setTimeout(flush, pauseMs);
			for (const tell of listeners) tell();
		},
		flush,
		follow(query) {
			if (query === asked) return;
			if (query !== told) typed = undefined;
			told = undefined;
			asked = query;
		},
		subscribe(onChange) {
			listeners.add(onChange);
			return () => {
				listeners.delete(onChange);
				if (listeners.size === 0) clearTimeout(timer);
			};
		},
	};
}
