/** Users who are done in any order, and up to whom all are. */
export interface DoneInOrder {
	/** Takes up one more user; what it returns says that they are done. */
	add(userId: string): () => void;
	/** The last user before whom nobody is left; `null` while there is none. */
	readonly last: string | null;
	/** How many have been taken up since. */
	readonly ahead: number;
}

/** @param last up to and with whom all are done already */
export function createDoneInOrder(last: string | null): DoneInOrder {
	const open: { userId: string; done: boolean }[] = [];
	return {
		add(userId) {
			const entry = { userId, done: false };
			open.push(entry);
			return () => {
				entry.done = true;
				while (open[0]?.done) last = open.shift()!.userId;
			};
		},
		get last() {
			return last;
		},
		get ahead() {
			return open.length;
		},
	};
}
