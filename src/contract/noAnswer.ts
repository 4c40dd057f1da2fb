import { CustomerError } from './errors';

/**
 * The error of a request that nothing answered: `offline` where the browser itself says that it has no network, else `unreachable`. Who
 * tells people that they are offline while the server is down sends them to look after the wrong thing.
 */
export function noAnswer(cause: unknown, message: string): CustomerError {
	return new CustomerError(globalThis.navigator?.onLine === false ? 'offline' : 'unreachable', { cause, message });
}
