import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { readJson, requireJson } from '../../../src/http/server/readJson';

const post = (body?: BodyInit, headers: Record<string, string> = {}) =>
	new Request('https://shop.test/', { method: 'POST', headers, duplex: 'half', ...(body !== undefined && { body }) } as RequestInit);
const streamOf = (...chunks: string[]) =>
	new ReadableStream<Uint8Array>({
		start(controller) {
			for (const chunk of chunks) controller.enqueue(new TextEncoder().encode(chunk));
			controller.close();
		},
	});
const signal = new AbortController().signal;
/** What a body is read as, or the code it is refused with. */
const read = (request: Request, limit = 1000): Promise<unknown> => readJson(request, limit, signal).catch(({ code }) => code);

describe('the type of a body', () => {
	const accepted = (headers: Record<string, string>) => {
		try {
			requireJson(post('{}', headers));
			return true;
		} catch {
			return false;
		}
	};
	const type = 'application/json';

	it.each([
		['said plainly', { 'Content-Type': type }, true],
		['with parameters besides its charset', { 'Content-Type': `${type}; profile=x; charset="UTF-8"` }, true],
		['sent as it is, which was said', { 'Content-Type': type, 'Content-Encoding': 'Identity' }, true],
		['not said', { 'Content-Type': '' }, false],
		['another', { 'Content-Type': 'text/plain' }, false],
		['with one of two charsets that is not ours', { 'Content-Type': `${type}; charset=utf-8; charset=latin1` }, false],
		['with a charset that only spaces part from its value', { 'Content-Type': `${type}; charset =utf-7` }, false],
		['with an extended charset', { 'Content-Type': `${type}; charset*=utf-7` }, false],
		['with a parameter that ends as the charset does', { 'Content-Type': `${type}; xcharset=utf-7` }, true],
		['sent compressed', { 'Content-Type': type, 'Content-Encoding': 'br' }, false],
	])('%s', (_, headers, wanted) => expect(accepted(headers)).toBe(wanted));
});

describe('the bytes of a body', () => {
	it('may be as many as the limit, told or not', async () => {
		const ten = '"12345678"';
		expect(await read(post(ten), 10)).toBe('12345678');
		expect(await read(post(ten, { 'Content-Length': '10' }), 10)).toBe('12345678');
		expect(await read(post(ten), 9)).toBe('payload_too_large');
		expect(await read(post('{}', { 'Content-Length': '11' }), 10)).toBe('payload_too_large');
		expect(await read(post('{}', { 'Content-Length': 'many' }), 10)).toEqual({});
	});

	it('come in pieces, also within a letter', async () => {
		const bytes = new TextEncoder().encode('{"name":"Zoë","city":"東京"}');
		const body = new ReadableStream<Uint8Array>({
			start(controller) {
				for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
				controller.close();
			},
		});
		expect(await read(post(body))).toEqual({ name: 'Zoë', city: '東京' });
		expect(await read(post(streamOf('"1234', '56789"')), 10)).toBe('payload_too_large');
	});

	it('come in as many pieces as a network makes of them, and no more: each costs as much as hundreds of bytes', async () => {
		let taken = 0;
		const inPieces = (pieces: number, size: number) => {
			const text = JSON.stringify('x'.repeat(pieces * size - 2));
			return new ReadableStream<Uint8Array>({
				pull(controller) {
					if (taken === pieces) return controller.close();
					controller.enqueue(new TextEncoder().encode(text.slice(taken * size, ++taken * size)));
				},
			});
		};
		expect(await read(post(inPieces(1024, 64)), 65_536)).toHaveLength(65_534);
		taken = 0;
		expect(await read(post(inPieces(32_768, 2)), 65_536)).toBe('payload_too_large');
		expect(taken).toBeLessThan(1100);
	});

	it('are missing where there is no body', async () => {
		expect(await read(post())).toBe('malformed_request');
	});

	it('were not read before', async () => {
		const used = post('{}');
		await used.text();
		expect(await read(used)).toBe('misconfigured');
		const locked = post('{}');
		locked.body!.getReader();
		expect(await read(locked)).toBe('misconfigured');
		// What @hono/node-server makes of a request whose body a parser of Express or Fastify has taken.
		expect(await read(post(streamOf(), { 'Content-Length': '2' }))).toBe('misconfigured');
		expect(await read(post(streamOf(), { 'Content-Length': '0' }))).toBe('malformed_request');
	});

	it('are let go of once nobody waits for them', async () => {
		const controller = new AbortController();
		const { signal } = controller;
		let cancelled = false;
		const body = new ReadableStream({
			cancel() {
				cancelled = true;
			},
		});
		const reading = readJson(post(body), 1000, signal).catch(() => undefined);
		expect(getEventListeners(signal, 'abort')).toHaveLength(1);
		controller.abort();
		await reading;
		expect(cancelled).toBe(true);
		expect(getEventListeners(signal, 'abort')).toHaveLength(0);
	});
});

describe('what is nested in a body', () => {
	const objects = (depth: number) => `${'{"a":'.repeat(depth - 1)}{}${'}'.repeat(depth - 1)}`;

	it('may be eight levels deep, and as wide as it likes', async () => {
		const shallow = Array.from({ length: 50 }, (_, n) => (n % 2 ? { n: null } : ['[{[{[{[{[{']));
		for (const value of [shallow, JSON.parse(objects(8)), [JSON.parse(objects(7)), ...shallow], '[[[[[[[[[['])
			expect(await read(post(JSON.stringify(value)), 10_000)).toEqual(value);
	});

	it('is refused nine levels deep, wherever that is', async () => {
		for (const body of [objects(9), `[[],null,"x",${objects(8)},{}]`]) expect(await read(post(body))).toBe('malformed_request');
	});
});
