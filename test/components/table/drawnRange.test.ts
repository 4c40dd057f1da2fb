import { expect, it } from 'vitest';
import { type DrawnRange, nextDrawn } from '../../../src/components/table/drawnRange';

const view = 15;

/** Scrolls from row to row, and says what was drawn at each. */
function scrolled(firsts: readonly number[], count = 1000): DrawnRange[] {
	let drawn: DrawnRange | undefined;
	return firsts.map((startIndex) => {
		drawn = nextDrawn({ startIndex, endIndex: startIndex + view - 1, count }, drawn);
		return drawn;
	});
}

const rangesOf = (firsts: readonly number[], count?: number) => scrolled(firsts, count).map(({ from, to }) => [from, to]);
const drawings = (firsts: readonly number[]) => new Set(rangesOf(firsts).map(String)).size;

it('draws what is in sight and four rows around it, as far as there are any', () => {
	expect(rangesOf([0])).toEqual([[0, 18]]);
	expect(rangesOf([500])).toEqual([[496, 518]]);
	expect(rangesOf([985])).toEqual([[981, 999]]);
	expect(rangesOf([0], 6)).toEqual([[0, 5]]);
});

it.each([1, 2, 3, 5, 10, 14, 40])('has four rows around what is in sight at every step of %d, both ways', (step) => {
	const down = Array.from({ length: 20 }, (_, at) => 100 + at * step);
	const firsts = [...down, ...down.toReversed()];
	for (const [at, { from, to }] of scrolled(firsts).entries()) {
		expect(from).toBeLessThanOrEqual(firsts[at]! - 4);
		expect(to).toBeGreaterThanOrEqual(firsts[at]! + view - 1 + 4);
		expect(to - from).toBeLessThan(view + 8 + 20);
	}
});

it('draws every other time while somebody scrolls, and every third time where it is slow', () => {
	const steps = (step: number) => Array.from({ length: 31 }, (_, at) => 100 + at * step);
	expect(drawings(steps(5))).toBe(16);
	expect(drawings(steps(10))).toBe(16);
	expect(drawings(steps(1))).toBe(11);
	expect(drawings(steps(5).toReversed())).toBe(16);
});

it('draws no more than is in sight, and what is around it, where somebody leaps', () => {
	expect(rangesOf([0, 500, 0])).toEqual([
		[0, 18],
		[496, 518],
		[0, 18],
	]);
});

it('draws none that is no longer there', () => {
	const drawn = nextDrawn({ startIndex: 80, endIndex: 94, count: 100 }, undefined);
	expect(nextDrawn({ startIndex: 80, endIndex: 89, count: 90 }, drawn).to).toBe(89);
});
