import { describe, expect, it } from 'vitest';
import { type Customer, validateCustomerInput } from '../../src/server';
import { sampleCustomers } from '../../src/testing';

const customers = sampleCustomers(5000);

/** What one would have typed to create the customer: fields without a value are left out. */
function typed({ email, name, phone, address }: Customer) {
	const given = (values: object) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
	return given({ email, name, phone, address: address && given(address) });
}

describe('sampleCustomers', () => {
	it('are all valid, and in canonical form already', async () => {
		for (const customer of customers) expect(await validateCustomerInput(typed(customer))).toEqual({ ok: true, value: typed(customer) });
	});

	it('are the same each time, other for another seed, and fewer are the first of more', () => {
		expect(sampleCustomers(50)).toEqual(customers.slice(0, 50));
		expect(sampleCustomers(50, 2)).not.toEqual(customers.slice(0, 50));
		expect(sampleCustomers(0)).toEqual([]);
	});

	it('come from at least forty countries, however few', () => {
		const countries = (list: readonly Customer[]) => new Set(list.flatMap(({ address }) => address?.country ?? [])).size;
		expect(countries(sampleCustomers(60))).toBeGreaterThanOrEqual(40);
		expect(countries(customers)).toBeGreaterThanOrEqual(50);
	});

	it('have ids and emails of their own, on domains that are reserved for examples', () => {
		expect(new Set(customers.map(({ id }) => id)).size).toBe(customers.length);
		expect(new Set(customers.map(({ email }) => email?.toLowerCase())).size).toBe(customers.length);
		for (const { id, email } of customers) {
			expect(id).toMatch(/^cus_[A-Za-z0-9_-]{1,64}$/);
			expect(email).toMatch(/^[a-z.0-9]+@example\.(com|org|net)$/);
		}
	});

	it('lack a name, a phone or an address here and there, and are written in many scripts', () => {
		for (const field of ['name', 'phone', 'address'] as const) {
			const lacking = customers.filter((customer) => customer[field] === null).length / customers.length;
			expect(lacking).toBeGreaterThan(0.03);
			expect(lacking).toBeLessThan(0.3);
		}
		for (const script of ['Latin', 'Devanagari', 'Arabic', 'Hebrew', 'Han', 'Hiragana', 'Hangul', 'Thai', 'Greek', 'Cyrillic'])
			expect(customers.some(({ name }) => name !== null && new RegExp(`\\p{Script=${script}}`, 'u').test(name))).toBe(true);
	});

	it('were created in the two years before November 2026, to the microsecond, some at the same instant', () => {
		const created = customers.map((customer) => customer.created!);
		for (const instant of created) expect(instant).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
		expect(created.toSorted().at(0)! >= '2024-11-01').toBe(true);
		expect(created.toSorted().at(-1)! < '2026-11-01').toBe(true);
		expect(new Set(created).size).toBeLessThan(created.length);
	});
});
