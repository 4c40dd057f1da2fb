import { isCustomerError } from '../../contract/errors';
import type { ProblemError } from './problemError';
import type { RequestContext } from './requestContext';

/** How many calls of the stack are shown: enough to find the host's own line. */
const maxFrames = 6;

/**
 * Tells the console of a failed request: its code, its id, and the sentence for developers. Of what is no `CustomerError` the kind and the
 * place alone are told, since the text of an upstream may be about people. Nothing of a caller that went away: there is nothing to mend.
 */
export function logProblem(problem: ProblemError, { requestId, action, status, code }: RequestContext): void {
	if (code === 'aborted') return;
	const what = action === undefined ? '' : ` (${action})`;
	const text = `proyecta-customers: ${status} ${code}${what}, request ${requestId}: ${problem.message}${causeOf(problem)}`;
	if (status >= 500) console.error(text);
	else console.warn(text);
}

/** What is behind a chain of CustomerErrors; `undefined` where that is nothing. */
function behind(error: unknown, depth = 5): unknown {
	try {
		return isCustomerError(error) ? (depth > 0 ? behind(error.cause, depth - 1) : undefined) : error;
	} catch {
		return error;
	}
}

/** The first thing behind a problem that is no CustomerError: its name, the code that its maker gave it, and where it was thrown. */
function causeOf(problem: ProblemError): string {
	const cause = behind(problem);
	if (cause === undefined) return '';
	const words = isObject(cause) ? ['name', 'code'].map((key) => read(cause, key)).filter(isWord) : [typeof cause];
	return `\n  caused by ${words.join(' ') || 'something without a name'}${isObject(cause) ? framesOf(cause) : ''}`;
}

/** Names and codes such as TypeError, 42P01, ECONNREFUSED: whoever puts a sentence there is not quoted. */
function isWord(value: unknown): value is string {
	return typeof value === 'string' && /^\w{1,60}$/.test(value);
}

/** The calls of a stack, which begins with the message. */
function framesOf(cause: object): string {
	const [stack, message] = [read(cause, 'stack'), read(cause, 'message')];
	if (typeof stack !== 'string' || typeof message !== 'string' || !stack.includes(message)) return '';
	const calls = stack.slice(stack.indexOf(message) + message.length).split('\n');
	const frames = calls.filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line)).slice(0, maxFrames);
	return frames.map((frame) => `\n    ${frame.trim()}`).join('');
}

function isObject(value: unknown): value is object {
	return typeof value === 'object' && value !== null;
}

/** What is thrown may throw when it is looked at. */
function read(from: object, key: string): unknown {
	try {
		return (from as Record<string, unknown>)[key];
	} catch {
		return undefined;
	}
}
