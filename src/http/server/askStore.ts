import { ProblemError, toProblemError } from './problemError';

/**
 * Asks a store of the host's. What it throws is the server's failure and no answer to the request: of a `CustomerError` only a code that says
 * so (a database out of reach, say) is kept.
 * @throws `internal_error`, or the code of a status above 500
 */
export async function askStore<T>(name: string, ask: () => Promise<T> | T): Promise<T> {
	try {
		return await ask();
	} catch (cause) {
		const { code, status = 500, message } = toProblemError(cause);
		if (status > 500) throw new ProblemError(code, { cause, message: `${name} threw: ${message}` });
		throw new ProblemError('internal_error', { cause, message: `${name} threw.` });
	}
}
