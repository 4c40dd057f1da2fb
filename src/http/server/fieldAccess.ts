import type { Capabilities, CustomerPage, ListCustomersRequest } from '../../contract/backend';
import type { Customer, Field } from '../../domain/customer';
import type { Access } from './grant';
import { ProblemError } from './problemError';

/** A customer, copied by its decoder, as this actor may see it. */
export function visible(customer: Customer, { hidden }: Access): Customer {
	return { ...customer, ...hidden } as Customer;
}

/** A page of customers as this actor may see them. */
export function visiblePage(page: CustomerPage, access: Access): CustomerPage {
	return { ...page, data: page.data.map((customer) => visible(customer, access)) };
}

function forbidden(at: readonly string[]): ProblemError {
	return new ProblemError('forbidden', {
		errors: at.map((pointer) => ({ pointer, code: 'forbidden' })),
		message: `The grant does not let this actor use ${at.join(', ')} (fields.read, fields.write).`,
	});
}

/**
 * Refuses to search, filter or sort by what may not be read: the response would tell it all the same.
 * @throws `forbidden` at the pointers, below `prefix`
 */
export function requireReadable(request: ListCustomersRequest, capabilities: Capabilities, access: Access, prefix = ''): void {
	const sorted = request.sort?.replace('-', '') as Field | undefined;
	const denied = [
		request.query !== undefined && capabilities.search && !capabilities.search.fields.every(access.canRead) && '/query',
		request.email !== undefined && !access.canRead('email') && '/email',
		request.country !== undefined && !access.canRead('address') && '/country',
		request.created !== undefined && !access.canRead('created') && '/created',
		sorted !== undefined && !access.canRead(sorted) && '/sort',
	].filter((at) => typeof at === 'string');
	if (denied.length > 0) throw forbidden(denied.map((at) => prefix + at));
}

/**
 * Refuses to write what may not be written, also with the value that is already there.
 * @throws `forbidden` at the pointers
 */
export function requireWritable(keys: readonly Field[], access: Access): void {
	const denied = keys.filter((key) => !access.canWrite(key));
	if (denied.length > 0) throw forbidden(denied.map((key) => `/${key}`));
}

/** What this actor can do here: the backend's capabilities, less what the grant or HTTP does not let through. */
export function grantedCapabilities(capabilities: Capabilities, access: Access): Capabilities {
	const { write, search, filter, sort, subscriptions } = capabilities;
	const { may, canRead, canWrite } = access;
	const editable = (['email', 'name', 'phone', 'address'] as const).some(canWrite);
	const lists = may('list');
	return {
		...capabilities,
		write: {
			create: write.create && may('create') && canWrite('email'),
			update: write.update && may('update') && editable,
			clear: may('update') ? write.clear.filter(canWrite) : [],
			customId: write.customId && may('create') && canWrite('id'),
		},
		search: search && lists && search.fields.every(canRead) && search,
		filter: {
			email: filter.email && lists && canRead('email'),
			country: filter.country && lists && canRead('address'),
			created: filter.created && lists && canRead('created'),
		},
		sort: sort.filter((key) => canRead(key.replace('-', '') as Field)),
		keeps: capabilities.keeps.filter((field) => canRead(field) || canWrite(field)),
		export: capabilities.export && may('export'),
		entitlements: capabilities.entitlements && may('entitlements'),
		checkout: capabilities.checkout && may('checkout'),
		billingPortal: capabilities.billingPortal && may('portal'),
		subscriptions: subscriptions &&
			may('subscriptions') && {
				cancel: may('cancel') ? subscriptions.cancel : [],
				resume: subscriptions.resume && may('resume'),
			},
		live: capabilities.live && may('changes') && canRead('id'),
	};
}
