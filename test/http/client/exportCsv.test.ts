import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { memoryBackend } from '../../../src/backends/memory';
import type { CustomerBackend } from '../../../src/client';
import { type CustomerError, functionBackend, httpBackend, isCustomerError } from '../../../src/client';
import type { CustomersHandlerOptions } from '../../../src/server';
import { CustomerError as Failure } from '../../../src/server';
import { sampleCustomers } from '../../../src/testing';
import { base, mount } from '../request';

function clientOf(options: Partial<CustomersHandlerOptions>) {
	const { handler, errors } = mount(options);
	const requests: Request[] = [];
	const client = httpBackend({
		url: base,
		fetch: (url, init) => {
			requests.push(new Request(url, init));
			return handler(new Request(url, init));
		},
	});
	return { client, requests, errors };
}

async function textOf(stream: Promise<ReadableStream<Uint8Array>>): Promise<string> {
	return new Response(await stream).text();
}

async function failureOf(call: Promise<unknown>): Promise<CustomerError> {
	const error = await call.then(
		() => null,
		(reason: unknown) => reason,
	);
	if (!isCustomerError(error)) throw new Error(`No CustomerError: ${error}`);
	return error;
}

const answering = (body: BodyInit | null, init?: ResponseInit) => {
	let calls = 0;
	const client = httpBackend({
		url: base,
		fetch: async () => {
			calls++;
			return new Response(body, init);
		},
	});
	return { client, calls: () => calls };
};

/** A backend whose list works for so many pages. */
function breakingAfter(pages: number): CustomerBackend {
	const memory = memoryBackend({ customers: sampleCustomers(300) });
	let asked = 0;
	return {
		...memory,
		list: (...args) =>
			asked++ < pages ? memory.list(...args) : Promise.reject(new Failure('upstream_unavailable', { message: 'secret' })),
	};
}

describe('an export through the client', () => {
	it('brings the server’s own file, narrowed by search and columns, without cursors', async () => {
		const { client, requests } = clientOf({ backend: memoryBackend({ customers: sampleCustomers(250) }) });
		const text = await textOf(
			client.exportCsv!(
				{ country: ['IN'], limit: 20, after: 'cursor', total: 'exact' },
				{ mode: 'data', columns: ['id', 'address.country'] },
			),
		);
		const [header, ...rows] = text.trim().split('\r\n');
		expect(header).toBe('id,address.country');
		expect(new Set(rows.map((row) => row.split(',')[1]))).toEqual(new Set(['IN']));
		expect(requests).toHaveLength(1);
		expect([requests[0]!.method, requests[0]!.url]).toEqual(['POST', `${base}/export`]);
	});

	it('comes in pieces as the server reads its pages', async () => {
		const { client } = clientOf({ backend: memoryBackend({ customers: sampleCustomers(300) }) });
		const reader = (await client.exportCsv!({}, { mode: 'data' })).getReader();
		let pieces = 0;
		while (!(await reader.read()).done) pieces++;
		expect(pieces).toBe(3);
	});

	it('fails visibly when the upstream breaks midway, and says nothing of why', async () => {
		const { client, errors } = clientOf({ backend: breakingAfter(2) });
		const error = await failureOf(textOf(client.exportCsv!({}, { mode: 'data' })));
		expect(error.code).toBe('upstream_unavailable');
		expect(error.requestId).toBeTruthy();
		expect(`${error.message}${error.cause}`).not.toContain('secret');
		expect(errors).toHaveLength(1);
	});

	it('fails visibly over a real connection, too', async () => {
		const { handler } = mount({ backend: breakingAfter(2) });
		const server = createServer(async (request, response) => {
			const chunks: Buffer[] = [];
			for await (const chunk of request) chunks.push(chunk);
			const answer = await handler(
				new Request(`http://${request.headers.host}${request.url}`, {
					method: 'POST',
					headers: { 'Content-Type': 'application/json' },
					body: Buffer.concat(chunks),
				}),
			);
			response.writeHead(answer.status, Object.fromEntries(answer.headers));
			try {
				for await (const chunk of answer.body!) response.write(chunk);
				response.end();
			} catch {
				response.destroy();
			}
		}).listen(0);
		const { port } = server.address() as AddressInfo;
		const client = httpBackend({ url: `http://localhost:${port}/api/customers` });
		expect((await failureOf(textOf(client.exportCsv!({}, { mode: 'data' })))).code).toBe('upstream_unavailable');
		server.close();
	});

	it.each(['id\r\ncus_1\r\ncus', 'id\r\ncus_1', 'id\r\n"cus\n', 'id\r\ncus_1\r', ''])(
		'does not take for whole what ends as %j',
		async (text) => {
			const { client } = answering(text, { headers: { 'Content-Type': 'text/csv' } });
			expect((await failureOf(textOf(client.exportCsv!({}, { mode: 'data' })))).code).toBe('upstream_unavailable');
		},
	);

	it('is whole in whatever pieces it comes', async () => {
		const text = 'id\r\ncus_1\r\n';
		const bytes = new ReadableStream<Uint8Array>({
			start(controller) {
				for (const byte of new TextEncoder().encode(text)) controller.enqueue(Uint8Array.of(byte));
				controller.enqueue(new Uint8Array());
				controller.close();
			},
		});
		const { client } = answering(bytes, { headers: { 'Content-Type': 'text/csv' } });
		expect(await textOf(client.exportCsv!({}, { mode: 'data' }))).toBe(text);
	});

	it('says what the server refused', async () => {
		const denied = clientOf({ authorize: (_, { action }) => ({ allow: action !== 'export', scope: 'a' }) });
		expect((await failureOf(denied.client.exportCsv!({}, { mode: 'data' }))).code).toBe('forbidden');
		const masked = clientOf({ authorize: () => ({ allow: true, scope: 'a', fields: { read: ['id', 'name'] } }) });
		expect((await failureOf(masked.client.exportCsv!({}, { mode: 'data', columns: ['email'] }))).code).toBe('forbidden');
		expect(await textOf(masked.client.exportCsv!({}, { mode: 'data' }))).toBe('id,name\r\n');
	});

	it('is no page of a login wall', async () => {
		const { client, calls } = answering('<html>', { headers: { 'Content-Type': 'text/html' } });
		expect((await failureOf(client.exportCsv!({}, { mode: 'data' }))).code).toBe('bad_response');
		expect(calls()).toBe(1);
	});

	it('is asked for again where nothing had come yet', async () => {
		const { client, calls } = answering('', { status: 503, headers: { 'Retry-After': '0' } });
		expect((await failureOf(client.exportCsv!({}, { mode: 'data' }))).code).toBe('upstream_unavailable');
		expect(calls()).toBe(3);
	});

	it('ends when it is cancelled, before and after its first byte', async () => {
		const signals: AbortSignal[] = [];
		const memory = memoryBackend({ customers: sampleCustomers(300) });
		const list: CustomerBackend['list'] = (request, options) => {
			signals.push(options!.signal!);
			return memory.list(request, options);
		};
		const { client } = clientOf({ backend: { ...memory, list } });
		const gone = AbortSignal.abort();
		expect((await failureOf(client.exportCsv!({}, { mode: 'data', signal: gone }))).code).toBe('aborted');
		expect(signals).toHaveLength(0);
		const controller = new AbortController();
		const reader = (await client.exportCsv!({}, { mode: 'data', signal: controller.signal })).getReader();
		await reader.read();
		controller.abort();
		expect((await failureOf(reader.read())).code).toBe('aborted');
		expect(signals.at(-1)!.aborted).toBe(true);
	});

	it('is not offered where requests are plain function calls, which cannot stream', () => {
		expect(functionBackend(async () => ({ status: 200, headers: {}, body: '' })).exportCsv).toBeUndefined();
	});
});
