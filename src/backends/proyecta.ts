import type { CallOptions, Capabilities, CreateResult, CustomerBackend, Subscription, WriteOptions } from '../contract/backend';
import { clearableFields } from '../contract/clearableFields';
import { CustomerError, isCustomerError } from '../contract/errors';
import { checkIdempotencyKey } from '../contract/idempotencyKey';
import { defaultSort, maxLimit } from '../contract/listRequest';
import { sorts } from '../contract/sorts';
import type { Customer, CustomerInput, CustomerPatch } from '../domain/customer';
import { type CustomerRules, rulesOf } from '../domain/customerRules';
import { emailKey } from '../domain/email';
import { validateCustomerInput, validateCustomerPatch } from '../domain/validateCustomer';
import { checkClearing, checkId, checkListRequest, notFound, notSupported } from './kit/checkRequest';
import { fullAddress } from './kit/copyCustomer';
import { createCursorSealer, cursorKeyFromSecret, randomCursorKey } from './kit/cursor';
import { emailExists, snapshot, valid } from './kit/write';
import { createCalls } from './proyecta/calls';
import type { ProyectaClient, ProyectaDialect, ProyectaMethod } from './proyecta/client';
import { createCommerce, toSubscription } from './proyecta/commerce';
import { createEmails } from './proyecta/emails';
import { createOnce, createQueues } from './proyecta/idempotentWrites';
import { listCustomers } from './proyecta/listCustomers';
import { badAnswer, isDeleted, toCustomer } from './proyecta/toCustomer';
import { checkCleared, type ProyectaClearing, toFields } from './proyecta/toFields';

export type { ProyectaCall, ProyectaClient, ProyectaCommerce, ProyectaCustomers, ProyectaDialect, ProyectaMethod } from './proyecta/client';
export type { ProyectaClearing } from './proyecta/toFields';

export interface ProyectaBackendOptions extends CustomerRules {
	/** A ready SDK client, with its key: server side only. The backend imports no SDK. */
	client: ProyectaClient;
	/** The form of the SDK's calls: `get({ customerId })` is `object`, `get('cus_1')` is `positional`. @default 'object' */
	dialect?: ProyectaDialect;
	/** The dialect of single methods, for an SDK that mixes them. */
	methods?: Partial<Record<ProyectaMethod, ProyectaDialect>>;
	/**
	 * The one scope that the account's customers belong to: another scope is refused with `misconfigured`.
	 * Without it, the first scope that calls owns this backend for its lifetime.
	 */
	scope?: string;
	/**
	 * How name, phone and address are cleared: it is not documented, so nothing can be cleared until the host says how.
	 * An answer that still holds the value is `bad_upstream_response`. @default false
	 */
	clear?: ProyectaClearing;
	/** Several servers with one secret open each other's cursors. @default a random one a process */
	cursorSecret?: string;
	/**
	 * Reads a customer's subscriptions, which no documented call does. With it and the client's `commerce.cancel`,
	 * `capabilities.subscriptions` is true.
	 */
	listSubscriptions?: (customerId: string, options: { signal?: AbortSignal }) => PromiseLike<readonly unknown[]>;
}

/**
 * Customers of a Proyecta account, through its SDK's client in either dialect. Offers what is documented and no more:
 * read `capabilities()`. Throws `misconfigured` when the client has no customers to call.
 */
export function proyectaBackend(options: ProyectaBackendOptions): CustomerBackend {
	const { client, dialect = 'object', methods = {}, clear = false, cursorSecret, listSubscriptions } = options;
	const dialectOf = (method: ProyectaMethod) => methods[method] ?? dialect;
	const rules = rulesOf(options);
	const calls = createCalls(client, dialectOf);
	const positional = dialectOf('list') === 'positional';
	const emails = createEmails(calls, positional);
	const cursors = createCursorSealer(cursorSecret === undefined ? randomCursorKey() : cursorKeyFromSecret(cursorSecret));
	const once = createOnce();
	const inTurn = createQueues();
	const commerce = createCommerce(calls, once, claim);
	const offered = capabilitiesOf(options, dialectOf);
	let owner = options.scope;

	function claim({ scope }: CallOptions): void {
		if (scope === undefined || scope === owner) return;
		if (owner !== undefined) throw otherScope();
		owner = scope;
	}

	async function read(id: string, call: CallOptions): Promise<Customer> {
		const answer = await calls.get(id, call);
		if (isDeleted(answer)) throw notFound();
		return toCustomer(answer);
	}

	async function existing(email: string, call: CallOptions): Promise<CreateResult | null> {
		const customer = await emails.find(email, call);
		return customer && { customer, outcome: 'existing' };
	}

	async function createNow(value: CustomerInput, call: WriteOptions): Promise<CreateResult> {
		const found = await existing(value.email, call);
		if (found) return found;
		const { id, email, name, phone } = value;
		const address = fullAddress(value.address) && value.address;
		const fields = { ...(id && { id }), email, ...(name && { name }), ...(phone && { phone }), ...(address && { address }) };
		try {
			const customer = toCustomer(await calls.create(fields, call));
			if (customer.email === null || emailKey(customer.email) !== emailKey(email))
				throw badAnswer('The answer has another email than the one given.');
			emails.remember(customer);
			// Someone else may have created it since the look-up: then the answer is theirs, not what was sent.
			const ours = customer.name === (name ?? null) && customer.phone === (phone ?? null) && (id === undefined || customer.id === id);
			return { customer, outcome: positional && ours ? 'created' : 'unknown' };
		} catch (error) {
			const winner = isCustomerError(error) && error.code === 'email_exists' ? await existing(email, call) : null;
			if (winner) return winner;
			throw error;
		}
	}

	async function updateNow(id: string, value: CustomerPatch, call: WriteOptions): Promise<Customer> {
		if (value.email !== undefined) {
			const taken = await emails.find(value.email, call);
			if (taken && taken.id !== id) throw emailExists();
		}
		const customer = toCustomer(await calls.update(id, toFields(value, clear), call));
		checkCleared(value, customer);
		if (value.email !== undefined) emails.remember(customer);
		return customer;
	}

	return {
		capabilities: () => structuredClone(offered),
		async list(request, call = {}) {
			const checked = checkListRequest(request, offered);
			claim(call);
			return listCustomers({ calls, cursors, emails, positional }, checked, request.email, call);
		},
		async get(id, call = {}) {
			checkId(id);
			claim(call);
			return read(id, call);
		},
		async create(input, call = {}) {
			if (input?.id != null && !offered.write.customId) throw notSupported('write.customId');
			checkIdempotencyKey(call.idempotencyKey);
			claim(call);
			const value = valid(await validateCustomerInput(snapshot(input), rules));
			return once('create', value, call, () => inTurn(emailKey(value.email), () => createNow(value, call)));
		},
		async update(id, patch, call = {}) {
			checkId(id);
			if (call.ifVersion !== undefined) throw notSupported('conditionalUpdate');
			checkIdempotencyKey(call.idempotencyKey);
			claim(call);
			const given = snapshot(patch);
			const alone = await validateCustomerPatch(given, rules);
			// A stored value that breaks today's rules blocks no other field; whether it is stored, only a read can tell.
			const value = valid(alone.ok ? alone : await validateCustomerPatch(given, { previous: await read(id, call), ...rules }));
			checkClearing(value, offered);
			if (Object.keys(value).length === 0) return read(id, call);
			const effect = () => updateNow(id, value, call);
			return once(`update ${id}`, value, call, value.email === undefined ? effect : () => inTurn(emailKey(value.email!), effect));
		},
		...(offered.entitlements && { checkEntitlement: commerce.checkEntitlement }),
		...(offered.checkout && { createCheckout: commerce.createCheckout }),
		...(offered.billingPortal && { createBillingPortal: commerce.createBillingPortal }),
		...(offered.subscriptions && {
			cancelSubscription: commerce.cancelSubscription,
			async listSubscriptions(id: string, call: CallOptions = {}): Promise<Subscription[]> {
				checkId(id);
				claim(call);
				return (await calls.host(async () => listSubscriptions!(id, call.signal ? { signal: call.signal } : {}), call)).map(toSubscription);
			},
		}),
	};
}

function capabilitiesOf(
	{ client, clear = false, listSubscriptions }: ProyectaBackendOptions,
	dialectOf: (method: ProyectaMethod) => ProyectaDialect,
): Capabilities {
	const { check, checkout, cancel, customers = client.customers } = client.commerce ?? {};
	const positional = dialectOf('list') === 'positional';
	return {
		write: {
			create: true,
			update: true,
			clear: clear === false ? [] : clearableFields,
			customId: dialectOf('create') === 'positional',
		},
		search: positional && { fields: ['name', 'email', 'id'], consistency: 'eventual', minLength: 1 },
		filter: { email: positional, country: false, created: positional },
		sort: positional ? sorts : [defaultSort],
		paging: { backward: positional, maxLimit, total: [] },
		createByEmail: 'best-effort',
		conditionalUpdate: 'none',
		entitlements: typeof check === 'function',
		checkout: typeof checkout === 'function',
		billingPortal: typeof customers?.billingPortal === 'function',
		subscriptions: typeof cancel === 'function' && listSubscriptions !== undefined,
		live: false,
	};
}

function otherScope(): CustomerError {
	return new CustomerError('misconfigured', {
		message:
			'This Proyecta backend belongs to another scope: an account keeps no scopes apart. Make one backend a scope, each with the client of ' +
			'its own account, and choose it in createCustomersHandler by `backend: grant => …`.',
	});
}
