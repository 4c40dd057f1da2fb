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
		const { code, status = 500 } = toProblemError(cause);
		throw new ProblemError(status > 500 ? code : 'internal_error', { cause, message: `${name} threw.` });
	}
}
