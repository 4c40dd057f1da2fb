import { abortable, throwIfAborted } from '../../contract/abort';
import type { CallOptions } from '../../contract/backend';
import { CustomerError, isCustomerError } from '../../contract/errors';
import { badAnswer, isAnswer, property, toMore } from '../kit/answer';
import type { StripeClient, StripeEndpoint } from './client';
import { endable } from './endable';
import { createPace } from './pace';
import { type CallContext, toCustomerError } from './toCustomerError';

/** What goes with a call besides its arguments. */
interface CallExtras extends Omit<CallContext, 'signal'> {
	/** What the call is known by at Stripe, for a day. */
	key?: string;
}

/** What a list or a search brought. */
export interface ListAnswer {
	rows: readonly unknown[];
	more: boolean;
	/** Of a search: where it goes on. */
	nextPage: string | null;
}

/** The SDK behind one form of calls: paced, ended by their signal, their faults mapped. */
export interface Calls {
	send(endpoint: StripeEndpoint, args: readonly unknown[], call: CallOptions, extras?: CallExtras): Promise<unknown>;
	/** A read that others who ask for the same at the same time share. */
	read(endpoint: StripeEndpoint, args: readonly unknown[], call: CallOptions, extras?: CallExtras): Promise<unknown>;
	list(endpoint: StripeEndpoint, params: object, call: CallOptions, extras?: CallExtras): Promise<ListAnswer>;
	/** Whether the client has the call. */
	has(endpoint: StripeEndpoint): boolean;
}

export interface CallsOptions {
	requestsPerSecond: number;
	fetch: ((url: string, init: RequestInit) => Promise<Response>) | undefined;
}

/** How long a call may wait for its turn: a browser waits ten seconds. */
const patienceMs = 5000;

/** Throws `misconfigured` when the client has no customers to call. */
export function createCalls(stripe: StripeClient, { requestsPerSecond, fetch }: CallsOptions): Calls {
	const pace = createPace(requestsPerSecond, patienceMs);
	const shared = new Map<string, Flight>();

	const resourceOf = (endpoint: string): [resource: unknown, method: string] => {
		const path = endpoint.split('.');
		const method = path.pop()!;
		return [path.reduce<unknown>(property, stripe), method];
	};
	const has = (endpoint: StripeEndpoint) => {
		const [resource, method] = resourceOf(endpoint);
		return typeof property(resource, method) === 'function';
	};
	for (const method of ['list', 'retrieve', 'create', 'update'] as const)
		if (!has(`customers.${method}`)) throw noClient(`customers.${method}`);

	async function send(endpoint: StripeEndpoint, args: readonly unknown[], { signal }: CallOptions, extras: CallExtras = {}) {
		throwIfAborted(signal);
		const { key, ...context } = extras;
		const answered = await pace.turn(endpoint, signal);
		const [resource, method] = resourceOf(endpoint);
		const options = { maxNetworkRetries: 0, ...(key !== undefined && { idempotencyKey: key }) };
		try {
			const target = endable(stripe, resource as object, signal, fetch);
			const fn = property(target, method) as (...args: unknown[]) => PromiseLike<unknown>;
			const answer = await abortable((async () => fn.call(target, ...args, options))(), signal);
			const response = property(answer, 'lastResponse');
			// Whatever its status: without an `error` in its body the SDK takes an answer for a good one.
			const statusCode = property(response, 'statusCode') ?? property(response, 'status');
			if (typeof statusCode === 'number' && statusCode >= 300) throw { statusCode, headers: property(response, 'headers') };
			return answer;
		} catch (error) {
			const known = toCustomerError(error, { ...context, ...(signal && { signal }) });
			if (known.code === 'rate_limited') pace.hold(endpoint, known.retryAfterMs ?? 1000);
			throw known;
		} finally {
			answered();
			// Whoever reads after a write may not be told of what was before it.
			if (/\.(create|update|cancel)$/.test(endpoint)) shared.clear();
		}
	}

	const read: Calls['read'] = (endpoint, args, { signal }, extras) =>
		share(shared, JSON.stringify([endpoint, args]), (ending) => send(endpoint, args, { signal: ending }, extras), signal);

	return {
		has,
		send,
		read,
		async list(endpoint, params, call, extras) {
			const page = await read(endpoint, [params], call, extras);
			const rows = property(page, 'data');
			if (!isAnswer(page) || !Array.isArray(rows)) throw badAnswer('The list came without its data.');
			const nextPage = page.next_page;
			return { rows, more: toMore(page.has_more) ?? false, nextPage: typeof nextPage === 'string' ? nextPage : null };
		},
	};
}

/** A call that several wait for. */
interface Flight {
	answer: Promise<unknown>;
	waiting: number;
	stop: AbortController;
}

/** Joins the call of that name, or begins it. */
async function share(
	shared: Map<string, Flight>,
	name: string,
	begin: (ending: AbortSignal) => Promise<unknown>,
	signal: AbortSignal | undefined,
): Promise<unknown> {
	throwIfAborted(signal);
	let flight = shared.get(name);
	if (!flight) {
		const stop = new AbortController();
		const answer = begin(stop.signal).finally(() => {
			if (shared.get(name)?.answer === answer) shared.delete(name);
		});
		answer.catch(() => {});
		flight = { answer, waiting: 0, stop };
		shared.set(name, flight);
	}
	const { answer, stop } = flight;
	flight.waiting++;
	try {
		return await abortable(answer, signal);
	} finally {
		// The last one who hangs up ends it, and nobody joins what ends.
		if (--flight.waiting === 0) {
			if (shared.get(name) === flight) shared.delete(name);
			stop.abort();
		}
	}
}

/** Whether Stripe answered so. */
export function isRefused(error: unknown, ...codes: CustomerError['code'][]): boolean {
	return isCustomerError(error) && codes.includes(error.code);
}

function noClient(missing: string): CustomerError {
	return new CustomerError('misconfigured', {
		message: `stripeBackend got a client without ${missing}(). Pass the ready SDK client itself: stripeBackend({ stripe: new Stripe(key) }).`,
	});
}
