import { describe, expect, it } from 'vitest';
import { type CustomerFormValues, valuesOf } from '../../../src/hooks/form/customerFormValues';
import { unitsInConflict, unitsToKeep } from '../../../src/hooks/form/mergeChanges';

const address = { line1: '1 MG Road', line2: null, city: 'Pune', state: 'MH', postal_code: '411005', country: 'IN' };
const base = valuesOf({ email: 'a@example.com', name: 'Asha', phone: '+919876543210', address });
const changed = (changes: Partial<CustomerFormValues>) => ({ ...base, ...changes });
const movedTo = (city: string) => ({ address: { ...base.address, city } });

describe('a fresher version', () => {
	it('comes in, and what I changed stays', () => {
		expect(unitsToKeep(base, base, changed({ phone: '' }))).toEqual([]);
		expect(unitsToKeep(changed({ name: 'Mine' }), base, changed({ phone: '' }))).toEqual(['name']);
	});

	it('waits where someone else changed the same, be it another line of the address', () => {
		expect(unitsToKeep(changed({ name: 'Mine' }), base, changed({ name: 'Theirs' }))).toBeNull();
		const mine = changed({ address: { ...base.address, line1: 'Mine' } });
		expect(unitsToKeep(mine, base, changed(movedTo('Mumbai')))).toBeNull();
		expect(unitsToKeep(mine, base, changed({ name: 'Theirs' }))).toEqual(['address']);
	});
});

describe('a conflict', () => {
	it('is what I changed and is stored differently', () => {
		const mine = changed({ name: 'Mine', phone: '+912025520000' });
		expect(unitsInConflict(mine, base, changed({ name: 'Theirs', email: 'b@example.com' }))).toEqual(['name', 'phone']);
	});

	it('is none where both made the same of it', () => {
		expect(unitsInConflict(changed(movedTo('Mumbai')), base, changed({ ...movedTo('Mumbai'), name: 'Theirs' }))).toEqual([]);
	});
});
