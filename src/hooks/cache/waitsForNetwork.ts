import { type FetchStatus, onlineManager } from '@tanstack/react-query';

/** Whether a query waits for a network: TanStack pauses the retries of a page in the background, too. */
export function waitsForNetwork({ fetchStatus }: { fetchStatus: FetchStatus }): boolean {
	return fetchStatus === 'paused' && !onlineManager.isOnline();
}
