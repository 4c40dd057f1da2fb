import { type Customer, type CustomerBackend, CustomerError, type CustomerPatch, type ListCustomersRequest } from '../src/index';
import { type PlannedCall, withFaults } from '../src/testing';
import type { Fault } from './faults';

const lagMs = 15_000;

/** A backend that goes wrong in each of these ways. What it offers is always told. */
export function breakBackend(backend: CustomerBackend, faults: ReadonlySet<Fault>): CustomerBackend {
	if (faults.size === 0) return backend;
	let broken = backend;
	if (faults.has('lagging')) broken = lagging(broken);
	if (faults.has('conflict')) broken = overtaken(broken);
	if (faults.has('webhook')) broken = paidUnseen(broken);
	return withFaults(broken, (call) => faultOf(call, faults));
}

function faultOf({ method }: PlannedCall, faults: ReadonlySet<Fault>): ReturnType<Parameters<typeof withFaults>[1]> {
	const delayMs = faults.has('slow') ? 3_000 : 0;
	const error = method === 'capabilities' ? undefined : errorOf(method, faults);
	return { delayMs, ...(error && { error }) };
}

function errorOf(method: PlannedCall['method'], faults: ReadonlySet<Fault>): CustomerError | undefined {
	if (faults.has('offline')) return new CustomerError('offline');
	if (faults.has('unavailable')) return new CustomerError('upstream_unavailable', { requestId: 'req_4f9c2a71' });
	if (faults.has('failing')) return new CustomerError('internal_error', { requestId: 'req_7Qm2XvT4' });
	if (faults.has('limited')) return new CustomerError('rate_limited', { retryAfterMs: 1_000 });
	if (faults.has('taken') && (method === 'create' || method === 'update')) return new CustomerError('email_exists');
	return undefined;
}

/** Somebody else changes the same of a customer just before the first edit of it is saved. */
function overtaken(backend: CustomerBackend): CustomerBackend {
	const seen = new Set<string>();
	return {
		...backend,
		async update(id, patch, call = {}) {
			if (!seen.has(id)) {
				seen.add(id);
				await backend.update(id, theirs(await backend.get(id, call), patch), call.scope === undefined ? {} : { scope: call.scope });
			}
			return backend.update(id, patch, call);
		},
	};
}

function theirs({ id, address }: Customer, patch: CustomerPatch): CustomerPatch {
	return {
		...(patch.name !== undefined && { name: 'Somebody Else' }),
		...(patch.email !== undefined && { email: `${id.toLowerCase()}@example.org` }),
		...(patch.phone !== undefined && { phone: '+442079460958' }),
		...(patch.address !== undefined && { address: address && { ...address, line2: 'Second floor' } }),
	};
}

/** Searches and filters show what was written only later. */
function lagging(backend: CustomerBackend): CustomerBackend {
	const unseen = new Map<string, { former: Customer | null; at: number }>();
	const remember = (id: string, former: Customer | null) => unseen.set(id, { former, at: Date.now() });
	const shown = (customer: Customer) => {
		const write = unseen.get(customer.id);
		return write && Date.now() - write.at < lagMs ? (write.former ?? []) : customer;
	};
	return {
		...backend,
		async capabilities(call) {
			const offered = await backend.capabilities(call);
			return { ...offered, search: offered.search && { ...offered.search, consistency: 'eventual' } };
		},
		async list(request, call) {
			const page = await backend.list(request, call);
			return isNarrowed(request) ? { ...page, data: page.data.flatMap(shown), consistency: 'eventual' } : page;
		},
		async create(input, call) {
			const result = await backend.create(input, call);
			if (result.outcome === 'created') remember(result.customer.id, null);
			return result;
		},
		async update(id, patch, call) {
			const former = await backend.get(id, call);
			const customer = await backend.update(id, patch, call);
			remember(id, former);
			return customer;
		},
	};
}

const isNarrowed = ({ query, email, country, created }: ListCustomersRequest) => Boolean(query || email || country?.length || created);

/** A checkout that is paid without a visit, and whose webhook has not come. */
function paidUnseen(backend: CustomerBackend): CustomerBackend {
	const { createCheckout } = backend;
	if (!createCheckout) return backend;
	return {
		...backend,
		async createCheckout(customerId, input, call) {
			const result = await createCheckout.call(backend, customerId, input, call);
			return 'url' in result ? { ...result, url: new URL(input.success_url, location.href).href } : result;
		},
	};
}
