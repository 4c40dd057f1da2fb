import { expect, it } from 'vitest';
import { checkText, isVisible } from '../../src/domain/text';

it('a text is as long as its code points, and of visible, harmless ones', () => {
	expect(checkText('')).toEqual({ code: 'empty' });
	expect([checkText('😀'.repeat(200)), checkText('😀'.repeat(201))]).toEqual([null, { code: 'too_long', params: { max: 200 } }]);
	expect([checkText('ab', 2), checkText('abc', 2)]).toEqual([null, { code: 'too_long', params: { max: 2 } }]);
	for (const wrong of ['\u0000', '\t', '\n', '\u007f', '\u0085', '\u2028', '\u2029', '\u202a', '\u202e', '\u2066', '\u2069', '\ud800'])
		expect([wrong, checkText(`a${wrong}b`)]).toEqual([wrong, { code: 'invalid_characters' }]);
	for (const right of ['\u200c', '\u200d', '\u202f', '\u2065', '\u206a', '\u00a0'])
		expect([right, checkText(`a${right}b`)]).toEqual([right, null]);
});

it.each([' ', '\u200d', '\u00ad', '\u3164', '\u2800', '\u115f', '\u0000', '\u3000', ''])('%j alone is not visible', (text) => {
	expect([isVisible(text), isVisible(`${text}a`)]).toEqual([false, true]);
});
