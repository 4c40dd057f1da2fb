/** What is under way, one task at a time, each known by its signal. */
export interface LatestTask {
	/** Begins a task; a former one is aborted and no longer the latest. */
	begin: () => AbortSignal;
	/** Whether no other began since, and it was not dropped. */
	isLatest: (signal: AbortSignal) => boolean;
	/** Aborts the task, which may still tell how it ended. */
	stop: () => void;
	/** Aborts the task and forgets it. */
	drop: () => void;
}

export function latestTask(): LatestTask {
	let latest: AbortController | undefined;
	const stop = () => latest?.abort();
	const drop = () => {
		stop();
		latest = undefined;
	};
	return {
		begin: () => {
			stop();
			latest = new AbortController();
			return latest.signal;
		},
		isLatest: (signal) => latest?.signal === signal,
		stop,
		drop,
	};
}
