import { act } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { memoryBackend } from '../../../src/backends/memory';
import { functionBackend } from '../../../src/client';
import type { CustomerBackend } from '../../../src/index';
import { callHandler, createCustomersHandler } from '../../../src/server';
import { everyone, importing } from './importing';

const header =
	'id,Description,Email,Name,Created (UTC),Delinquent,Card ID,Card Last4,Card Brand,Card Funding,Card Exp Month,Card Exp Year,Card Name,' +
	'Card Address Line1,Card Address Line2,Card Address City,Card Address State,Card Address Country,Card Address Zip,Card Issue Country,' +
	'Card Fingerprint,Card CVC Status,Card AVS Zip Status,Card AVS Line1 Status,Card Tokenization Method,Plan,Status,Account Balance,Currency';

/** A customer as Stripe exports them: whoever paid by card left a postal code and a country there at the most. */
function exported(number: number, { email = `p${number}@example.com`, line1 = '', city = '', state = '', country = '', zip = '' }) {
	const before = `cus_${number},,${email},Person ${number},2026-01-02 10:0${number},false,card_${number},4242,Visa,credit,4,2030,Person ${number}`;
	return `${before},${line1},,${city},${state},${country},${zip},US,f${number},pass,pass,unavailable,,,active,0.00,usd`;
}

const card = { country: 'US', zip: '94105' };
const home = { line1: '1 Main St', city: 'Austin', state: 'TX', country: 'US', zip: '78701' };
const stripe = (...people: Parameters<typeof exported>[1][]) =>
	[header, ...people.map((person, at) => exported(at + 1, person))].join('\n');

const states = ({ rows }: ReturnType<ReturnType<typeof importing>['model']>) =>
	rows.map(({ state, addressLeftOut }) => [state, addressLeftOut]);

async function addresses(backend: CustomerBackend, scope = '') {
	const { data } = await backend.list({ sort: 'email' }, { scope });
	return data.map(({ address }) => address && [address.line1, address.postal_code, address.country]);
}

describe('a Stripe export with nothing but postal codes and countries', () => {
	it('says of each row what its address lacks, and takes all of them without one when told so', async () => {
		const memory = memoryBackend();
		const { model, checked, run } = importing(memory);
		await checked(stripe(card, card, home, {}));
		expect(model()).toMatchObject({ addressProblems: 2, leavesOutAddresses: false, counts: { ready: 2, problem: 2 } });
		act(() => model().leaveOutAddresses(true));
		expect(states(model())).toEqual([
			['ready', true],
			['ready', true],
			['ready', false],
			['ready', false],
		]);
		expect(model().rows[0]!.issues.map(({ path, code }) => [path, code])).toEqual([
			['address.line1', 'required'],
			['address.city', 'required'],
			['address.state', 'required'],
		]);
		await run('done');
		expect(states(model())[0]).toEqual(['created', true]);
		expect(model().rows[0]!.issues).toHaveLength(3);
		expect(await addresses(memory)).toEqual([null, null, ['1 Main St', '78701', 'US'], null]);
	});

	it('takes them back when told otherwise, and keeps the choice when columns are changed', async () => {
		const { model, checked } = importing(memoryBackend());
		await checked(stripe(card, home));
		const before = states(model());
		act(() => model().leaveOutAddresses(true));
		act(() => model().leaveOutAddresses(false));
		expect(states(model())).toEqual(before);
		act(() => model().leaveOutAddresses(true));
		act(() => model().editColumns());
		await act(() => model().check());
		expect(model().counts).toMatchObject({ ready: 2, problem: 0 });
		act(() => model().reset());
		expect(model()).toMatchObject({ leavesOutAddresses: false, addressProblems: 0 });
	});

	it('prefers of two rows with one email that with an address', async () => {
		const { model, checked } = importing(memoryBackend());
		await checked(
			stripe({ ...card, email: 'a@example.com' }, { ...home, email: 'A@example.com' }, card, { ...card, email: 'p3@example.com' }),
		);
		act(() => model().leaveOutAddresses(true));
		expect(model().rows.map(({ state, duplicateOf }) => [state, duplicateOf])).toEqual([
			['duplicate', 3],
			['ready', null],
			['ready', null],
			['duplicate', 4],
		]);
	});

	it('never leaves out an address of a row that has other problems', async () => {
		const { model, checked } = importing(memoryBackend());
		await checked(stripe({ ...card, email: 'nobody' }));
		act(() => model().leaveOutAddresses(true));
		expect(states(model())).toEqual([['problem', false]]);
		expect(model().addressProblems).toBe(0);
	});

	it.each([
		['complete', [null, ['1 Main St', '78701', 'US']]],
		[
			'partial',
			[
				[null, '94105', 'US'],
				['1 Main St', '78701', 'US'],
			],
		],
	] as const)('passes a server whose rule is %s, when the import has the same', async (addressValidation, stored) => {
		const memory = memoryBackend({ addressValidation });
		const handler = createCustomersHandler({ backend: memory, addressValidation, authorize: () => ({ allow: true, scope: 'a' }) });
		const backend = functionBackend((request) => callHandler(handler, request, { origin: 'https://shop.test' }));
		const { model, checked, run } = importing(backend, { options: { addressValidation } });
		await checked(stripe(card, home));
		act(() => model().leaveOutAddresses(true));
		await run('done');
		expect(model().counts).toMatchObject({ created: 2, failed: 0 });
		expect(await addresses(memory, 'a')).toEqual(stored);
		expect(await everyone(memory, 'a')).toHaveLength(2);
	});
});
