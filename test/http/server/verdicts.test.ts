import fc from 'fast-check';
import { expect, it } from 'vitest';
import { memoryBackend } from '../../../src/backends/memory';
import { httpBackend } from '../../../src/client';
import { type CustomerInput, isCustomerError, validateCustomerInput } from '../../../src/index';
import { createCustomersHandler } from '../../../src/server';
import { realPostalCodes } from '../../domain/realPostalCodes';

const handler = createCustomersHandler({ backend: memoryBackend(), authorize: () => ({ allow: true, scope: 'test' }), onError: () => {} });
const origin = 'https://shop.example';
const server = httpBackend({
	url: `${origin}/api/customers`,
	fetch: (input, init) => handler(new Request(input, init)),
	headers: { Origin: origin },
});

let count = 0;

/** What the browser says before it sends, and what the server says to the very same values. */
async function verdicts(input: CustomerInput) {
	const client = await validateCustomerInput(input);
	const answer = await server.create(input).then(
		({ customer }) => ({ ok: true as const, customer }),
		(error) => {
			if (!isCustomerError(error) || error.code !== 'validation_failed') throw error;
			return { ok: false as const, issues: error.issues };
		},
	);
	return { client, answer };
}

it('the form and the server never disagree, on the verdict, the reason or the canonical form', async () => {
	const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 3, maxLength: 12 });
	const phone = fc.oneof(
		fc.tuple(fc.constantFrom('+91', '+1', '+44', '+49', '+55', '0044', ''), digits).map(([code, rest]) => code + rest),
		fc.constantFrom('+91 98765 43210', 'tel:+1-202-555-0143', '+1 202 555 0143 ext 5', '4915112345678', '＋９１ ९८७६५ ४३२१०'),
	);
	const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 20 }), fc.constantFrom('Pune', '12 MG Road', ' ', '\u200B', 'a\tb'));
	const places = Object.entries(realPostalCodes).flatMap(([country, codes]) => codes.map((postal_code) => ({ country, postal_code })));
	const address = fc
		.tuple(
			fc.constantFrom(...places),
			fc.record({
				line1: fc.option(text),
				city: fc.option(text),
				state: fc.option(fc.constantFrom('MH', 'California', '東京', 'Bayern', 'x')),
			}),
			fc.option(fc.constantFrom('zz', 'IN', 'us', 'AE')),
		)
		.map(([place, rest, other]) => ({ ...place, ...rest, ...(other && { country: other }) }));
	const inputs = fc.record({ name: fc.option(text), phone: fc.option(phone), address: fc.option(address) }, { requiredKeys: [] });
	const emails = fc.oneof(
		{ weight: 9, arbitrary: fc.constant(null) },
		{ weight: 1, arbitrary: fc.constantFrom('a@b', ' ', 'a@exa mple.com', '@मेल.भारत') },
	);
	const seen = { accepted: 0, refused: 0 };
	await fc.assert(
		fc.asyncProperty(inputs, emails, async (rest, wrong) => {
			const { client, answer } = await verdicts({ email: wrong ?? `person${count++}@example.com`, ...rest } as CustomerInput);
			expect(answer.ok).toBe(client.ok);
			if (!client.ok) {
				seen.refused++;
				if (!answer.ok) expect(answer.issues).toEqual(client.issues);
			} else if (answer.ok) {
				seen.accepted++;
				const { email, name = null, phone: number = null, address: place } = client.value;
				expect(answer.customer).toMatchObject({ name, phone: number, ...(email.startsWith('person') && { email }) });
				if (place) expect(answer.customer.address).toMatchObject(place);
				// What is stored validates again, to the same.
				expect(await validateCustomerInput({ ...client.value })).toEqual(client);
			}
		}),
		{ numRuns: 400 },
	);
	expect(seen.accepted).toBeGreaterThan(10);
	expect(seen.refused).toBeGreaterThan(10);
});
