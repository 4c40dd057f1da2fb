import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSearchText } from '../../../src/hooks/table/searchText';

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

function searchText(query = '') {
	const asked: string[] = [];
	return { text: createSearchText(query, (next) => asked.push(next)), asked };
}

describe('the text in a search box', () => {
	it('is asked for once typing pauses, or at once', () => {
		const { text, asked } = searchText();
		text.set('a');
		vi.advanceTimersByTime(200);
		text.set('ad');
		vi.advanceTimersByTime(200);
		expect(asked).toEqual([]);
		vi.advanceTimersByTime(50);
		expect(asked).toEqual(['ad']);
		text.follow('ad');
		text.set('ada');
		text.flush();
		vi.runAllTimers();
		expect(asked).toEqual(['ad', 'ada']);
	});

	it('is not asked for where only spaces are new', () => {
		const { text, asked } = searchText('ada');
		text.set('ada ');
		text.flush();
		vi.runAllTimers();
		expect(asked).toEqual([]);
		expect(text.over('ada')).toBe('ada ');
	});

	it('stays while what was typed before is taken up, and is asked for later', () => {
		const { text, asked } = searchText();
		text.set('a');
		text.flush();
		text.set('ad');
		expect([text.over(''), text.over('a')]).toEqual(['ad', 'ad']);
		text.follow('a');
		expect(text.over('a')).toBe('ad');
		vi.runAllTimers();
		expect(asked).toEqual(['a', 'ad']);
	});

	it('gives way to a query that was not asked for here, also to a former one', () => {
		const { text, asked } = searchText();
		text.set('ada');
		expect(text.over('grace')).toBe('grace');
		text.follow('grace');
		vi.runAllTimers();
		expect(asked).toEqual([]);

		text.set('ada');
		text.flush();
		text.follow('ada');
		expect(text.over('grace')).toBe('grace');
	});

	it('is not asked for once nobody is left', () => {
		const { text, asked } = searchText();
		const unsubscribe = [text.subscribe(vi.fn()), text.subscribe(vi.fn())];
		text.set('ada');
		for (const end of unsubscribe) end();
		vi.runAllTimers();
		expect(asked).toEqual([]);
	});

	it('tells everyone who shows it of each letter, and the table from when that has read it', () => {
		const { text } = searchText();
		const tell = vi.fn();
		const unsubscribe = text.subscribe(tell);
		text.set('a');
		expect([tell.mock.calls.length, text.typed()]).toEqual([1, undefined]);
		expect(text.read('')).toBe('a');
		text.set('ad');
		expect([tell.mock.calls.length, text.typed()]).toEqual([2, 'ad']);
		unsubscribe();
		text.set('ada');
		expect(tell).toHaveBeenCalledTimes(2);
	});
});
