import type { Customer } from '../../domain/customer';
import { fullAddress } from '../kit/copyCustomer';
import { Row } from './row';

/** A customer to start with; what is left out is `null` (`created`: now). */
export type MemoryCustomer = Partial<Customer> & Pick<Customer, 'id'>;

/** What a store holds at first: the same in every scope, or each scope its own. */
export type MemoryCustomers =
	| readonly MemoryCustomer[]
	| Readonly<Record<string, readonly MemoryCustomer[]>>
	| ReadonlyMap<string, readonly MemoryCustomer[]>;

/** Makes the first rows of a scope; those of a list are made once and stand in every scope, since rows are frozen. */
export function firstRows(customers: MemoryCustomers, created: string): (scope: string) => readonly Row[] {
	const rowsOf = (list: readonly MemoryCustomer[]) => list.map((customer) => toRow(customer, created));
	if (Array.isArray(customers)) {
		const rows = rowsOf(customers);
		return () => rows;
	}
	const entries = customers instanceof Map ? [...customers] : Object.entries(customers);
	const byScope = new Map(entries.map(([scope, list]) => [scope, rowsOf(list)]));
	return (scope) => byScope.get(scope) ?? [];
}

function toRow({ id, email = null, name = null, phone = null, address, created, version }: MemoryCustomer, now: string): Row {
	return new Row({
		id,
		email,
		name,
		phone,
		address: fullAddress(address),
		created: created === undefined ? now : created,
		version: version ?? '1',
	});
}
