import { clearableFields, isKept } from '../../contract/clearableFields';
import type { CustomerInput, CustomerPatch } from '../../domain/customer';
import { assert, assertRejects, assertSame } from './assert';
import { type ContractCase, freshEmail, openStage, token } from './contractCase';
import { deepFreeze } from './deepFreeze';

const address = deepFreeze({ line1: '1 Janpath', line2: null, city: 'New Delhi', state: 'DL', postal_code: '110001', country: 'IN' });
const full = deepFreeze({ name: 'Ananya Sharma', phone: '+919876543210', address } as const);
const creates: ContractCase['applies'] = ({ write }) => write.create;
const updates: ContractCase['applies'] = ({ write }) => write.create && write.update;

/** Wrong values, and the field that each is wrong at. */
const wrong: readonly (readonly [path: string, values: object])[] = deepFreeze([
	['email', { email: 'nobody' }],
	['email', { email: '' }],
	['name', { name: '' }],
	['name', { name: ' ' }],
	['name', { name: 'x'.repeat(201) }],
	['name', { name: 'line\nbreak' }],
	['name', { name: '\u202eevil' }],
	['name', { name: '\ud800' }],
	['name', { name: 7 }],
	['phone', { phone: '' }],
	['phone', { phone: '98765 43210' }],
	['phone', { phone: '+15555555555' }],
	['address.line1', { address: { ...address, line1: '' } }],
	['address.postal_code', { address: { ...address, postal_code: '99' } }],
	['address.state', { address: { ...address, state: 'Atlantis' } }],
	['address.country', { address: { ...address, country: 'ZZ' } }],
]);

export const writeCases: readonly ContractCase[] = [
	{
		name: 'create: gives back what was entered, and get and list agree',
		applies: creates,
		async check(make) {
			const { backend, call, capabilities, keep, stored, walk } = await openStage(make);
			const email = freshEmail('Created');
			const { customer, outcome } = await backend.create({ email, ...keep(full) }, call);
			assert(outcome === 'created' || outcome === 'unknown', `the outcome is ${outcome}`);
			const { id, created, version } = customer;
			assertSame(customer, { id, created, version, email, ...stored(full) }, 'the created customer');
			assert(created === null || /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(created), `created is no UTC instant: ${created}`);
			assertSame(await backend.get(id, call), customer, 'get after create');
			const listed = (await walk({ limit: 2 })).find((row) => row.id === id);
			// Over a backend without versions, HTTP has an entity tag for one customer, but none for the rows of a list.
			const unversioned = capabilities.conditionalUpdate !== 'atomic' && listed?.version === null;
			const row = listed && unversioned ? { ...listed, version } : listed;
			assertSame(row, customer, 'the created customer in the list');
		},
	},
	{
		name: 'create: an email is enough, and null means none',
		applies: creates,
		async check(make) {
			const { backend, call, keep } = await openStage(make);
			const none = { name: null, phone: null, address: null };
			const hollow = { ...none, address: { line1: null, country: null } } as unknown as Partial<CustomerInput>;
			for (const extra of [{}, none as unknown as Partial<CustomerInput>, hollow]) {
				const { customer } = await backend.create({ email: freshEmail(), ...keep(extra) }, call);
				const { name, phone, address: stored } = await backend.get(customer.id, call);
				assertSame({ name, phone, address: stored }, none, `created with ${JSON.stringify(extra)}`);
			}
		},
	},
	{
		name: 'create: values are stored in canonical form',
		applies: creates,
		async check(make) {
			const { add, stored } = await openStage(make);
			const typed = {
				...full,
				name: '  Ananya Sharma ',
				phone: '+91 98765-43210',
				address: { ...address, postal_code: '110 001', country: 'in' },
			};
			const { name, phone, address: where } = await add(typed);
			assertSame({ name, phone, address: where }, stored(full), 'the stored values');
		},
	},
	{
		name: 'create: is idempotent by email key, and changes nothing of the customer who is there',
		applies: creates,
		async check(make) {
			const { backend, call, keep } = await openStage(make);
			const email = freshEmail('Twice');
			const first = await backend.create({ email, ...keep(full) }, call);
			for (const spelling of [email, email.toUpperCase(), ` ${email.toLowerCase()} `]) {
				const again = await backend.create({ email: spelling, ...keep({ name: 'Another Name', phone: '+12025550123' }) }, call);
				assertSame(again.customer, first.customer, `created again as ${spelling}`);
				assert(again.outcome === 'existing' || again.outcome === 'unknown', `the outcome is ${again.outcome}`);
			}
			assertSame(await backend.get(first.customer.id, call), first.customer, 'the customer after being created again');
		},
	},
	{
		name: 'create: takes an id of one’s own, once',
		applies: ({ write }) => write.create && write.customId,
		async check(make) {
			const { backend, call } = await openStage(make);
			const id = `cus_${token()}`;
			const { customer } = await backend.create({ id, email: freshEmail() }, call);
			assert(customer.id === id, `asked for ${id}, received ${customer.id}`);
			const email = freshEmail();
			await assertRejects(backend.create({ id, email }, call), ['validation_failed', 'not_found', 'email_exists'], 'an id that is taken');
			assertSame(await backend.get(id, call), customer, 'the customer whose id was asked for again');
			const other = await backend.create({ email }, call);
			assert(other.outcome !== 'existing', 'a refused create has left a customer behind');
			await assertRejects(backend.create({ id: 'me/../you', email: freshEmail() }, call), 'validation_failed', 'a malformed id');
		},
	},
	{
		name: 'create: refuses wrong values with an issue at their field, and stores nothing',
		applies: creates,
		async check(make) {
			const { backend, call, capabilities } = await openStage(make);
			for (const [path, values] of wrong.filter(([path]) => isKept(path, capabilities.keeps))) {
				const email = freshEmail();
				const error = await assertRejects(backend.create({ email, ...values }, call), 'validation_failed', JSON.stringify(values));
				assert(
					error.issues.some((issue) => issue.path === path),
					`no issue at ${path} for ${JSON.stringify(values)}: ${JSON.stringify(error.issues)}`,
				);
				if (path === 'email') continue;
				assert((await backend.create({ email }, call)).outcome !== 'existing', `stored in spite of ${JSON.stringify(values)}`);
			}
			const unknown = { email: freshEmail(), role: 'admin' } as CustomerInput;
			await assertRejects(backend.create(unknown, call), 'validation_failed', 'an unknown field');
		},
	},
	{
		name: 'update: changes what is given and leaves what is absent',
		applies: updates,
		async check(make) {
			const { backend, call, add, keep, stored } = await openStage(make);
			let expected = await add(full);
			const email = freshEmail('Changed');
			const germany = { line1: 'Torstraße 1', city: 'Berlin', postal_code: '10119', country: 'DE' };
			const patches: [CustomerPatch, object][] = [
				[{ name: 'Priya Verma' }, { name: 'Priya Verma' }],
				[{ phone: '+12025550123' }, { phone: '+12025550123' }],
				[{ address: germany }, { address: { line2: null, state: null, ...germany } }],
				[{ name: undefined, phone: '+12025550124' }, { phone: '+12025550124' }],
			];
			for (const [whole, change] of [...patches, [{ email }, { email }] as const]) {
				const patch = keep(whole);
				const updated = await backend.update(expected.id, patch, call);
				expected = { ...expected, ...stored(change), version: updated.version };
				assertSame(updated, expected, `updated with ${JSON.stringify(patch)}`);
				assertSame(await backend.get(expected.id, call), expected, 'get after update');
			}
		},
	},
	...clearableFields.map(
		(field): ContractCase => ({
			name: `update: null clears the ${field}`,
			applies: ({ write }) => write.update && write.clear.includes(field),
			async check(make) {
				const { backend, call, add } = await openStage(make);
				const before = await add(full);
				const after = await backend.update(before.id, { [field]: null }, call);
				assertSame(after, { ...before, [field]: null, version: after.version }, `after clearing the ${field}`);
				assertSame(await backend.get(before.id, call), after, 'get after clearing');
			},
		}),
	),
	{
		name: 'update: refuses wrong values with an issue at their field, and writes nothing of it',
		applies: updates,
		async check(make) {
			const { backend, call, add, capabilities, keep } = await openStage(make);
			const customer = await add(full);
			const refused = wrong.filter(([path]) => isKept(path, capabilities.keeps));
			for (const [path, values] of [...refused, ['email', { email: null }] as const]) {
				const patch = { ...keep({ name: 'Must Not Stay', phone: '+12025550123' }), ...values } as CustomerPatch;
				const error = await assertRejects(backend.update(customer.id, patch, call), 'validation_failed', JSON.stringify(values));
				assert(
					error.issues.some((issue) => issue.path === path),
					`no issue at ${path} for ${JSON.stringify(values)}: ${JSON.stringify(error.issues)}`,
				);
			}
			assertSame(await backend.get(customer.id, call), customer, 'the customer after refused updates');
		},
	},
	{
		name: 'update: an email that another customer has is email_exists, one’s own may change its case',
		applies: updates,
		async check(make) {
			const { backend, call, addMany } = await openStage(make);
			const [one, other] = await addMany([{}, {}]);
			const taken = backend.update(one!.id, { email: other!.email!.toUpperCase(), name: 'Must Not Stay' }, call);
			await assertRejects(taken, 'email_exists', 'an email that is taken');
			assertSame(await backend.get(one!.id, call), one, 'the customer after a refused email');
			const raised = one!.email!.replace('contract', 'CONTRACT');
			assertSame((await backend.update(one!.id, { email: raised }, call)).email, raised, 'one’s own email in another case');
		},
	},
	{
		name: 'update: an email that was given up is free, the new one is taken',
		applies: updates,
		async check(make) {
			const { backend, call, add } = await openStage(make);
			const customer = await add();
			const email = freshEmail('new');
			await backend.update(customer.id, { email }, call);
			const heir = await backend.create({ email: customer.email! }, call);
			assert(heir.customer.id !== customer.id, 'an email that was given up still leads to its former customer');
			const same = await backend.create({ email }, call);
			assert(same.customer.id === customer.id, 'a changed email does not lead to its customer');
		},
	},
];
