/** The parts of the browser's Navigation API that are used, where there is one. */
interface Entries {
	currentEntry: { index: number; key: string } | null;
	entries: () => { key: string }[];
}

/**
 * Notes the entry of the history that one is about to go on from.
 *
 * @returns goes back there, where that is one step; says whether it is. Not so where the host's router replaced the entry, or keeps a
 * history of its own
 */
export function entryLeft(): () => boolean {
	const { navigation } = window as { navigation?: Entries };
	const left = navigation?.currentEntry;
	const { length } = history;
	return () => {
		const now = navigation?.currentEntry;
		const isBefore = left && now ? navigation.entries()[now.index - 1]?.key === left.key : history.length === length + 1;
		if (isBefore) history.back();
		return isBefore;
	};
}
