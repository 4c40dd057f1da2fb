import type { Customer } from '../src/index';

/** A customer to test with. `person(1)` is the newest of them: the first of a list that is sorted as lists are by default. */
export function person(number: number, changes: Partial<Customer> = {}): Customer {
	return {
		id: `cus_${number}`,
		email: `person${number}@example.com`,
		name: `Person ${number}`,
		phone: null,
		address: null,
		created: new Date(Date.UTC(2026, 0, 1) - number * 60_000).toISOString(),
		version: '1',
		...changes,
	};
}

export const people = (count: number) => Array.from({ length: count }, (_, index) => person(index + 1));
