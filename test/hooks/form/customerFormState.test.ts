import { describe, expect, it } from 'vitest';
import { CustomerError } from '../../../src/contract/errors';
import type { Customer } from '../../../src/domain/customer';
import {
	type CustomerFormState,
	changed,
	contested,
	failed,
	leftEmail,
	rebased,
	refused,
	saved,
	started,
	submitted,
} from '../../../src/hooks/form/customerFormState';
import { formUnits, valuesOf } from '../../../src/hooks/form/customerFormValues';

const asha = { id: 'cus_1', email: 'asha@example.com', name: 'Asha', version: '1' } as Customer;
const start = started('ann', null);
const refusal = new CustomerError('validation_failed', {
	issues: [
		{ path: 'address.postal_code', code: 'invalid_postal_code' },
		{ path: 'address.postal_code', code: 'required' },
		{ path: 'email', code: 'invalid_email' },
		{ path: 'id', code: 'invalid_id' },
	],
});
const said = (state: CustomerFormState) => [...state.serverErrors].map(([path, { type }]) => `${path} ${type}`);

describe('a submit', () => {
	it('is being saved until something came of it', () => {
		expect(submitted(start)).toMatchObject({ status: 'saving', error: null });
	});

	it('that the rules refuse is invalid, with what has no input', () => {
		const loose = [{ path: 'email', code: 'required' }] as const;
		expect(refused(submitted(start), loose)).toMatchObject({ status: 'invalid', loose, error: null });
	});

	it('that the server refuses says so at the fields, the first issue of each, and the rest in the summary', () => {
		const state = failed(submitted(start), refusal, formUnits);
		expect(state).toMatchObject({ status: 'invalid', error: null, loose: [{ path: 'id' }] });
		expect(said(state)).toEqual(['address.postal_code invalid_postal_code', 'email invalid_email']);
	});

	it('says in the summary what is wrong with a field that is not shown', () => {
		const state = failed(start, refusal, ['address']);
		expect(said(state)).toEqual(['address.postal_code invalid_postal_code']);
		expect(state.loose.map(({ path }) => path)).toEqual(['email', 'id']);
	});

	it('says at the email that another customer has it, where there is one', () => {
		const error = new CustomerError('email_exists');
		expect(said(failed(start, error, formUnits))).toEqual(['email email_exists']);
		expect(failed(start, error, ['name'])).toMatchObject({ status: 'failed', error });
	});

	it('that failed for no field says why', () => {
		const error = new CustomerError('offline');
		expect(failed(start, error, formUnits)).toMatchObject({ status: 'failed', error });
	});

	it.each([
		['created', 'created'],
		['unknown', 'created'],
		['existing', 'existing'],
		['updated', 'updated'],
		['unchanged', 'unchanged'],
	] as const)('whose outcome is %s leaves the form %s', (outcome, status) => {
		const settled = valuesOf(asha);
		expect(saved(submitted(start), asha, outcome, settled)).toMatchObject({ status, saved: asha, settled, error: null, conflict: null });
	});

	it('that met another version shows it until something was saved over it', () => {
		const met = contested(start, asha, ['name']);
		expect(met).toMatchObject({ status: 'conflict', conflict: { theirs: asha, fields: ['name'] } });
		expect(submitted(met).conflict).not.toBeNull();
		expect(saved(submitted(met), asha, 'updated', null).conflict).toBeNull();
	});

	it('forgets what the server said of the one before', () => {
		expect(said(submitted(failed(start, refusal, formUnits)))).toEqual([]);
	});
});

describe('a change', () => {
	const before = failed(start, refusal, formUnits);

	it('of a field settles what the server said of it and of what depends on it, and of nothing else', () => {
		expect(said(changed(before, 'address.state'))).toEqual(['email invalid_email']);
		expect(said(changed(before, 'email'))).toEqual(['address.postal_code invalid_postal_code']);
		expect(said(before)).toHaveLength(2);
	});

	it('that settles nothing is the same state, so that no key renders', () => {
		expect(changed(before, 'name')).toBe(before);
		expect(changed(start, 'email')).toBe(start);
	});

	it('of what is stored lets the same values be sent again', () => {
		const state = saved(start, asha, 'updated', valuesOf(asha));
		expect(rebased(state, asha)).toMatchObject({ base: asha, settled: null, status: 'updated' });
	});
});

describe('the email that was left', () => {
	it('is looked up if it is one, until it changes', () => {
		const left = leftEmail(start, 'asha@example.com');
		expect(left.leftEmail).toBe('asha@example.com');
		expect(leftEmail(left, 'asha@example.com')).toBe(left);
		expect(changed(left, 'email').leftEmail).toBeNull();
		expect(leftEmail(start, 'asha')).toBe(start);
	});
});
