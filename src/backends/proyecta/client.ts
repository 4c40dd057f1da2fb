/** How an SDK takes its arguments: `get({ customerId })` or `get('cus_1')`. */
export type ProyectaDialect = 'object' | 'positional';

/** The calls whose form differs between the dialects; of `create`, only the positional one documents an own `id`. */
export type ProyectaMethod = 'list' | 'get' | 'create' | 'update' | 'billingPortal';

/** A method of either dialect: which arguments it takes is what `dialect` says. */
export type ProyectaCall = (...args: never[]) => PromiseLike<unknown>;

export interface ProyectaCustomers {
	list: ProyectaCall;
	get: ProyectaCall;
	create: ProyectaCall;
	update: ProyectaCall;
	billingPortal?: ProyectaCall;
}

export interface ProyectaCommerce {
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
	commerce?: ProyectaCommerce;
	customers?: ProyectaCustomers;
}
