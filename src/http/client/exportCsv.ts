import { abortedError } from '../../contract/abort';
import type { ExportOptions, ListCustomersRequest } from '../../contract/backend';
import { CustomerError } from '../../contract/errors';
import type { FunctionRequest } from '../protocol/functionRequest';
import { attemptRead } from './attempt';
import { bufferResponse } from './response';
import { badResponse, responseError } from './responseError';

/** Carries a request to the handler, and returns before the body has come. */
export type FetchResponse = (request: FunctionRequest, signal: AbortSignal) => Promise<Response>;

/** After this long without a byte, in milliseconds, an export is given up; the handler's own deadline comes well before. */
const silenceMs = 30_000;

/**
 * `POST /export`, streamed. What fails before the first byte is tried again as any read; after it the stream fails.
 * @throws `CustomerError` for every way the server can refuse
 */
export async function exportCsv(
	fetchResponse: FetchResponse,
	{ after: _after, before: _before, total: _total, ...request }: ListCustomersRequest,
	{ signal, mode, delimiter, columns }: ExportOptions,
): Promise<ReadableStream<Uint8Array>> {
	const call: FunctionRequest = {
		method: 'POST',
		path: '/export',
		headers: { Accept: 'text/csv, application/problem+json', 'Content-Type': 'application/json' },
		body: JSON.stringify({ request, format: 'csv', mode, ...(delimiter && { delimiter }), ...(columns && { columns }) }),
	};
	const { status, headers, body } = await attemptRead(async (ended) => {
		const response = await fetchResponse(call, ended);
		if (response.status >= 400) throw responseError(await bufferResponse(response));
		return response;
	}, signal);
	if (status !== 200 || body === null || !headers.get('content-type')?.startsWith('text/csv')) {
		await body?.cancel();
		throw badResponse(`The response has status ${status} and no CSV.`, headers.get('x-request-id') ?? undefined);
	}
	return wholeOrFailed(body, signal, headers.get('x-request-id') ?? undefined);
}

/** The same bytes; fails with a `CustomerError` when they break off, stop coming, or end without the line break that only a whole file has. */
function wholeOrFailed(
	body: ReadableStream<Uint8Array>,
	signal: AbortSignal | undefined,
	requestId: string | undefined,
): ReadableStream<Uint8Array> {
	const reader = body.getReader();
	let lastBytes: number[] = [];
	const brokenOff = (cause?: unknown) =>
		new CustomerError('upstream_unavailable', {
			...(requestId !== undefined && { requestId }),
			cause,
			message: 'The export broke off after its first byte, so what came is not complete. The server’s onError knows why.',
		});
	return new ReadableStream<Uint8Array>(
		{
			start(controller) {
				const abort = () => {
					controller.error(abortedError(signal?.reason));
					void reader.cancel().catch(() => undefined);
				};
				if (signal?.aborted) abort();
				signal?.addEventListener('abort', abort, { once: true });
				void reader.closed.catch(() => undefined).finally(() => signal?.removeEventListener('abort', abort));
			},
			async pull(controller) {
				const timer = setTimeout(() => {
					controller.error(new CustomerError('timeout', { message: `The export sent nothing for ${silenceMs} ms.` }));
					void reader.cancel().catch(() => undefined);
				}, silenceMs);
				try {
					const { done, value } = await reader.read();
					if (!done) {
						lastBytes = [...lastBytes, ...value.slice(-2)].slice(-2);
						controller.enqueue(value);
					} else if (`${lastBytes}` === '13,10') controller.close();
					else controller.error(brokenOff());
				} catch (cause) {
					controller.error(brokenOff(cause));
				} finally {
					clearTimeout(timer);
				}
			},
			cancel: (reason) => reader.cancel(reason),
		},
		{ highWaterMark: 0 },
	);
}
