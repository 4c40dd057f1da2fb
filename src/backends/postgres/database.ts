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
	const found = findFailure(isCustomerError(error) ? error.cause : undefined);
	return found?.code === '23505' && found.texts.some((text) => text === constraint || text.includes(`"${constraint}"`));
}

/** What the database itself said, wherever a client keeps it. */
interface Failure {
	/** The SQLSTATE, or Node's own code of a lost connection. */
	code: string;
	/** The name of a constraint and the message, as far as they are there. */
	texts: string[];
}

/** Where clients keep what they wrap: Drizzle and others in `cause`, Prisma in `meta`. */
const wrappers = ['cause', 'meta', 'driverAdapterError', 'original', 'originalError', 'parent'];

/** The innermost failure with a code: what is wrapped around it may have one of the client's own (`P2010`). */
function findFailure(error: unknown, depth = 0): Failure | null {
	if (typeof error !== 'object' || error === null || depth > 5) return null;
	const fields = error as Readonly<Record<string, unknown>>;
	for (const wrapper of wrappers) {
		const inner = findFailure(fields[wrapper], depth + 1);
		if (inner) return inner;
	}
	const code = [fields.originalCode, fields.code].find((each) => typeof each === 'string' && each !== '');
	if (typeof code !== 'string') return null;
	const texts = [fields.constraint, fields.constraint_name, fields.originalMessage, fields.message];
	return { code, texts: texts.filter((each) => typeof each === 'string') };
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
	const { message } = (error ?? {}) as { message?: unknown };
	const state = findFailure(error)?.code ?? '';
	// node-postgres gives its own time limits no code.
	const late = state === '' && /\btimeout\b/i.test(String(message));
	const told = late ? 'upstream_timeout' : (codes[state] ?? codes[state.slice(0, 2)] ?? 'upstream_unavailable');
	return new CustomerError(told, { cause: error, message: advice[told] ?? 'The database could not answer. See "cause".' });
}
