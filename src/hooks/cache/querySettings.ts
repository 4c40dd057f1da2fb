import { hashKey } from '@tanstack/react-query';
import type { CustomerBackend } from '../../contract/backend';
import { CustomerError, isCustomerError } from '../../contract/errors';

/** Everything a host's `defaultOptions` could change under us, said explicitly. */
export const querySettings = {
	staleTime: 30_000,
	gcTime: 300_000,
	networkMode: 'online',
	refetchOnMount: true,
	refetchOnWindowFocus: true,
	refetchOnReconnect: true,
	refetchInterval: false,
	refetchIntervalInBackground: false,
	retryOnMount: true,
	throwOnError: false,
	structuralSharing: true,
	queryKeyHashFn: hashKey,
	select: undefined,
	initialData: undefined,
	initialDataUpdatedAt: undefined,
	placeholderData: undefined,
	enabled: true,
	notifyOnChangeProps: undefined,
	persister: undefined,
	subscribed: true,
	suspense: false,
	experimental_prefetchInRender: false,
} as const;

/** The same for writes. A write runs even when the browser believes to be offline: failing at once is better than a form that hangs. */
export const mutationSettings = { retry: 0, networkMode: 'always', gcTime: 300_000, throwOnError: false, scope: undefined } as const;

const maxRetries = 2;

/** Retries by error code, and not at all where the backend retries reads itself. */
export function retryPolicy(backend: CustomerBackend) {
	return {
		retry: (failures: number, error: CustomerError) => !backend.retriesReads && error.retryable && failures < maxRetries,
		retryDelay: (failures: number, error: CustomerError) => error.retryAfterMs ?? 150 * 2 ** failures,
	};
}

/** Makes whatever a backend threw a `CustomerError`. */
export function asCustomerError(error: unknown): CustomerError {
	if (isCustomerError(error)) return error;
	return new CustomerError('internal_error', {
		cause: error,
		message: 'The backend threw the `cause`.',
	});
}

/** Runs a call of the backend, also one that throws at once, so that hooks only ever see a `CustomerError`. */
export async function callBackend<T>(call: () => Promise<T> | T): Promise<T> {
	try {
		return await call();
	} catch (error) {
		throw asCustomerError(error);
	}
}
