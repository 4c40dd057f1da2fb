import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { memoryBackend } from '../../../src/backends/memory';
import { functionBackend, httpBackend } from '../../../src/client';
import { waitAfter } from '../../../src/http/client/keepListening';
import { type CustomerChange, callHandler, createCustomersHandler } from '../../../src/server';

const stops: (() => void)[] = [];
afterEach(() => {
	for (const stop of stops.splice(0).reverse()) stop();
});

/** What is heard of a server that answers each request for changes as the next of these does; the last one for all that follow. */
function hearing(...answers: ((signal: AbortSignal) => Response | Promise<Response>)[]) {
	const heard: CustomerChange[] = [];
	const calls: RequestInit[] = [];
	const fetch = async (_url: string, init: RequestInit) => {
		const answer = answers[Math.min(calls.length, answers.length - 1)]!;
		calls.push(init);
		return answer(init.signal!);
	};
	const backend = httpBackend({ url: 'https://shop.test/api/customers', fetch, headers: { authorization: 'Bearer 1' } });
	stops.push(backend.subscribe!((change) => heard.push(change)));
	return { heard, calls };
}

const streamOf =
	(parts: readonly string[], ends = false) =>
	() =>
		new Response(
			new ReadableStream({
				start(controller) {
					for (const part of parts) controller.enqueue(new TextEncoder().encode(part));
					if (ends) controller.close();
				},
			}),
			{ headers: { 'Content-Type': 'text/event-stream; charset=utf-8' } },
		);

describe('changes over HTTP', () => {
	it('asks as every request of the client does, and tells once that something may have been missed', async () => {
		const { heard, calls } = hearing(streamOf([': listening\n\n']));
		await vi.waitFor(() => expect(heard).toEqual([{ type: 'resync' }]), 10_000);
		expect(calls).toHaveLength(1);
		const headers = Object.fromEntries(new Headers(calls[0]!.headers));
		expect(headers).toMatchObject({ accept: 'text/event-stream', authorization: 'Bearer 1', 'x-proyecta-customers': '1' });
		expect(calls[0]).toMatchObject({ method: 'GET', credentials: 'same-origin', redirect: 'manual', body: null });
	});

	it.each([1, 2, 3, 7, 1000])(
		'reads messages in pieces of %i letters, whatever ends a line, and nothing that is no change',
		async (size) => {
			const text =
				': a\n\nid: 1\ndata: {"type":"created","id":"cus_é1"}\n\nevent: x\r\ndata:{"type":"updated",\r\ndata: "id":"cus_2"}\r\n\r\ndata: no\n\ndata: {"type":"deleted","id":"cus_3"}\n\ndata: {"type":"updated","id":"cus_4"}\n\ndata: {"type":"updated","id":"cus_5"}';
			const { heard } = hearing(streamOf([...text.match(new RegExp(`[^]{1,${size}}`, 'g'))!]));
			await vi.waitFor(() => expect(heard.at(-1)).toEqual({ type: 'updated', id: 'cus_4' }), 10_000);
			expect(heard).toEqual([
				{ type: 'resync' },
				{ type: 'created', id: 'cus_é1' },
				{ type: 'updated', id: 'cus_2' },
				{ type: 'updated', id: 'cus_4' },
			]);
		},
	);

	it.each<[string, () => Response | Promise<Response>]>([
		['answers 503, as in a deployment', () => new Response(null, { status: 503 })],
		['cannot be reached', () => Promise.reject(new TypeError('fetch failed'))],
		['ends the stream', streamOf([': listening\n\n'], true)],
	])('comes again by itself when the server %s, and tells of the gap', async (_what, failing) => {
		const { heard } = hearing(failing, streamOf([': listening\n\n', 'data: {"type":"updated","id":"cus_1"}\n\n']));
		await vi.waitFor(() => expect(heard.at(-1)).toEqual({ type: 'updated', id: 'cus_1' }), 10_000);
		expect(heard.at(-2)).toEqual({ type: 'resync' });
	});

	it('is tried ever more seldom, never by all browsers at once, and seldom where it is refused', () => {
		const waits = (ended: Parameters<typeof waitAfter>[0], failures: number) =>
			Array.from({ length: 200 }, () => waitAfter(ended, failures));
		const broken = { opened: false, refused: false };
		for (const [failures, most] of [
			[0, 500],
			[1, 1000],
			[3, 4000],
			[20, 30_000],
		] as const) {
			const all = waits(broken, failures);
			expect(Math.max(...all)).toBeLessThanOrEqual(most);
			expect(Math.min(...all)).toBeGreaterThanOrEqual(most / 2);
			expect(new Set(all).size).toBeGreaterThan(100);
		}
		expect(Math.min(...waits({ ...broken, refused: true }, 0))).toBeGreaterThanOrEqual(30_000);
		expect(Math.min(...waits({ ...broken, retryAfterMs: 20_000 }, 0))).toBe(20_000);
	});

	it.each([401, 403, 404, 501, 302, 204])('a server that answers %i is not asked again at once', async (status) => {
		const { calls, heard } = hearing(() => new Response(null, { status }));
		await vi.waitFor(() => expect(calls).toHaveLength(1), 10_000);
		await new Promise((resolve) => setTimeout(resolve, 600));
		expect(calls).toHaveLength(1);
		expect(heard).toEqual([]);
	});

	it('lets go of a connection on which nothing comes for a minute, or on which nothing begins', async () => {
		vi.useFakeTimers();
		try {
			const signals: AbortSignal[] = [];
			const { heard, calls } = hearing(
				(signal) => {
					signals.push(signal);
					return streamOf([': listening\n\n'])();
				},
				(signal) => {
					signals.push(signal);
					return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
				},
			);
			await vi.waitFor(() => expect(heard).toHaveLength(1), 10_000);
			await vi.advanceTimersByTimeAsync(59_000);
			expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
			await vi.advanceTimersByTimeAsync(2_000);
			expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
			await vi.advanceTimersByTimeAsync(16_000);
			expect(calls.length).toBeGreaterThan(2);
			expect(signals[1]!.aborted).toBe(true);
		} finally {
			for (const stop of stops.splice(0)) stop();
			vi.useRealTimers();
		}
	});

	it('a host whose calls cannot stream has no live changes, and says so', async () => {
		const handler = createCustomersHandler({ backend: memoryBackend(), authorize: () => ({ allow: true, scope: 'a' }) });
		const backend = functionBackend((request) => callHandler(handler, request, { origin: 'https://shop.test' }));
		expect((await backend.capabilities()).live).toBe(false);
		expect(backend.subscribe).toBeUndefined();
	});
});

describe('changes over a real socket', () => {
	async function listen(server: Server): Promise<string> {
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		stops.push(() => {
			server.close();
			server.closeAllConnections();
		});
		return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/customers`;
	}

	it('come as they happen, and end on the server when nobody listens any more', async () => {
		const right = memoryBackend();
		let listening = 0;
		const backend: typeof right = {
			...right,
			subscribe(...args) {
				listening++;
				const stop = right.subscribe!(...args);
				return () => {
					listening--;
					stop();
				};
			},
		};
		const handler = createCustomersHandler({ backend, authorize: () => ({ allow: true, scope: 'a' }) });
		const url = await listen(createServer(getRequestListener(handler)));
		const heard: CustomerChange[] = [];
		const stop = httpBackend({ url }).subscribe!((change) => heard.push(change));
		await vi.waitFor(() => expect(heard).toEqual([{ type: 'resync' }]), 10_000);
		const { customer } = await right.create({ email: 'asha@example.com' }, { scope: 'a' });
		await vi.waitFor(() => expect(heard.at(-1)).toEqual({ type: 'created', id: customer.id }), 10_000);
		stop();
		await vi.waitFor(() => expect(listening).toBe(0), 10_000);
	});

	it('survive a server that is cut off in the middle of a message', async () => {
		const responses: ServerResponse[] = [];
		const server = createServer((_request, response) => {
			responses.push(response);
			response.writeHead(200, { 'Content-Type': 'text/event-stream' });
			response.write(': listening\n\n');
			if (responses.length === 1) response.write('data: {"type":"upd');
			else response.write('data: {"type":"updated","id":"cus_1"}\n\n');
		});
		const url = await listen(server);
		const heard: CustomerChange[] = [];
		stops.push(httpBackend({ url }).subscribe!((change) => heard.push(change)));
		await vi.waitFor(() => expect(heard).toHaveLength(1), 10_000);
		responses[0]!.destroy();
		await vi.waitFor(() => expect(heard).toEqual([{ type: 'resync' }, { type: 'resync' }, { type: 'updated', id: 'cus_1' }]), 10_000);
	});
});
