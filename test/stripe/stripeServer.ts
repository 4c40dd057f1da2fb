import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Billing } from './billing';
import { Customers, type StripeCustomer } from './customers';
import { type Form, parseForm } from './form';
import { Refusal } from './refusal';
import { SearchIndex } from './searchCustomers';

export interface SeenCall {
	method: string;
	path: string;
	form: Form;
	headers: IncomingMessage['headers'];
	/** When it came, in milliseconds. */
	at: number;
	/** Whether the caller gave up before the answer was whole. */
	gone: boolean;
}

/** What a fault makes of a call, in place of the answer. `after`: the call has its effect first. */
export interface Fault {
	status?: number;
	/** JSON, or text as it is. */
	body?: unknown;
	headers?: Record<string, string>;
	/** No answer at all. */
	hang?: true;
	/** The connection breaks: before the answer, or in the middle of it. */
	reset?: 'before' | 'within';
	delayMs?: number;
	after?: true;
}

interface Kept {
	request: string;
	at: number;
	answer: { status: number; body: unknown } | null;
}

const day = 24 * 60 * 60 * 1000;

/** A loopback Stripe account that behaves as the API does, as far as customers and what they pay for are concerned. */
export class StripeServer {
	readonly key = 'sk_test_loopback';
	readonly seen: SeenCall[] = [];
	readonly customers = new Customers();
	readonly billing = new Billing(this.customers, () => Math.floor(this.now() / 1000));
	readonly index = new SearchIndex();
	/** Answers in place of the account. */
	fault: ((call: SeenCall) => Fault | undefined) | undefined;
	/** Where the account's webhooks go: the event as it is sent, to be signed. */
	onEvent: ((payload: string) => void) | undefined;
	/** How far behind search is. */
	searchLagMs = 0;
	/** Whether the account has search: accounts in India have none. */
	searches = true;
	/** Requests a second and endpoint; more are 429. */
	ratePerSecond = Number.POSITIVE_INFINITY;
	/** Milliseconds since the epoch, for keys that expire. */
	now = () => Date.now();
	origin = '';
	#server: Server | undefined;
	#keys = new Map<string, Kept>();

	async start(port = 0): Promise<this> {
		this.#server = createServer((request, response) => void this.#serve(request, response));
		await new Promise<void>((resolve) => this.#server!.listen(port, '127.0.0.1', resolve));
		this.origin = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
		return this;
	}

	async stop(): Promise<void> {
		this.#server?.closeAllConnections();
		await new Promise((resolve) => this.#server?.close(resolve));
	}

	/** For the SDK: where this account is. */
	get config(): { host: string; port: number; protocol: 'http' } {
		const { hostname, port } = new URL(this.origin);
		return { host: hostname, port: Number(port), protocol: 'http' };
	}

	/** Puts a customer into the account, past its own rules. */
	seed(...rows: (Partial<StripeCustomer> & { id: string })[]): void {
		for (const row of rows) {
			const whole: StripeCustomer = {
				object: 'customer',
				created: Math.floor(this.now() / 1000),
				email: null,
				name: null,
				phone: null,
				address: null,
				metadata: {},
				...row,
			};
			this.customers.rows.set(row.id, whole);
			this.index.note(row.id, whole, 0);
		}
	}

	async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
		let text = '';
		for await (const chunk of request) text += chunk;
		const url = new URL(request.url!, this.origin);
		const form = parseForm(request.method === 'POST' ? text : url.search.slice(1));
		const call: SeenCall = { method: request.method!, path: url.pathname, form, headers: request.headers, at: Date.now(), gone: false };
		this.seen.push(call);
		response.on('close', () => {
			call.gone = !response.writableFinished;
		});
		const fault = this.fault?.(call);
		if (!fault || fault.after) {
			const answer = this.#answer(call, text);
			if (!fault) return send(response, answer.status, answer.body, answer.headers);
		}
		if (fault.delayMs) await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
		if (fault.hang) return;
		if (fault.reset === 'before') return void request.socket.destroy();
		if (fault.reset === 'within') {
			response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
			response.write('{"id": "cus_');
			return void setTimeout(() => request.socket.destroy(), 10);
		}
		send(response, fault.status ?? 200, fault.body ?? {}, fault.headers);
	}

	#answer(call: SeenCall, text: string): { status: number; body: unknown; headers?: Record<string, string> } {
		try {
			if (call.headers.authorization !== `Bearer ${this.key}`)
				throw new Refusal(401, { type: 'invalid_request_error' }, { 'www-authenticate': 'Basic realm="Stripe"' });
			this.#countRate(call);
			const key = call.headers['idempotency-key'];
			if (call.method !== 'POST' || typeof key !== 'string') return { status: 200, body: this.#route(call) };
			return this.#once(key, `${call.path}\n${text}`, call);
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			return { status: error.status, body: error.body, headers: error.headers };
		}
	}

	/** A call of a key that came before is not made again: it gets the former answer, for a day. */
	#once(key: string, request: string, call: SeenCall): { status: number; body: unknown; headers?: Record<string, string> } {
		const kept = this.#keys.get(key);
		if (kept && kept.at > this.now() - day) {
			if (kept.answer === null) throw new Refusal(409, { type: 'idempotency_error', code: 'idempotency_key_in_use' });
			if (kept.request !== request) throw new Refusal(400, { type: 'idempotency_error' });
			return { ...kept.answer, headers: { 'idempotent-replayed': 'true', 'original-request': 'req_first' } };
		}
		// What is refused before it begins is not kept.
		const answer = { status: 200, body: structuredClone(this.#route(call)) };
		this.#keys.set(key, { request, at: this.now(), answer });
		return answer;
	}

	/** As if another process were in the middle of a call with this key. */
	hold(key: string): void {
		this.#keys.set(key, { request: '', at: this.now(), answer: null });
	}

	#countRate(call: SeenCall): void {
		const endpoint = ({ method, path }: SeenCall) => `${method} ${path.replace(/\/(cus|acct|sub)_[^/]+/, '/:id')}`;
		const lately = this.seen.filter((other) => other.at > call.at - 1000 && endpoint(other) === endpoint(call));
		if (lately.length > this.ratePerSecond)
			throw new Refusal(429, { type: 'invalid_request_error', code: 'rate_limit' }, { 'stripe-rate-limited-reason': 'endpoint-rate' });
	}

	#route(call: SeenCall): object {
		const [, version, ...path] = call.path.split('/').map(decodeURIComponent);
		const [resource, id] = path;
		const unknown = () => new Refusal(404, { type: 'invalid_request_error', code: 'url_invalid' });
		if (version !== 'v1') throw unknown();
		if (resource === 'customers') {
			if (path.length === 1 || id === '')
				return call.method === 'POST'
					? this.#wrote(this.customers.create(call.form, this.#seconds()), 'created')
					: this.customers.list(call.form);
			if (id === 'search') {
				if (!this.searches) throw new Refusal(400, { type: 'invalid_request_error' });
				const order = this.customers.newestFirst().map((row) => row.id);
				return this.index.search(call.form, Date.now(), this.searchLagMs, order);
			}
			if (call.method === 'GET') return this.customers.retrieve(id!);
			if (call.method === 'DELETE') {
				this.index.note(id!, null, Date.now());
				return this.customers.remove(id!);
			}
			return this.#wrote(this.customers.update(id!, call.form), 'updated');
		}
		return (
			this.billing.answer(call.method, path, call.form) ??
			(() => {
				throw unknown();
			})()
		);
	}

	#wrote(row: StripeCustomer, how: 'created' | 'updated'): StripeCustomer {
		this.index.note(row.id, row, Date.now());
		const event = { id: `evt_${crypto.randomUUID()}`, object: 'event', type: `customer.${how}`, data: { object: row } };
		this.onEvent?.(JSON.stringify(event));
		return row;
	}

	#seconds(): number {
		return Math.floor(this.now() / 1000);
	}
}

function send(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
	const text = typeof body === 'string' ? body : JSON.stringify(body);
	const type = typeof body === 'string' && body.startsWith('<') ? 'text/html' : 'application/json';
	response.writeHead(status, { 'content-type': type, 'request-id': 'req_loopback', ...headers });
	response.end(text);
}
