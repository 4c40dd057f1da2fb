import type { CustomerChange } from '../../contract/backend';
import { isCustomerError } from '../../contract/errors';
import { decodeChange } from '../protocol/decodeChange';
import type { FunctionRequest } from '../protocol/functionRequest';
import type { FetchResponse } from './exportCsv';

const request: FunctionRequest = { method: 'GET', path: '/changes', headers: { Accept: 'text/event-stream' }, body: null };

/** In milliseconds. The handler sends its first byte at once: what comes no sooner is held back by something in between. */
const firstByteWithin = 15_000;

/** In milliseconds. The handler says every 25 seconds that it is still there. */
const byteWithin = 60_000;

/** How a connection ended. */
export interface EndedStream {
	/** It had begun. */
	opened: boolean;
	/** Not before, in milliseconds; `undefined` where nobody said so. */
	retryAfterMs?: number;
	/** The server, or something before it, does not want it: it is asked again, but seldom. */
	refused: boolean;
}

/** Who hears of what comes. */
export interface StreamListener {
	/** From here on every change is told. */
	opened(): void;
	changed(change: CustomerChange): void;
	/** Something came, if only a sign of life. */
	alive(): void;
}

/** One connection, from its request to its end, which is never an error. */
export async function readChangeStream(fetchResponse: FetchResponse, listener: StreamListener, signal: AbortSignal): Promise<EndedStream> {
	const connection = new AbortController();
	const abort = () => connection.abort();
	let timer = setTimeout(abort, firstByteWithin);
	let opened = false;
	if (signal.aborted) abort();
	signal.addEventListener('abort', abort, { once: true });
	try {
		const response = await fetchResponse(request, connection.signal);
		const { status, headers, body } = response;
		if (status !== 200 || !body || !headers.get('content-type')?.startsWith('text/event-stream')) {
			void body?.cancel().catch(() => undefined);
			const seconds = Number(headers.get('retry-after') ?? Number.NaN);
			return {
				opened,
				// 408, 429 and what begins with 5 pass, 501 aside.
				refused: status < 400 ? true : status === 501 || (status < 500 && status !== 408 && status !== 429),
				...(seconds >= 0 && { retryAfterMs: Math.min(seconds, 60) * 1000 }),
			};
		}
		const read = lineReader((data) => {
			const change = changeOf(data);
			if (change) listener.changed(change);
		});
		const reader = body.getReader();
		connection.signal.addEventListener('abort', () => void reader.cancel().catch(() => undefined), { once: true });
		const decoder = new TextDecoder();
		for (;;) {
			const { done, value } = await reader.read();
			if (done || connection.signal.aborted) return { opened, refused: false };
			clearTimeout(timer);
			timer = setTimeout(abort, byteWithin);
			if (!opened) {
				opened = true;
				listener.opened();
			}
			listener.alive();
			read(decoder.decode(value, { stream: true }));
		}
	} catch (error) {
		// A redirect, as to a page for signing in, is an answer like 401.
		return { opened, refused: isCustomerError(error) && error.code === 'bad_response' };
	} finally {
		clearTimeout(timer);
		signal.removeEventListener('abort', abort);
		connection.abort();
	}
}

/** Takes an event stream apart, however it was cut: hands on the data of each message. */
function lineReader(onData: (data: string) => void): (text: string) => void {
	let rest = '';
	let data: string[] = [];
	return (text) => {
		const lines = (rest + text).split(/\r\n|\n|\r(?!$)/);
		rest = lines.pop()!;
		for (const line of lines) {
			if (line.startsWith('data:')) data.push(line.slice(5).trimStart());
			if (line !== '' || data.length === 0) continue;
			onData(data.join('\n'));
			data = [];
		}
	};
}

function changeOf(data: string): CustomerChange | null {
	try {
		return decodeChange(JSON.parse(data));
	} catch {
		return null;
	}
}
