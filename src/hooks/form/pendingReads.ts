/** Fields that are being read, as a phone is until the numbering plans are loaded. */
export interface PendingReads {
	set(field: string, pending: boolean): void;
	has(field: string): boolean;
	readonly any: boolean;
	/** Resolves once none is left, at the latest when patience is over. */
	done(): Promise<void>;
}

/** @param patienceMs how long anyone waits */
export function createPendingReads(patienceMs: number): PendingReads {
	const fields = new Set<string>();
	const waiting = new Set<() => void>();
	return {
		set(field, pending) {
			if (pending) fields.add(field);
			else fields.delete(field);
			if (fields.size > 0) return;
			for (const go of waiting) go();
			waiting.clear();
		},
		has: (field) => fields.has(field),
		get any() {
			return fields.size > 0;
		},
		done: async () => {
			if (fields.size === 0) return;
			await new Promise<void>((resolve) => {
				const timer = setTimeout(resolve, patienceMs);
				waiting.add(() => {
					clearTimeout(timer);
					resolve();
				});
			});
		},
	};
}
