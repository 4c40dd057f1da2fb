import type { CustomerChange } from '../../contract/backend';
import { decodeChange } from '../protocol/decodeChange';
import type { Call, RouteResponse } from './call';
import { capabilitiesOf } from './call';
import type { Access } from './grant';
import { ProblemError } from './problemError';
import { unsupported } from './requireSupported';

/** Well below what proxies take for silence, in milliseconds. */
const beatMs = 25_000;

/** Beats between two looks at whether the caller may still listen: five minutes. */
const beatsAnAuthorization = 12;

/** What a reader who is slow may have waiting, in messages; beyond that it is told that there was a gap. */
const waiting = 64;

const gap: CustomerChange = { type: 'resync' };

const streamHeaders = {
	'Content-Type': 'text/event-stream; charset=utf-8',
	'Cache-Control': 'no-store, no-transform',
	'X-Accel-Buffering': 'no',
};

/** `GET /changes`: ids of customers as they change, for as long as somebody listens and may. */
export async function handleChanges(call: Call): Promise<RouteResponse> {
	const { access, deadline, settings } = call;
	const subscribe = await subscriberOf(call);
	if (call.request.method === 'HEAD') return { status: 200, headers: streamHeaders, body: null };

	const encoder = new TextEncoder();
	let stream: ReadableStreamDefaultController<Uint8Array>;
	let unsubscribe = () => {};
	let timer: ReturnType<typeof setTimeout> | undefined;
	let told = 0;
	let missed = false;
	let stuck = false;
	let ended = false;

	const end = () => {
		if (ended) return;
		ended = true;
		clearTimeout(timer);
		leave();
		unsubscribe();
		deadline.stop();
		try {
			stream.close();
		} catch {
			// whoever read it has cancelled it
		}
	};
	const leave = settings.streams.enter(access, end);
	const write = (text: string) => stream.enqueue(encoder.encode(text));
	const tell = (change: CustomerChange) => {
		missed = (stream.desiredSize ?? 0) <= 0;
		if (!missed) write(`id: ${++told}\ndata: ${JSON.stringify(change)}\n\n`);
	};
	const hear = (value: unknown) => {
		if (missed) return;
		const change = readChange(value);
		if (change && (change.type === 'resync' || access.reaches(change.id))) tell(change);
	};
	const beat = async (count: number) => {
		// Nobody has read anything since the beat before: the connection is dead, or as good as that.
		if (stuck) return end();
		stuck = (stream.desiredSize ?? 0) <= 0;
		if (!stuck) write(': still here\n\n');
		if (count % beatsAnAuthorization === 0 && !(await mayStill(call))) return end();
		if (!ended) plan(count + 1);
	};
	const plan = (count: number) => {
		timer = setTimeout(() => void beat(count), beatMs);
	};

	deadline.pause();
	const body = new ReadableStream<Uint8Array>(
		{
			start: (controller) => {
				stream = controller;
			},
			pull: () => {
				if (missed) tell(gap);
			},
			cancel: end,
		},
		{ highWaterMark: waiting },
	);
	try {
		unsubscribe = subscribe(hear);
	} catch (error) {
		end();
		throw error;
	}
	// At once: some servers send their headers with the first byte. Only then is it certain that nothing is missed.
	write('retry: 2000\n: listening\n\n');
	// An EventSource that comes again does not know what happened meanwhile.
	if (call.request.headers.has('last-event-id')) tell(gap);
	if (deadline.signal.aborted) end();
	else {
		deadline.signal.addEventListener('abort', end);
		plan(1);
	}
	return { status: 200, headers: streamHeaders, body };
}

/** Listens to the backend within the caller's scope. @throws `forbidden` where ids may not be read, `not_supported` */
async function subscriberOf(call: Call): Promise<(onChange: (change: CustomerChange) => void) => () => void> {
	const { access, backend } = call;
	if (!access.canRead('id'))
		throw new ProblemError('forbidden', { message: 'Changes are told by id, which the grant does not let this actor read (fields.read).' });
	const { live } = await capabilitiesOf(call);
	if (!live || !backend.subscribe) throw unsupported(['']);
	return (onChange) => backend.subscribe!(onChange, { scope: access.scope });
}

/** What a backend tells, copied; `null` for what is no change. */
function readChange(value: unknown): CustomerChange | null {
	try {
		return decodeChange(value);
	} catch {
		return null;
	}
}

/** Whether the caller may hear the same still. */
async function mayStill({ deadline, access, authorizeAnew, failed }: Call): Promise<boolean> {
	deadline.restart();
	try {
		return hearsAsMuch(await deadline.run(authorizeAnew), access);
	} catch (error) {
		const code = error instanceof ProblemError ? error.code : undefined;
		if (code !== 'unauthenticated' && code !== 'forbidden' && code !== 'aborted') failed(error);
		return false;
	} finally {
		deadline.pause();
	}
}

function hearsAsMuch(now: Access, before: Access): boolean {
	return (
		now.scope === before.scope && now.me === before.me && now.canRead('id') && now.may('changes') && now.everybody === before.everybody
	);
}
