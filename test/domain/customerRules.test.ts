import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryBackend } from '../../src/backends/memory';
import { rulesOf } from '../../src/domain/customerRules';
import { type CustomerRules, createCustomersHandler, loadPhones, validateCustomerInput, validateCustomerPatch } from '../../src/server';

const email = 'asha@example.com';
/** Ten digits, as American numbers have, in an area that does not exist. */
const unassigned = '+15555550123';

it('the rules are the strict ones unless others are given', () => {
	expect(rulesOf({})).toEqual({ phoneValidation: 'valid', addressValidation: 'complete' });
	expect(rulesOf({ addressValidation: 'partial' })).toEqual({ phoneValidation: 'valid', addressValidation: 'partial' });
});

describe('phoneValidation', () => {
	it('asks for an assigned number unless told that a possible one is enough', async () => {
		expect(await validateCustomerInput({ email, phone: unassigned })).toMatchObject({ ok: false, issues: [{ path: 'phone' }] });
		expect(await validateCustomerInput({ email, phone: unassigned }, { phoneValidation: 'possible' })).toEqual({
			ok: true,
			value: { email, phone: unassigned },
		});
		expect(await validateCustomerPatch({ phone: unassigned }, { phoneValidation: 'possible' })).toMatchObject({ ok: true });
	});

	it.each([
		['too short', '+9198765', 'phone_too_short'],
		['too long', '+91987654321099999', 'phone_too_long'],
		['an extension', '+919876543210 ext. 5', 'phone_extension'],
		['a national number', '9876543210', 'phone_not_international'],
		['words', 'call +919876543210', 'invalid_phone'],
	])('still refuses %s', async (_, phone, code) => {
		const result = await validateCustomerInput({ email, phone }, { phoneValidation: 'possible' });
		expect(result).toMatchObject({ ok: false, issues: [{ path: 'phone', code }] });
	});

	it('accepts every number that the stricter rule accepts, in the same form', async () => {
		const phones = await loadPhones();
		const text = fc.tuple(fc.constantFrom(...phones.countries()), fc.integer({ min: 100_000, max: 999_999_999_999 }));
		fc.assert(
			fc.property(text, ([country, digits]) => {
				const strict = phones.parse(`+${phones.callingCode(country)}${digits}`);
				const loose = phones.parse(`+${phones.callingCode(country)}${digits}`, { validation: 'possible' });
				if (strict.ok) expect(loose).toEqual(strict);
				if (loose.ok) expect(loose.e164).toMatch(/^\+[1-9]\d{5,14}$/);
			}),
		);
	});
});

describe('addressValidation', () => {
	const address = { line1: '221 MG Road', country: 'IN' };

	it('asks for what the country requires unless told that a part is enough', async () => {
		expect(await validateCustomerInput({ email, address })).toMatchObject({ ok: false });
		expect(await validateCustomerInput({ email, address }, { addressValidation: 'partial' })).toEqual({
			ok: true,
			value: { email, address },
		});
		expect(await validateCustomerInput({ email, address: { city: 'Pune' } }, { addressValidation: 'partial' })).toMatchObject({ ok: true });
	});

	it('still checks what is given', async () => {
		const given = { postal_code: '4110', state: 'Nowhere', country: 'IN' };
		expect(await validateCustomerInput({ email, address: given }, { addressValidation: 'partial' })).toMatchObject({
			ok: false,
			issues: [
				{ path: 'address.state', code: 'invalid_state' },
				{ path: 'address.postal_code', code: 'invalid_postal_code' },
			],
		});
	});
});

describe('rules of a handler and its backend', () => {
	const post = async (rules: CustomerRules) => {
		const handler = createCustomersHandler({
			backend: memoryBackend(rules),
			authorize: () => ({ allow: true, scope: 'one' }),
			...rules,
		});
		const body = JSON.stringify({ email, phone: unassigned, address: { city: 'Pune' } });
		const request = new Request('https://host.example/api/customers', {
			method: 'POST',
			headers: { 'content-type': 'application/json', 'idempotency-key': 'k' },
			body,
		});
		return (await handler(request)).status;
	};

	it('are strict unless told otherwise, and then all of them are lenient', async () => {
		expect(await post({})).toBe(422);
		expect(await post({ phoneValidation: 'possible', addressValidation: 'partial' })).toBe(201);
	});
});
