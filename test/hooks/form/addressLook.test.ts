import { describe, expect, it } from 'vitest';
import { addressLook } from '../../../src/hooks/form/addressLook';

const unlisted = { misplaced: () => undefined };
const look = (value: Parameters<typeof addressLook>[0]) => addressLook(value, unlisted);

describe('addressLook', () => {
	it('wants the required fields from the first letter on, where the country has any', () => {
		expect(look({ country: 'IN' }).started).toBe(false);
		expect(look({ country: 'IN', line1: ' ' }).started).toBe(false);
		expect(look({ country: 'IN', city: 'P' }).started).toBe(true);
		expect(look({ country: '', city: 'P' }).started).toBe(false);
		expect(look({ city: 'P' }).started).toBe(false);
	});

	it('names what is filled but has no field in the country', () => {
		expect(look({ country: 'AE', postal_code: '78701', state: 'DU' }).strays).toEqual(['postal_code']);
		expect(look({ country: 'US', postal_code: '78701', state: 'TX' }).strays).toEqual([]);
	});

	it('is the same for one letter more', () => {
		expect(look({ country: 'IN', line1: '1', city: 'P' })).toEqual(look({ country: 'IN', line1: '12 MG Road', city: 'P' }));
	});

	it('says whose postal code it is', () => {
		const misplaced = { state: { code: 'KA', name: 'Karnataka' }, postalCode: '560001' };
		const { misplaced: said } = addressLook({ country: 'IN', postal_code: '560001', state: 'MH' }, { misplaced: () => misplaced as never });
		expect(said).toBe(misplaced);
	});
});
