import type { CustomerPage } from '../../contract/backend';
import { copyData } from '../../domain/copyData';
import { addressFields, type Customer, type CustomerInput, type CustomerPatch } from '../../domain/customer';
import { assert, assertSame } from './assert';
import { type ContractCase, freshEmail, openStage, token } from './contractCase';
import { deepFreeze } from './deepFreeze';

const fields = ['id', 'email', 'name', 'phone', 'address', 'created', 'version'];
const pageKeys = ['data', 'next', 'previous', 'total', 'consistency'];
const address = deepFreeze({ line1: '1 Janpath', line2: null, city: 'New Delhi', state: 'DL', postal_code: '110001', country: 'IN' });

function assertDeclared(customer: Customer, what: string): void {
	assertSame(Object.keys(customer).sort(), [...fields].sort(), `the fields of a customer from ${what}`);
	if (customer.address)
		assertSame(Object.keys(customer.address).sort(), [...addressFields].sort(), `the fields of an address from ${what}`);
	for (const [field, value] of Object.entries(customer)) {
		if (field !== 'address') assert(value === null || typeof value === 'string', `${field} from ${what} is neither text nor null`);
	}
}

function assertPlainPage(page: CustomerPage): void {
	const extra = Object.keys(page).filter((key) => !pageKeys.includes(key));
	assert(extra.length === 0, `a page has undeclared keys: ${extra}`);
	assert(Object.getPrototypeOf(page) === Object.prototype, 'a page is a plain object, not a vendor’s');
}

/** What goes in is not kept, what comes out is a copy, and nothing undeclared comes along. */
export const copyCases: readonly ContractCase[] = [
	{
		name: 'copies: only declared fields leave the backend',
		async check(make) {
			const { backend, call, capabilities, keep } = await openStage(make);
			const answer = await backend.create({ email: freshEmail(), ...keep({ name: 'Ananya', phone: '+919876543210', address }) }, call);
			assertSame(Object.keys(answer).sort(), ['customer', 'outcome'], 'the keys of the answer to create');
			assertDeclared(answer.customer, 'create');
			assertDeclared((await backend.create({ email: answer.customer.email! }, call)).customer, 'create again');
			assertDeclared(await backend.get(answer.customer.id, call), 'get');
			if (capabilities.write.update) assertDeclared(await backend.update(answer.customer.id, { email: freshEmail() }, call), 'update');
			const page = await backend.list({ limit: 2 }, call);
			assertPlainPage(page);
			for (const customer of page.data) assertDeclared(customer, 'list');
		},
	},
	{
		name: 'copies: inputs are not changed',
		async check(make) {
			const { backend, call, capabilities, keep } = await openStage(make);
			const input = deepFreeze({
				email: ` ${freshEmail()}`,
				...keep({ name: ' Ananya ', address: { ...address, country: 'in' } }),
			} as unknown as CustomerInput);
			const options = deepFreeze({ ...call });
			const { customer } = await backend.create(input, options);
			if (capabilities.write.update)
				await backend.update(
					customer.id,
					deepFreeze({ email: ` ${freshEmail()}`, ...keep({ name: ' Priya ', address: { ...address } }) }),
					options,
				);
			await backend.list(deepFreeze({ limit: 2, sort: capabilities.sort[0] }), options);
		},
	},
	{
		name: 'copies: changing an input later changes no customer',
		async check(make) {
			const { backend, call, capabilities, keep, stored } = await openStage(make);
			const email = freshEmail();
			const input: CustomerInput = { email, ...keep({ name: 'Ananya', address: { ...address } }) };
			const spoil = (to: string) => {
				input.email = `${token()}@example.org`;
				if (input.name) input.name = to;
				if (input.address) input.address.city = to;
			};
			const creating = backend.create(input, call);
			spoil('Changed Meanwhile');
			const { customer } = await creating;
			spoil('Changed Later');
			const { email: sent, name, address: where } = await backend.get(customer.id, call);
			const wanted = stored({ email, name: 'Ananya', address });
			assertSame({ email: sent, name, address: where }, wanted, 'the customer after its input was changed');
			if (!capabilities.write.update) return;
			const patch: CustomerPatch = { email: freshEmail(), ...keep({ address: { ...address, line1: '2 Janpath' } }) };
			const updated = copyData(await backend.update(customer.id, patch, call));
			patch.email = `${token()}@example.org`;
			if (patch.address) patch.address.line1 = 'Changed Later';
			assertSame(await backend.get(customer.id, call), updated, 'the customer after its patch was changed');
		},
	},
	{
		name: 'copies: changing an answer changes no customer',
		async check(make) {
			const { backend, call, capabilities, add } = await openStage(make);
			const customer = await add({ name: 'Ananya', address });
			const expected = copyData(customer);
			const spoil = (answer: Customer | undefined) => {
				if (!answer) return;
				Object.assign(answer, { name: 'Spoilt', email: 'spoilt@example.com' });
				if (answer.address) answer.address.city = 'Spoilt';
			};
			spoil(customer);
			spoil(await backend.get(expected.id, call));
			spoil((await backend.create({ email: expected.email! }, call)).customer);
			for (const listed of (await backend.list({ limit: 5 }, call)).data) spoil(listed);
			assertSame(await backend.get(expected.id, call), expected, 'the customer after its answers were changed');
			if (!capabilities.write.update) return;
			const updated = await backend.update(expected.id, { email: freshEmail() }, call);
			const after = copyData(updated);
			spoil(updated);
			assertSame(await backend.get(expected.id, call), after, 'the customer after the answer to an update was changed');
		},
	},
	{
		name: 'copies: the answer kept for an idempotency key is a copy, too',
		async check(make) {
			const { backend, call, keep } = await openStage(make);
			const options = { ...call, idempotencyKey: `key-${freshEmail()}` };
			const input = { email: freshEmail(), ...keep({ name: 'Ananya', address }) };
			const first = await backend.create(input, options);
			const expected = copyData(first);
			Object.assign(first.customer, { name: 'Spoilt', email: 'spoilt@example.com' });
			const second = await backend.create(input, options);
			assertSame(second, expected, 'the answer to a retry');
			if (second.customer.address) second.customer.address.city = 'Spoilt';
			second.outcome = 'existing';
			assertSame(await backend.create(input, options), expected, 'the answer to another retry');
		},
	},
];
