import type { CreateResult, CustomerPage, ListCustomersRequest } from '../../contract/backend';
import type { Customer } from '../../domain/customer';
import { emailKey } from '../../domain/email';
import { normalizePhoneText } from '../../domain/phoneText';

/** How long a search index may be behind a write; theirs usually are for less than a minute. */
const lagMs = 60_000;

/** A create or an update that succeeded. */
export interface Written {
	data: CreateResult | Customer;
	/** When it was sent, in milliseconds since 1970. */
	at: number;
}

export type MendPage = typeof mendPage;

/**
 * A page of an index that lags, mended: a customer that was just created or edited here is shown as it is. Other pages come back as they
 * are. New ones are added to the first page only. What a later answer says about the customer itself wins over what was written.
 *
 * Writes bring this along, so that a table nobody writes beside need not know it.
 */
export function mendPage(
	page: CustomerPage,
	request: ListCustomersRequest,
	isFirst: boolean,
	writes: readonly Written[],
	cached: (id: string) => Customer | undefined,
): readonly Customer[] {
	const recent = page.consistency === 'eventual' ? writes.filter(({ at }) => Date.now() - at < lagMs) : [];
	if (recent.length === 0) return page.data;
	const written = new Map<string, Customer>();
	const added = new Set<string>();
	for (const { data } of recent) {
		const customer = 'customer' in data ? data.customer : data;
		const isNew = 'customer' in data && data.outcome !== 'existing';
		written.set(customer.id, cached(customer.id) ?? customer);
		if (isNew && isFirst && !page.data.some(({ id }) => id === customer.id)) added.add(customer.id);
	}
	const missing = [...added].map((id) => written.get(id)!).filter((customer) => matches(customer, request));
	return [...missing.reverse(), ...page.data.map((row) => written.get(row.id) ?? row)];
}

/** Whether a search would plainly find the customer; in doubt it would not. */
function matches(customer: Customer, { query, email, country, created }: ListCustomersRequest): boolean {
	if (email && (!customer.email || emailKey(customer.email) !== emailKey(email))) return false;
	if (country?.length && !country.includes(customer.address?.country ?? '')) return false;
	if (created && !(customer.created && customer.created >= (created.gte ?? '') && (!created.lt || customer.created < created.lt)))
		return false;
	if (!query) return true;
	const fold = (text: string | null) => (text ?? '').normalize('NFC').toLowerCase();
	const needle = fold(query.trim());
	const digits = normalizePhoneText(query).replace(/[\s().-]/g, '');
	return (
		[customer.name, customer.email, customer.id].some((text) => fold(text).includes(needle)) ||
		(/^\+?\d{3,}$/.test(digits) && (customer.phone ?? '').includes(digits))
	);
}
