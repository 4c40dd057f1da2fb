import { expect, it } from 'vitest';
import { type CustomerFormValues, valuesOf } from '../../../src/hooks/form/customerFormValues';
import { mergeChanges } from '../../../src/hooks/form/mergeChanges';

const address = { line1: '1 MG Road', line2: null, city: 'Pune', state: 'MH', postal_code: '411005', country: 'IN' };
const base = valuesOf({ email: 'a@example.com', name: 'Asha', phone: '+919876543210', address });
const changed = (changes: Partial<CustomerFormValues>) => ({ ...base, ...changes });
const inCity = (city: string) => ({ address: { ...base.address, city } });

it('lets their changes in where I changed something else', () => {
	const theirs = changed({ phone: '' });
	expect(mergeChanges(base, base, theirs)).toEqual({ mine: [], contested: false, differing: [] });
	expect(mergeChanges(changed({ name: 'Mine' }), base, theirs)).toEqual({ mine: ['name'], contested: false, differing: ['name'] });
});

it('has to ask where both changed the same, be it another line of the address', () => {
	const mine = changed({ address: { ...base.address, line1: 'Mine' } });
	expect(mergeChanges(mine, base, changed(inCity('Mumbai')))).toEqual({ mine: ['address'], contested: true, differing: ['address'] });
	expect(mergeChanges(mine, base, changed({ name: 'Theirs' })).contested).toBe(false);
});

it('has nothing to choose where both made the same of it', () => {
	const theirs = changed({ ...inCity('Mumbai'), name: 'Theirs' });
	expect(mergeChanges(changed(inCity('Mumbai')), base, theirs)).toEqual({ mine: ['address'], contested: false, differing: [] });
	const alsoMine = mergeChanges(changed({ ...inCity('Mumbai'), phone: '' }), base, theirs);
	expect(alsoMine).toEqual({ mine: ['phone', 'address'], contested: false, differing: ['phone'] });
});
