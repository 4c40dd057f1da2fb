import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysOfRange, rangeOfDays } from '../../../src/hooks/table/createdDays';
import { createdPresets, presetOf, presetRange } from '../../../src/hooks/table/createdRange';

const day = fc
	.date({ min: new Date(1971, 0, 1), max: new Date(9998, 0, 1), noInvalidDate: true })
	.map((date) => date.toISOString().slice(0, 10));

describe('dates of creation', () => {
	it('come back as the days they were chosen as, in any time zone', () => {
		fc.assert(
			fc.property(fc.option(day, { nil: '' }), fc.option(day, { nil: '' }), (from, to) => {
				expect(daysOfRange(rangeOfDays(from, to))).toEqual({ from, to });
			}),
		);
	});

	it('include the last day', () => {
		const { gte, lt } = rangeOfDays('2026-03-01', '2026-03-01');
		expect(new Date(gte!)).toEqual(new Date(2026, 2, 1));
		expect(new Date(lt!)).toEqual(new Date(2026, 2, 2));
	});

	it('are recognised as the preset they came from, all day long', () => {
		for (const preset of createdPresets) {
			const morning = presetRange(preset, new Date(2026, 5, 15, 0, 1));
			expect(presetOf(morning, new Date(2026, 5, 15, 23, 59))).toBe(preset);
		}
		expect(presetOf({})).toBeUndefined();
	});
});
