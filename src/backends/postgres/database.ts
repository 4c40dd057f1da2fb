import { abortable, throwIfAborted } from '../../contract/abort';
import { CustomerError, type CustomerErrorCode, isCustomerError } from '../../contract/errors';

/** Runs one parameterised statement. `pool.query.bind(pool)` of node-postgres and `db.query.bind(db)` of PGlite fit as they are. */
export type PostgresQuery = (text: string, params: unknown[]) => Promise<{ rows: unknown[] }>;

/** A row as the driver returns it. */
export type Row = Readonly<Record<string, unknown>>;

/** The statements of a backend, with failures already told as {@link CustomerError}. */
export type Run = (text: string, params: unknown[], signal?: AbortSignal) => Promise<readonly Row[]>;

/** Begins a statement, and knows what to do with it once it is given up. */
export type Begin = (text: string, params: unknown[], signal: AbortSignal | undefined) => Promise<{ rows: unknown[] }>;

/** Wraps a driver's query function: no text of the database's own gets past it. */
export function createRun(query: PostgresQuery, begin: Begin = (text, params) => query(text, params)): Run {
	return async (text, params, signal) => {
		throwIfAborted(signal);
		try {
			const { rows } = await abortable(begin(text, params, signal), signal);
			return rows as Row[];
		} catch (error) {
			throw toCustomerError(error);
		}
	};
}

/** Whether a failure is the violation of this unique constraint. */
export function violates(error: unknown, constraint: string): boolean {
	const cause = isCustomerError(error) ? error.cause : undefined;
	const { code, constraint: violated, message } = (cause ?? {}) as { code?: unknown; constraint?: unknown; message?: unknown };
	return code === '23505' && (violated === constraint || (violated === undefined && String(message).includes(`"${constraint}"`)));
}

/** By SQLSTATE or its class (the first two characters), or by Node's own codes of a lost connection. */
const codes: Readonly<Record<string, CustomerErrorCode>> = {
	'57014': 'upstream_timeout',
	ETIMEDOUT: 'upstream_timeout',
	'25P03': 'upstream_timeout',
	'28': 'misconfigured',
	'3D': 'misconfigured',
	'3F': 'misconfigured',
	'42501': 'misconfigured',
	'42P01': 'misconfigured',
	'42883': 'misconfigured',
	'42703': 'misconfigured',
	'25006': 'misconfigured',
	'22': 'malformed_request',
	'23': 'internal_error',
	'42': 'internal_error',
};

const advice: Partial<Record<CustomerErrorCode, string>> = {
	upstream_timeout: 'The database took longer than its time limit. Try again; look at statement_timeout if it goes on.',
	misconfigured:
		'The database refused the backend: a table, a right or the login is missing. Run postgresSchema once, with the role that you use.',
	malformed_request: 'The database cannot store a value of this call (a NUL character, for instance). Validate it first.',
};

function toCustomerError(error: unknown): CustomerError {
	if (isCustomerError(error)) return error;
	const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
	const state = typeof code === 'string' ? code : '';
	// node-postgres gives its own time limits no code.
	const late = state === '' && /\btimeout\b/i.test(String(message));
	const told = late ? 'upstream_timeout' : (codes[state] ?? codes[state.slice(0, 2)] ?? 'upstream_unavailable');
	return new CustomerError(told, { cause: error, message: advice[told] ?? 'The database could not answer. See "cause".' });
}
