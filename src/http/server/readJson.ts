import { collectBytes, mostPieces } from '../../contract/collectBytes';
import { callerLeft, malformedRequest, ProblemError } from './problemError';

const maxDepth = 8;

/**
 * Refuses, before anything is read, a body that is not JSON in UTF-8.
 * @throws `unsupported_media_type`
 */
export function requireJson(request: Request): void {
	const [essence = '', ...parameters] = (request.headers.get('content-type') ?? '').split(';').map((part) => part.trim().toLowerCase());
	const charsets = parameters
		.filter((parameter) => /^charset[\s*]*=/.test(parameter))
		.map((parameter) => parameter.replace(/^charset=("?)(.*)\1$/, '$2'));
	const encoding = request.headers.get('content-encoding')?.trim().toLowerCase() ?? 'identity';
	if (essence === 'application/json' && charsets.every((charset) => charset === 'utf-8') && encoding === 'identity') return;
	throw new ProblemError('unsupported_media_type', {
		message: 'The body is not application/json in UTF-8. Send Content-Type: application/json.',
	});
}

const wasRead = () =>
	new ProblemError('misconfigured', {
		message:
			'The body was read before the handler saw the request. Pass the request on untouched: no body parser in front, no reading in authorize().',
	});

/**
 * The bytes of a body, counted while they come in.
 * @throws `payload_too_large`; `misconfigured` where somebody else has read them
 */
async function readBytes(request: Request, limit: number, signal: AbortSignal): Promise<Uint8Array> {
	const tooLarge = () =>
		new ProblemError('payload_too_large', {
			message: `The body is larger than ${limit} bytes (bodyLimitBytes), or came in more than ${mostPieces(limit)} pieces.`,
		});
	const length = Number(request.headers.get('content-length'));
	if (length > limit) throw tooLarge();
	if (request.bodyUsed || request.body?.locked) throw wasRead();
	if (!request.body) return new Uint8Array();
	const reader = request.body.getReader();
	const stop = () => void reader.cancel().catch(() => {});
	signal.addEventListener('abort', stop);
	try {
		const bytes = await collectBytes(reader, limit);
		if (bytes === null) throw tooLarge();
		// A parser that took what a Node server got leaves a body that is whole and empty.
		if (bytes.length === 0 && length > 0) throw wasRead();
		return bytes;
	} catch (error) {
		throw ProblemError.is(error) ? error : callerLeft(error);
	} finally {
		signal.removeEventListener('abort', stop);
	}
}

/** Whether there are more brackets than levels: without them nothing is nested deeper. */
function mayBeDeep(text: string): boolean {
	let brackets = 0;
	for (const bracket of ['{', '[']) {
		for (let at = text.indexOf(bracket); at >= 0 && brackets <= maxDepth; at = text.indexOf(bracket, at + 1)) brackets++;
	}
	return brackets > maxDepth;
}

function deeperThan(value: unknown, depth: number): boolean {
	if (typeof value !== 'object' || value === null) return false;
	return depth === 0 || Object.values(value).some((child) => deeperThan(child, depth - 1));
}

/**
 * The JSON value of a body.
 * @throws `payload_too_large`; `malformed_request` for bytes that are no UTF-8, text that is no JSON, and nesting beyond eight levels.
 */
export async function readJson(request: Request, limit: number, signal: AbortSignal): Promise<unknown> {
	const bytes = await readBytes(request, limit, signal);
	let text: string;
	let value: unknown;
	try {
		// TextDecoder drops a leading BOM by itself.
		text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		value = JSON.parse(text);
	} catch (error) {
		throw new ProblemError('malformed_request', { message: 'The body is not JSON in UTF-8.', cause: error });
	}
	// To look at each of thousands of values costs as much as to parse them.
	if (mayBeDeep(text) && deeperThan(value, maxDepth)) throw malformedRequest(`The body is nested deeper than ${maxDepth} levels.`);
	return value;
}
