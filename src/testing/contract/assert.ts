import { type CustomerError, type CustomerErrorCode, isCustomerError } from '../../contract/errors';

/** Fails the case with a sentence that says what was promised. */
export function assert(condition: unknown, message: string): asserts condition {
	if (!condition) throw new Error(message);
}

/** Compares plain data; the order of keys does not matter. */
export function assertSame(actual: unknown, expected: unknown, what: string): void {
	const [found, wanted] = [text(actual), text(expected)];
	assert(found === wanted, `${what}\n  expected ${wanted}\n  received ${found}`);
}

/** Straight from a backend a bad request is `malformed_request`; in the body of a search over HTTP it is `validation_failed`. */
export const badRequest = ['malformed_request', 'validation_failed'] as const;

/** The call must reject with one of these codes. Returns the error. */
export async function assertRejects(
	call: Promise<unknown> | (() => unknown),
	codes: CustomerErrorCode | readonly CustomerErrorCode[],
	what: string,
): Promise<CustomerError> {
	const wanted = typeof codes === 'string' ? [codes] : codes;
	let answer: unknown;
	try {
		answer = await (typeof call === 'function' ? call() : call);
	} catch (error) {
		if (!isCustomerError(error)) throw new Error(`${what}: expected a CustomerError ${wanted.join(' or ')}, received ${String(error)}`);
		assert(wanted.includes(error.code), `${what}: expected ${wanted.join(' or ')}, received ${error.code} (${error.message})`);
		return error;
	}
	throw new Error(`${what}: expected a rejection with ${wanted.join(' or ')}, received the answer ${text(answer)}`);
}

/** Tries again until it passes: an eventual index may lag. Fails with the last failure after ten seconds. */
export async function eventually(attempt: () => Promise<void>, consistency: 'strong' | 'eventual' | undefined): Promise<void> {
	const end = Date.now() + (consistency === 'eventual' ? 10_000 : 0);
	for (;;) {
		try {
			return await attempt();
		} catch (error) {
			if (Date.now() >= end) throw error;
			await new Promise((resolve) => setTimeout(resolve, 50));
		}
	}
}

/** Settles as the call does, or fails the case when it takes longer than ten seconds. */
export async function promptly<T>(call: Promise<T>, what: string): Promise<T> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const late = new Promise<never>((_resolve, reject) => {
		timer = setTimeout(() => reject(new Error(`${what}: still running after ten seconds`)), 10_000);
	});
	try {
		return await Promise.race([call, late]);
	} finally {
		clearTimeout(timer);
	}
}

function text(value: unknown): string {
	return String(
		JSON.stringify(value, (_key, inner: unknown) =>
			typeof inner === 'object' && inner !== null && !Array.isArray(inner)
				? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
				: inner,
		),
	);
}
