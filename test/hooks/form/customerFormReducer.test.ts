import { describe, expect, it } from 'vitest';
import { CustomerError } from '../../../src/contract/errors';
import type { Customer } from '../../../src/domain/customer';
import {
	type CustomerFormEvent,
	type CustomerFormState,
	customerFormReducer,
	startForm,
} from '../../../src/hooks/form/customerFormReducer';
import { formUnits, valuesOf } from '../../../src/hooks/form/customerFormValues';

const asha = { id: 'cus_1', email: 'asha@example.com', name: 'Asha', version: '1' } as Customer;
const start = startForm('ann', null);
const stateAfter = (...events: CustomerFormEvent[]) => events.reduce(customerFormReducer, start);
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
		expect(stateAfter({ type: 'submitted' })).toMatchObject({ status: 'saving', error: null });
	});

	it('that the rules refuse is invalid, with what has no input', () => {
		const loose = [{ path: 'email', code: 'required' }] as const;
		expect(stateAfter({ type: 'submitted' }, { type: 'refused', loose })).toMatchObject({ status: 'invalid', loose, error: null });
	});

	it('that the server refuses says so at the fields, the first issue of each, and the rest in the summary', () => {
		const state = stateAfter({ type: 'submitted' }, { type: 'failed', error: refusal, fields: formUnits });
		expect(state).toMatchObject({ status: 'invalid', error: null, loose: [{ path: 'id' }] });
		expect(said(state)).toEqual(['address.postal_code invalid_postal_code', 'email invalid_email']);
	});

	it('whose field is not shown says it in the summary', () => {
		const state = stateAfter({ type: 'failed', error: refusal, fields: ['address'] });
		expect(said(state)).toEqual(['address.postal_code invalid_postal_code']);
		expect(state.loose.map(({ path }) => path)).toEqual(['email', 'id']);
	});

	it('says at the email that another customer has it, where there is one', () => {
		const error = new CustomerError('email_exists');
		expect(said(stateAfter({ type: 'failed', error, fields: formUnits }))).toEqual(['email email_exists']);
		expect(stateAfter({ type: 'failed', error, fields: ['name'] })).toMatchObject({ status: 'failed', error });
	});

	it('that failed for no field says why', () => {
		const error = new CustomerError('offline');
		expect(stateAfter({ type: 'failed', error, fields: formUnits })).toMatchObject({ status: 'failed', error });
	});

	it.each([
		['created', 'created'],
		['unknown', 'created'],
		['existing', 'existing'],
		['updated', 'updated'],
		['unchanged', 'unchanged'],
	] as const)('whose outcome is %s leaves the form %s', (outcome, status) => {
		const settled = valuesOf(asha);
		const state = stateAfter({ type: 'submitted' }, { type: 'saved', customer: asha, outcome, settled });
		expect(state).toMatchObject({ status, saved: asha, settled, error: null, conflict: null });
	});

	it('that met another version shows it until it is saved over', () => {
		const met = stateAfter({ type: 'met', theirs: asha, fields: ['name'] });
		expect(met).toMatchObject({ status: 'conflict', conflict: { theirs: asha, fields: ['name'] } });
		const saving = customerFormReducer(met, { type: 'submitted' });
		expect(saving.conflict).not.toBeNull();
		expect(customerFormReducer(saving, { type: 'saved', customer: asha, outcome: 'updated', settled: null }).conflict).toBeNull();
	});

	it('forgets what the server said of the one before', () => {
		expect(said(stateAfter({ type: 'failed', error: refusal, fields: formUnits }, { type: 'submitted' }))).toEqual([]);
	});
});

describe('a change', () => {
	it('of a field settles what the server said of it and of what depends on it, and of nothing else', () => {
		const refused = stateAfter({ type: 'failed', error: refusal, fields: formUnits });
		expect(said(customerFormReducer(refused, { type: 'changed', path: 'address.state' }))).toEqual(['email invalid_email']);
		expect(said(customerFormReducer(refused, { type: 'changed', path: 'email' }))).toEqual(['address.postal_code invalid_postal_code']);
		expect(said(refused)).toHaveLength(2);
	});

	it('that settles nothing changes nothing, so that no key renders', () => {
		const refused = stateAfter({ type: 'failed', error: refusal, fields: formUnits });
		expect(customerFormReducer(refused, { type: 'changed', path: 'name' })).toBe(refused);
		expect(customerFormReducer(start, { type: 'changed', path: 'email' })).toBe(start);
	});

	it('of what is stored lets the same values be sent again', () => {
		const saved = stateAfter({ type: 'saved', customer: asha, outcome: 'updated', settled: valuesOf(asha) });
		expect(customerFormReducer(saved, { type: 'rebased', base: asha })).toMatchObject({ base: asha, settled: null, status: 'updated' });
	});
});

describe('the email that was left', () => {
	it('is looked up if it is one, until it changes', () => {
		const left = stateAfter({ type: 'left', email: 'asha@example.com' });
		expect(left.leftEmail).toBe('asha@example.com');
		expect(customerFormReducer(left, { type: 'left', email: 'asha@example.com' })).toBe(left);
		expect(customerFormReducer(left, { type: 'changed', path: 'email' }).leftEmail).toBeNull();
		expect(stateAfter({ type: 'left', email: 'asha' })).toBe(start);
	});
});

it('starts over with nothing of what was', () => {
	const busy = stateAfter({ type: 'left', email: 'a@b.example' }, { type: 'failed', error: refusal, fields: formUnits });
	expect(customerFormReducer(busy, { type: 'started', scope: 'bob', base: asha })).toEqual(startForm('bob', asha));
});
