import { describe, expect, it } from 'vitest';
import { addressRule } from '../../src/domain/addressRule';
import { countryCodes } from '../../src/domain/country';
import type { Address } from '../../src/domain/customer';
import { formatAddress } from '../../src/domain/formatAddress';
import { loadSubdivisions } from '../../src/domain/subdivision';

const none: Address = { line1: null, line2: null, city: null, state: null, postal_code: null, country: null };

async function lines(address: Partial<Address>, locale = 'en'): Promise<string[]> {
	return formatAddress({ ...none, ...address }, { locale, subdivisions: await loadSubdivisions(address.country ?? '') });
}

describe('an address is written as in', () => {
	it('the United States, with the code of the state', async () => {
		const address = { line1: '1 Main St', line2: 'Apt 2', city: 'San Francisco', state: 'CA', postal_code: '94105', country: 'US' };
		expect(await lines(address)).toEqual(['1 Main St', 'Apt 2', 'San Francisco, CA 94105', 'United States']);
	});

	it('India, with the name of the state and the country in the language of the reader', async () => {
		const address = { line1: '12 MG Road', city: 'Pune', state: 'MH', postal_code: '411001', country: 'IN' };
		expect(await lines(address, 'hi')).toEqual(['12 MG Road', 'Pune 411001', 'Maharashtra', 'भारत']);
		expect(formatAddress({ ...none, ...address })).toEqual(['12 MG Road', 'Pune 411001', 'MH', 'India']);
	});

	it('India in Hindi', async () => {
		const address = { line1: '१२ एमजी रोड', city: 'पुणे', state: 'MH', postal_code: '411001', country: 'IN' };
		expect(await lines(address, 'hi')).toEqual(['१२ एमजी रोड', 'पुणे 411001', 'महाराष्ट्र', 'भारत']);
	});

	it('Japan, from the large to the small in Japanese and the other way round in Latin letters', async () => {
		const place = { state: '13', postal_code: '100-0001', country: 'JP' };
		expect(await lines({ ...place, line1: '千代田1-1' }, 'ja')).toEqual(['〒100-0001', '東京都', '千代田1-1', '日本']);
		expect(await lines({ ...place, line1: '1-1 Chiyoda' })).toEqual(['1-1 Chiyoda, Tokyo', '100-0001', 'Japan']);
	});

	it('the United Kingdom, Switzerland, Turkey and Singapore', async () => {
		expect(await lines({ line1: '10 Downing St', city: 'London', postal_code: 'SW1A 2AA', country: 'GB' })).toEqual([
			'10 Downing St',
			'London',
			'SW1A 2AA',
			'United Kingdom',
		]);
		expect((await lines({ line1: 'x', city: 'Zürich', postal_code: '8001', country: 'CH' }))[1]).toBe('CH-8001 Zürich');
		expect((await lines({ line1: 'x', city: 'Kadıköy', state: '34', postal_code: '34710', country: 'TR' }))[1]).toBe(
			'34710 Kadıköy/İstanbul',
		);
		expect((await lines({ line1: 'x', postal_code: '018989', country: 'SG' }))[1]).toBe('SINGAPORE 018989');
	});
});

describe('an address', () => {
	it('keeps no punctuation of fields that it lacks', async () => {
		expect(await lines({ city: 'Boston', postal_code: '02108', country: 'US' })).toEqual(['Boston 02108', 'United States']);
		expect(await lines({ state: 'MA', postal_code: '02108', country: 'US' })).toEqual(['MA 02108', 'United States']);
		expect(await lines({ city: 'Zürich', country: 'CH' })).toEqual(['Zürich', 'Switzerland']);
		expect(await lines({ country: 'JE' })).toEqual(['Jersey']);
		expect(await lines({})).toEqual([]);
	});

	it('still shows a value that its country has no field for', async () => {
		expect(await lines({ line1: 'x', city: 'London', state: 'Greater London', postal_code: 'N1 1AA', country: 'GB' })).toContain(
			'Greater London',
		);
		expect(await lines({ line1: '千代田1-1', city: '千代田区', state: '13', country: 'JP' })).toEqual([
			'東京都',
			'千代田区',
			'千代田1-1',
			'Japan',
		]);
		expect(await lines({ line1: 'x', state: 'DU', city: 'Deira', postal_code: '00000', country: 'AE' })).toEqual([
			'x',
			'Deira',
			'Dubai',
			'00000',
			'United Arab Emirates',
		]);
	});

	it('shows all that is filled, in every country and without one', () => {
		const full = { line1: 'l-one', line2: 'l-two', city: 'c-city', state: 's-state', postal_code: 'p-code' };
		for (const country of [...countryCodes, 'ZZ', null]) {
			for (const line1 of [full.line1, '東京']) {
				const written = formatAddress({ ...full, line1, country }).join('\n');
				for (const value of [line1, 'l-two', 'c-city', 's-state', 'p-code'])
					expect(written.split(value), `${country} ${value}`).toHaveLength(2);
			}
			expect(addressRule(country ?? '').lines.length).toBeGreaterThan(2);
		}
	});

	it('has Hong Kong’s area in the script of the rest', async () => {
		const subdivisions = await loadSubdivisions('HK');
		const at = (line1: string, city: string) =>
			formatAddress({ line1, line2: null, city, state: 'Kowloon', postal_code: null, country: 'HK' }, { subdivisions });
		expect(at('1 Nathan Road', 'Tsim Sha Tsui')).toContain('Kowloon');
		expect(at('彌敦道1號', '尖沙咀')).toContain('九龍');
	});
});
