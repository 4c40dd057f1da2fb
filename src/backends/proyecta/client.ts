/** How an SDK takes its arguments: `object` is `get({ customerId })`, `positional` is `get('cus_1')`. */
export type ProyectaDialect = 'object' | 'positional';

/** The calls whose form differs between the dialects: `list`, `get`, `update`, `billingPortal`, and `create`, which documents an own `id` in the positional one only. */
export type ProyectaMethod = 'list' | 'get' | 'create' | 'update' | 'billingPortal';

/** The dialect that a client speaks in a method. */
export type DialectOf = (method: ProyectaMethod) => ProyectaDialect;

/** A method of either dialect: which arguments it takes is what `dialect` says. */
export type ProyectaCall = (...args: never[]) => PromiseLike<unknown>;

/** The SDK's calls about customers. */
export interface ProyectaCustomers {
	/** `list({ limit })` → `{ data, has_more }`; in the positional dialect also by search, filters, sort and cursor. */
	list: ProyectaCall;
	/** `get({ customerId })` or `get(id)` → the customer. */
	get: ProyectaCall;
	/** `create({ email, … })` → the customer. */
	create: ProyectaCall;
	/** `update({ customerId, … })` or `update(id, { … })` → the customer. */
	update: ProyectaCall;
	/** `billingPortal({ customerId, return_url })` or `billingPortal(id, { return_url })` → `{ url }`. */
	billingPortal?: ProyectaCall;
}

/** The SDK's calls about what customers pay for. */
export interface ProyectaCommerce {
	/** Where the customers are, in most versions of the SDK. */
	customers?: ProyectaCustomers;
	/** `check({ customer_id, resource_id })` → `{ has_access }` */
	check?: ProyectaCall;
	/** `checkout({ customer_id, line_items, success_url, cancel_url })` → `{ url }`, or no url when the plan changed at once. */
	checkout?: ProyectaCall;
	/** `cancel({ customer_id, subscription_id, cancellation_timing })` → `{ id, status }` */
	cancel?: ProyectaCall;
}

/** The part of an SDK client that the backend calls; the customers are at `commerce.customers` or `customers`. */
export interface ProyectaClient {
	/** Checks, checkouts and cancellations; what it lacks is not offered. */
	commerce?: ProyectaCommerce;
	/** The customers, where they are not at `commerce.customers`. */
	customers?: ProyectaCustomers;
}
