import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	addMonths,
	dayNumber,
	dayText,
	firstWeekday,
	instantOf,
	todayNumber,
	weekday,
	weeksOf,
} from '../../../src/components/table/calendarDays';

const day = fc.integer({ min: dayNumber('1900-01-01')!, max: dayNumber('2199-12-31')! });
const first = fc.constantFrom(1, 6, 7);

describe('days of a calendar', () => {
	it('are the same before and after as text', () => {
		fc.assert(
			fc.property(day, (number) => {
				expect(dayNumber(dayText(number))).toBe(number);
			}),
		);
		expect([dayText(0), dayNumber(''), dayNumber('x')]).toEqual(['1970-01-01', undefined, undefined]);
	});

	it('fill whole weeks with each day of the month once, in order, from the first day of the week on', () => {
		fc.assert(
			fc.property(day, first, (number, first) => {
				const days = weeksOf(number, first).flat();
				expect(days.length % 7).toBe(0);
				expect(days).toEqual(days.map((_, at) => days[0]! + at));
				expect(weekday(days[0]!, first)).toBe(0);
				expect(instantOf(days[0]!).getUTCDay() || 7).toBe(first);
				const inside = days.filter((one) => dayText(one).slice(0, 7) === dayText(number).slice(0, 7));
				expect([dayText(inside[0]!).slice(8), inside.length]).toEqual([
					'01',
					new Date(Date.UTC(+dayText(number).slice(0, 4), +dayText(number).slice(5, 7), 0)).getUTCDate(),
				]);
				// No week without a day of the month.
				expect(days.length).toBeLessThanOrEqual(42);
				expect(days[6]!).toBeGreaterThanOrEqual(inside[0]!);
				expect(days.at(-7)!).toBeLessThanOrEqual(inside.at(-1)!);
			}),
		);
	});

	it('stay in the month one goes to, and come back where it is as long', () => {
		expect(dayText(addMonths(dayNumber('2026-01-31')!, 1))).toBe('2026-02-28');
		expect(dayText(addMonths(dayNumber('2024-02-29')!, -12))).toBe('2023-02-28');
		expect(dayText(addMonths(dayNumber('2026-03-15')!, -3))).toBe('2025-12-15');
	});

	it('know what today is where the reader is', () => {
		expect(dayText(todayNumber(new Date(2026, 10, 28, 23, 59)))).toBe('2026-11-28');
		expect(dayText(todayNumber(new Date(2026, 10, 28, 0, 1)))).toBe('2026-11-28');
	});

	it.each([
		['en', 7],
		['hi', 7],
		['ar', 6],
		['es', 1],
		['de', 1],
		['fr', 1],
		['pt-BR', 7],
		['ja', 7],
		['ko', 7],
		['zh-Hans', 1],
	])('begin the week in %s with day %i', (code, first) => expect(firstWeekday(code)).toBe(first));
});
