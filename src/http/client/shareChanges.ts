import type { CustomerChange } from '../../contract/backend';
import type { StreamListener } from './changeStream';

/** Listens until the signal fires. */
export type Listen = (listener: StreamListener, signal: AbortSignal) => Promise<void>;

/** What the tab that listens tells the others. */
type Message = CustomerChange | 'alive';

/** In milliseconds. The tab that listens passes on a sign of life every 25 seconds; one that is frozen does not. */
const silentFor = 75_000;

/** In milliseconds: who has not become the one that listens by then hears from another. */
const leadsWithin = 200;

/**
 * One connection for all tabs of a browser: over HTTP/1.1 it allows six, and a tab each would soon leave none for anything else. The tab
 * that holds the lock listens, and tells the others. It ends with the page, and begins anew when the page is shown again.
 *
 * @param name the same in all tabs that hear the same
 */
export function shareChanges(name: string, listen: Listen, onChange: (change: CustomerChange) => void, signal: AbortSignal): void {
	let open: AbortController | undefined;
	const close = () => open?.abort();
	const begin = () => {
		close();
		open = new AbortController();
		// Browsers keep locks from pages that are not served over https: there a tab listens by itself, while somebody looks at it.
		if (navigator.locks) lead(name, listen, onChange, open.signal);
		else if (!document.hidden) void listen(hearAlone(onChange), open.signal);
	};
	const shown = ({ persisted }: PageTransitionEvent) => persisted && begin();
	const seen = () => {
		if (navigator.locks) return;
		if (document.hidden) close();
		else begin();
	};
	addEventListener('pagehide', close);
	addEventListener('pageshow', shown);
	document.addEventListener('visibilitychange', seen);
	signal.addEventListener('abort', () => {
		close();
		removeEventListener('pagehide', close);
		removeEventListener('pageshow', shown);
		document.removeEventListener('visibilitychange', seen);
	});
	begin();
}

/** Of what happened before the stream opened, and while it was broken, nothing is known. */
export function hearAlone(onChange: (change: CustomerChange) => void): StreamListener {
	return { opened: () => onChange({ type: 'resync' }), changed: onChange, alive: () => undefined };
}

/** Listens for all tabs where no other does, else hears from the one that does. */
function lead(name: string, listen: Listen, onChange: (change: CustomerChange) => void, signal: AbortSignal): void {
	const channel = new BroadcastChannel(name);
	let attempt: AbortController;
	let leads = false;
	let silence: ReturnType<typeof setTimeout> | undefined;

	const tell = (message: Message) => channel.postMessage(message);
	const hear = (change: CustomerChange) => {
		onChange(change);
		tell(change);
	};
	const request = (options: LockOptions) => {
		attempt?.abort();
		const own = new AbortController();
		attempt = own;
		const held = async () => {
			if (own.signal.aborted) return;
			leads = true;
			clearTimeout(silence);
			await listen({ opened: () => hear({ type: 'resync' }), changed: hear, alive: () => tell('alive') }, own.signal);
		};
		// Rejects where another tab took the lock away, which this one then waits for again.
		navigator.locks.request(name, options.steal ? options : { signal: own.signal }, held).catch(() => {
			if (own.signal.aborted) return;
			leads = false;
			own.abort();
			request({});
			watch();
		});
	};
	const watch = () => {
		clearTimeout(silence);
		silence = setTimeout(() => {
			if (!leads && !document.hidden) request({ steal: true });
			else if (!leads) watch();
		}, silentFor);
	};

	channel.onmessage = ({ data }: MessageEvent<Message>) => {
		if (!leads) watch();
		if (data !== 'alive') onChange(data);
	};
	const late = setTimeout(() => leads || onChange({ type: 'resync' }), leadsWithin);
	signal.addEventListener('abort', () => {
		clearTimeout(late);
		clearTimeout(silence);
		attempt.abort();
		channel.close();
	});
	request({});
	if (!leads) watch();
}
