import { expect, it } from 'vitest';
import { unclearableFields } from '../../src/contract/clearableFields';

it('names what a patch clears and a backend cannot', () => {
	const patch = { email: 'a@b.example', name: null, phone: null, address: { country: 'IN' } };
	expect(unclearableFields(patch, [])).toEqual(['name', 'phone']);
	expect(unclearableFields(patch, ['phone', 'address'])).toEqual(['name']);
	expect(unclearableFields({ name: 'Ana' }, [])).toEqual([]);
});
