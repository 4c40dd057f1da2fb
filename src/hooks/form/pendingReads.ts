import { wait } from '../../contract/abort';

/** What others wait for: each thing is held until it is let go. */
export interface Holds {
	hold(key: string, held: boolean): void;
	isHeld(key: string): boolean;
	readonly any: boolean;
	/** Once nothing is held any more, at the latest when patience is over. */
	settled(): Promise<void>;
}

/** @param patienceMs how long anyone waits */
export function createHolds(patienceMs: number): Holds {
	const keys = new Set<string>();
	const waiting = new Set<() => void>();
	return {
		hold(key, held) {
			if (held) keys.add(key);
			else keys.delete(key);
			if (keys.size > 0) return;
			for (const go of waiting) go();
			waiting.clear();
		},
		isHeld: (key) => keys.has(key),
		get any() {
			return keys.size > 0;
		},
		async settled() {
			if (keys.size === 0) return;
			const over = new AbortController();
			const free = new Promise<void>((resolve) => waiting.add(resolve));
			await Promise.race([free, wait(patienceMs, over.signal).catch(() => undefined)]);
			over.abort();
		},
	};
}
