import { abortable, throwIfAborted } from '../../contract/abort';
import type { CallOptions, WriteOptions } from '../../contract/backend';
import { CustomerError, isCustomerError } from '../../contract/errors';
import { badAnswer, isAnswer, toMore } from '../kit/answer';
import type { DialectOf, ProyectaClient, ProyectaCustomers, ProyectaDialect, ProyectaMethod } from './client';
import { type CallContext, toCustomerError, wrongCall } from './toCustomerError';

/** What `list` takes: of the object dialect only `limit` is documented. */
export interface ListParams {
	limit: number;
	starting_after?: string;
	ending_before?: string;
	query?: string;
	email?: string;
	/** Unix seconds. */
	created?: { gte?: number; lt?: number };
	sort?: string;
}

interface ListAnswer {
	rows: readonly unknown[];
	/** `null`: the answer does not say. */
	more: boolean | null;
}

/** The SDK behind one form of calls, its faults mapped, whatever its dialect. */
export interface Calls {
	list(params: ListParams, call: CallOptions): Promise<ListAnswer>;
	/** Returns the customer as it came, its id checked. */
	get(id: string, call: CallOptions): Promise<unknown>;
	create(fields: object, call: WriteOptions): Promise<unknown>;
	update(id: string, fields: object, call: WriteOptions): Promise<unknown>;
	billingPortal(id: string, fields: object, call: WriteOptions): Promise<unknown>;
	/** A call of the host's own, with the same faults. */
	host<T>(read: () => PromiseLike<T>, call: CallOptions): Promise<T>;
	/** `check`, `checkout` and `cancel` have one form in both dialects. */
	commerce(method: 'check' | 'checkout' | 'cancel', fields: object, call: WriteOptions): Promise<unknown>;
}

/** Throws `misconfigured` when the client has no customers to call. */
export function createCalls(client: ProyectaClient, dialectOf: DialectOf): Calls {
	const customers = customersOf(client);
	/** Whether an answer has shown that `get` takes the form it is called in. */
	let proved = false;

	async function send(target: object | undefined, method: string, args: unknown[], call: WriteOptions, context: CallContext) {
		const options = await requestOptions(method, args, call);
		const fn = (target as Record<string, (...args: unknown[]) => PromiseLike<unknown>>)[method]!;
		return attempt(() => fn.call(target, ...args, ...options), call, context);
	}

	const addressed = (dialect: ProyectaDialect, id: string, fields?: object) =>
		dialect === 'object' ? [{ ...fields, customerId: id }] : fields ? [id, fields] : [id];

	async function read(dialect: ProyectaDialect, id: string, call: CallOptions): Promise<unknown> {
		const answer = await send(
			customers,
			'get',
			addressed(dialect, id),
			{ ...(call.signal && { signal: call.signal }) },
			{ customer: true },
		);
		return sameId(answer, id);
	}

	async function get(id: string, call: CallOptions): Promise<unknown> {
		const dialect = dialectOf('get');
		try {
			const answer = await read(dialect, id, call);
			proved = true;
			return answer;
		} catch (error) {
			// In the wrong form an SDK asks for /customers/undefined, which looks like an unknown id. Reading in the other form is
			// harmless and tells the two apart.
			if (!proved && isCustomerError(error) && ['not_found', 'bad_upstream_response', 'misconfigured'].includes(error.code)) {
				const other = await read(dialect === 'object' ? 'positional' : 'object', id, call).catch(() => null);
				if (other !== null) throw new CustomerError('misconfigured', { message: wrongCall, cause: error });
			}
			throw error;
		}
	}

	/** A write in the wrong form must never leave: a read in the same form goes first, once in the life of the backend. */
	async function prove(method: ProyectaMethod, id: string, call: CallOptions): Promise<void> {
		if (!proved && dialectOf(method) === dialectOf('get')) await get(id, call);
	}

	return {
		async list({ limit, ...params }, call) {
			const text = dialectOf('list') === 'object';
			const context = { cursor: params.starting_after !== undefined || params.ending_before !== undefined };
			const { signal } = call;
			const args = [{ limit: text ? String(limit) : limit, ...params }];
			const { rows, more } = toListAnswer(await send(customers, 'list', args, { ...(signal && { signal }) }, context));
			if (rows.length <= limit) return { rows, more };
			// Who does not know `limit` answers with the whole account: of that, no more is looked at than was asked for.
			return { rows: params.ending_before === undefined ? rows.slice(0, limit) : rows.slice(-limit), more: true };
		},
		get,
		create: (fields, call) => send(customers, 'create', [fields], call, { fields: true, email: true }),
		async update(id, fields, call) {
			await prove('update', id, call);
			const context = { customer: true, fields: true, email: 'email' in fields };
			return sameId(await send(customers, 'update', addressed(dialectOf('update'), id, fields), call, context), id);
		},
		async billingPortal(id, fields, call) {
			await prove('billingPortal', id, call);
			return send(customers, 'billingPortal', addressed(dialectOf('billingPortal'), id, fields), call, { customer: true });
		},
		host: (read, call) => attempt(read, call, { customer: true }),
		commerce: (method, fields, call) => send(client.commerce, method, [fields], call, { customer: true }),
	};
}

function customersOf(client: ProyectaClient): ProyectaCustomers {
	const customers = client?.commerce?.customers ?? client?.customers;
	const missing = (['list', 'get', 'create', 'update'] as const).find((method) => typeof customers?.[method] !== 'function');
	if (customers && missing === undefined) return customers;
	throw new CustomerError('misconfigured', {
		message: `proyectaBackend got a client without commerce.customers.${missing}(). Pass the ready SDK client itself: proyectaBackend({ client }).`,
	});
}

async function attempt<T>(call: () => PromiseLike<T>, { signal }: CallOptions, context: CallContext): Promise<T> {
	throwIfAborted(signal);
	try {
		return await abortable((async () => call())(), signal);
	} catch (error) {
		throw toCustomerError(error, { ...context, ...(signal && { signal }) });
	}
}

/** Never the page object itself: it carries the client, and iterating over it drains the account. */
function toListAnswer(page: unknown): ListAnswer {
	const rows = isAnswer(page) ? page.data : undefined;
	// A page makes an empty list of any body, also of a proxy's error page: where the body shows, it must have the data.
	const body = isAnswer(page) && page.body !== undefined ? page.body : page;
	if (!isAnswer(page) || !isAnswer(body) || !Array.isArray(rows) || !Array.isArray(body.data))
		throw badAnswer('The list came without its data.');
	return { rows, more: toMore(page.has_more ?? body.has_more) };
}

function sameId(answer: unknown, id: string): unknown {
	if (isAnswer(answer) && answer.id === id) return answer;
	throw badAnswer('The answer is not the customer that was asked for.');
}

/** The SDK's own last argument; left out when there is nothing to say. */
async function requestOptions(method: string, args: unknown[], { signal, scope, idempotencyKey }: WriteOptions): Promise<object[]> {
	if (!signal && idempotencyKey === undefined) return [];
	const key = idempotencyKey === undefined ? undefined : await upstreamKey([method, args[0], scope ?? null, idempotencyKey]);
	return [{ ...(signal && { signal }), ...(key !== undefined && { idempotencyKey: key }) }];
}

/** Keys of two scopes, methods or customers must not meet in the one account. */
async function upstreamKey(parts: unknown[]): Promise<string> {
	const [method, target, ...rest] = parts;
	const id = isAnswer(target) ? (target.customerId ?? target.customer_id ?? null) : target;
	const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify([method, id, ...rest])));
	return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
