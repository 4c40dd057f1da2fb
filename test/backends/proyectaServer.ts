import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A customer as the loopback account keeps it. */
export interface StoredCustomer {
	id: string;
	created: unknown;
	email: string | null;
	name: string | null;
	phone: string | null;
	address: Record<string, string | null> | null;
	[extra: string]: unknown;
}

export interface SeenCall {
	method: string;
	path: string;
	query: URLSearchParams;
	body: Record<string, unknown>;
	headers: IncomingMessage['headers'];
}

/** What a fault makes of a call: an answer of its own, or none at all. `after`: the call has its effect first. */
export interface Fault {
	status?: number;
	body?: unknown;
	headers?: Record<string, string>;
	hang?: true;
	drop?: true;
	after?: true;
}

type Answer = { status: number; body: unknown };

const addressKeys = ['line1', 'line2', 'city', 'state', 'postal_code', 'country'];
const ok = (body: unknown): Answer => ({ status: 200, body });
const refuse = (status: number, error: Record<string, string>): Answer => ({
	status,
	body: { error: { message: `upstream words about ${JSON.stringify(error)}`, ...error } },
});

/**
 * A loopback Proyecta account that behaves as documented, and where nothing is documented, as awkwardly as it might:
 * emails are told apart by case, addresses are merged, every time in a second counts.
 */
export class ProyectaServer {
	readonly key = 'sk_loopback_very_secret';
	readonly seen: SeenCall[] = [];
	readonly customers = new Map<string, StoredCustomer>();
	readonly features = new Map<string, Set<string>>();
	readonly subscriptions = new Map<string, { id: string; status: string; items: object[]; [key: string]: unknown }[]>();
	readonly sessions = new Map<string, { customer: string; variant: string }>();
	/** Answers in place of the account. */
	fault: ((call: SeenCall) => Fault | undefined) | undefined;
	/** Whether lists say `has_more`. */
	hasMore = true;
	/** Whether lists know `starting_after`. */
	pages = true;
	baseURL = '';
	/** Calls that were given up before their answer. */
	hungUp = 0;
	#server: Server | undefined;
	#count = 0;
	#clock = Date.parse('2026-03-01T10:00:00.000Z');

	async start(): Promise<this> {
		this.#server = createServer((request, response) => {
			response.on('close', () => {
				if (!response.writableFinished) this.hungUp++;
			});
			this.#serve(request).then(
				(answer) => {
					if (answer === 'hang') return;
					if (answer === 'drop') return void request.socket.destroy();
					response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
					response.end(JSON.stringify(answer.body));
				},
				() => response.writeHead(500).end(),
			);
		});
		await new Promise<void>((resolve) => this.#server!.listen(0, '127.0.0.1', resolve));
		this.baseURL = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
		return this;
	}

	async stop(): Promise<void> {
		this.#server?.closeAllConnections();
		await new Promise((resolve) => this.#server?.close(resolve));
	}

	/** Puts customers into the account, past its own rules. */
	seed(...rows: (Partial<StoredCustomer> & { id: string })[]): void {
		for (const row of rows) {
			this.customers.set(row.id, { created: this.#now(), email: null, name: null, phone: null, address: null, ...row });
		}
	}

	/** What the checkout's page does when somebody pays there. */
	pay(url: string): void {
		const { customer, variant } = this.sessions.get(new URL(url).searchParams.get('session') ?? '')!;
		const price = { amount: 900, currency: 'usd', interval: 'month' };
		const items = [{ variant_id: variant, name: 'Plan', quantity: 1, price }];
		const paid = { id: `sub_${crypto.randomUUID()}`, status: 'active', start_date: this.#now(), items };
		this.subscriptions.set(customer, [...(this.subscriptions.get(customer) ?? []), paid]);
		this.features.set(customer, new Set(['feat_plan']));
	}

	#now(): string {
		this.#clock += this.#count++ % 3 === 0 ? 0 : 400;
		return new Date(this.#clock).toISOString();
	}

	async #serve(request: IncomingMessage): Promise<(Answer & { headers?: Record<string, string> }) | 'hang' | 'drop'> {
		const url = new URL(request.url!, this.baseURL);
		let text = '';
		for await (const chunk of request) text += chunk;
		const body = text === '' ? {} : JSON.parse(text);
		const call: SeenCall = { method: request.method!, path: url.pathname, query: url.searchParams, body, headers: request.headers };
		this.seen.push(call);
		const fault = this.fault?.(call);
		if (fault && !fault.after) {
			if (fault.hang) return 'hang';
			if (fault.drop) return 'drop';
			return { status: fault.status ?? 200, body: fault.body ?? {}, headers: fault.headers ?? {} };
		}
		if (request.headers.authorization !== `Bearer ${this.key}`) return refuse(401, { type: 'authentication_error' });
		const answer = this.#route(call);
		return fault?.drop ? 'drop' : answer;
	}

	#route(call: SeenCall): Answer {
		const [, , , resource, id, action] = call.path.split('/');
		const route = `${call.method} ${resource}${id ? '/:id' : ''}${action ? `/${action}` : ''}`;
		if (route === 'GET customers') return this.#list(call.query);
		if (route === 'POST customers') return this.#create(call.body);
		if (call.method === 'POST' && !id && resource !== 'customers') return this.#commerce(resource!, call.body);
		const customer = id && resource === 'customers' ? this.customers.get(decodeURIComponent(id)) : undefined;
		if (!customer) return refuse(404, { type: 'not_found', code: 'resource_missing', param: 'id' });
		if (route === 'GET customers/:id') return ok(customer);
		if (route === 'PATCH customers/:id') return this.#update(customer, call.body);
		if (route === 'POST customers/:id/billing_portal') return ok({ url: `https://billing.example/p/${customer.id}` });
		if (route === 'GET customers/:id/subscriptions') return ok({ data: this.subscriptions.get(customer.id) ?? [] });
		return refuse(405, { type: 'invalid_request' });
	}

	#list(query: URLSearchParams): Answer {
		const number = (name: string) => (query.has(name) ? Number(query.get(name)) : undefined);
		const limit = number('limit') ?? 20;
		if (!Number.isInteger(limit) || limit < 1 || limit > 100) return refuse(400, { type: 'invalid_request', param: 'limit' });
		const needle = query.get('query')?.normalize('NFC').toLowerCase();
		const seconds = ({ created }: StoredCustomer) => Date.parse(String(created)) / 1000;
		const rows = [...this.customers.values()].filter(
			(row) =>
				(!query.has('email') || row.email === query.get('email')) &&
				(needle === undefined || [row.name, row.email, row.id].some((text) => text?.normalize('NFC').toLowerCase().includes(needle))) &&
				seconds(row) >= (number('created[gte]') ?? Number.NEGATIVE_INFINITY) &&
				seconds(row) < (number('created[lt]') ?? Number.POSITIVE_INFINITY),
		);
		const sort = query.get('sort') ?? '-created';
		const sign = sort.startsWith('-') ? -1 : 1;
		const field = sort.replace('-', '');
		if (!['created', 'name', 'email'].includes(field)) return refuse(400, { type: 'invalid_request', param: 'sort' });
		const keyOf = (row: StoredCustomer) => `${String(row[field] ?? '').toLowerCase()}\n${row.id}`;
		rows.sort((a, b) => (keyOf(a) < keyOf(b) ? -sign : sign));
		const after = this.pages ? query.get('starting_after') : null;
		const before = this.pages ? query.get('ending_before') : null;
		const at = rows.findIndex(({ id }) => id === (after ?? before));
		if ((after ?? before) !== null && at < 0)
			return refuse(404, { code: 'resource_missing', param: after ? 'starting_after' : 'ending_before' });
		const side = after !== null ? rows.slice(at + 1) : before !== null ? rows.slice(0, at) : rows;
		const data = before !== null ? side.slice(-limit) : side.slice(0, limit);
		return ok({ data, ...(this.hasMore && { has_more: side.length > limit }) });
	}

	#create(body: Record<string, unknown>): Answer {
		const { id, email, name = null, phone = null, address = null } = body as Partial<StoredCustomer>;
		if (typeof email !== 'string' || !email.includes('@')) return refuse(400, { type: 'invalid_request', param: 'email' });
		if (name === '' || phone === '') return refuse(422, { code: 'invalid', param: name === '' ? 'name' : 'phone' });
		const known = [...this.customers.values()].find((row) => row.email === email);
		if (known) return ok(known);
		if (id !== undefined && !String(id).startsWith('cus_')) return refuse(400, { type: 'invalid_request', param: 'id' });
		if (id !== undefined && this.customers.has(id)) return refuse(409, { type: 'conflict', param: 'id' });
		const row: StoredCustomer = {
			id: id ?? `cus_${crypto.randomUUID().replaceAll('-', '').slice(0, 20)}`,
			created: this.#now(),
			email,
			name,
			phone,
			address: address && { ...Object.fromEntries(addressKeys.map((key) => [key, null])), ...address },
			internal_note: 'never to leave the server',
		};
		this.customers.set(row.id, row);
		return ok(row);
	}

	#update(customer: StoredCustomer, body: Record<string, unknown>): Answer {
		const { email, address, ...rest } = body as Partial<StoredCustomer>;
		const unknown = Object.keys(rest).find((key) => key !== 'name' && key !== 'phone');
		if (unknown) return refuse(400, { type: 'invalid_request', param: unknown });
		if (typeof email === 'string') {
			const other = [...this.customers.values()].find((row) => row.email === email && row.id !== customer.id);
			if (other) return refuse(409, { type: 'conflict', code: 'email_taken' });
			customer.email = email;
		}
		const blank = (value: unknown) => (value === '' ? null : (value as string | null));
		if ('name' in rest) customer.name = blank(rest.name);
		if ('phone' in rest) customer.phone = blank(rest.phone);
		if (address === null) customer.address = null;
		else if (address) {
			const merged = { ...customer.address, ...address };
			customer.address = Object.fromEntries(addressKeys.map((key) => [key, blank(merged[key] ?? null)]));
		}
		return ok(customer);
	}

	#commerce(method: string, body: Record<string, unknown>): Answer {
		const id = String(body.customer_id);
		if (!this.customers.has(id)) return refuse(404, { code: 'resource_missing', param: 'customer_id' });
		const active = this.subscriptions.get(id) ?? [];
		if (method === 'check') return ok({ has_access: this.features.get(id)?.has(String(body.resource_id)) ?? false });
		if (method === 'checkout') {
			const variant = String((body.line_items as { variant_id: string }[])[0]?.variant_id);
			const first = active.find(({ status }) => status !== 'canceled');
			// What is sold beside a plan changes none.
			if (first && !variant.startsWith('side_'))
				return ok({ id: first.id, action: 'update', subscription: { id: first.id, product_id: 'prod_1', status: 'active' } });
			const session = `cs_${crypto.randomUUID()}`;
			this.sessions.set(session, { customer: id, variant });
			const page = variant.startsWith('var_') ? '' : `?session=${session}`;
			return ok({ id: session, action: 'checkout', mode: 'subscription', url: `https://checkout.example/${id}${page}` });
		}
		if (method !== 'cancel') return refuse(404, { type: 'not_found' });
		const subscription = active.find((one) => one.id === body.subscription_id);
		if (!subscription) return refuse(404, { code: 'resource_missing', param: 'subscription_id' });
		if (body.cancellation_timing === 'immediate') {
			subscription.status = 'canceled';
			this.features.delete(id);
		} else subscription.cancel_at_period_end = true;
		return ok({
			id: subscription.id,
			status: subscription.status,
			cancellation_timing: body.cancellation_timing ?? 'at_billing_period_end',
		});
	}
}
