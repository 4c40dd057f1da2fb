import { describe, expect, it } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import { digitsOf, enter, mountPhone, shown } from './phoneHost';

/** One number a country, as people dial it there. */
const numbers: [country: string, typed: string, formatted: string][] = [
	['IN', '9876543210', '98765 43210'],
	['US', '2025550143', '(202) 555-0143'],
	['GB', '02079460958', '020 7946 0958'],
	['DE', '015112345678', '01511 2345678'],
	['BR', '11961234567', '(11) 96123-4567'],
	['JP', '09012345678', '090-1234-5678'],
	['FR', '0612345678', '06 12 34 56 78'],
	['RU', '89123456789', '8 (912) 345-67-89'],
	['US', '+442079460958', '+44 20 7946 0958'],
	['IN', '+12025550143', '+1 202 555 0143'],
];

const digitsBefore = (input: HTMLInputElement) => digitsOf(input.value.slice(0, input.selectionStart ?? 0)).length;

describe('real keys in a phone field', () => {
	it.each(numbers)('in %s, %s is formatted live as %s', async (country, typed, formatted) => {
		const { input } = mountPhone({ defaultCountry: country });
		await enter(input);
		for (let length = 1; length <= typed.length; length++) {
			await userEvent.keyboard(typed[length - 1]!);
			expect(digitsOf(input.value)).toBe(digitsOf(typed.slice(0, length)));
			expect(input.selectionStart).toBe(input.value.length);
		}
		expect(input.value).toBe(formatted);
	});

	it.each(numbers)('in %s, each place of %s can be changed, and the caret stays after its digit', async (country, typed) => {
		const { input } = mountPhone({ defaultCountry: country });
		await enter(input);
		await userEvent.keyboard(typed);
		const formatted = input.value;
		expect(digitsOf(formatted)).toBe(digitsOf(typed));
		for (let at = 1; at < input.value.length; at++) {
			for (const key of ['{Backspace}', '{Delete}', '7']) {
				input.setSelectionRange(at, at);
				const digits = digitsOf(input.value);
				const before = digitsBefore(input);
				const gone = key === '{Backspace}' ? input.value[at - 1]! : key === '{Delete}' ? (input.value[at] ?? '') : '';
				await userEvent.keyboard(key);
				const where = `${key} at ${at}: ${shown(input)}`;
				if (gone === '+') break;
				const cut = /\d/.test(gone) ? 1 : 0;
				const kept = key === '{Backspace}' ? before - cut : before;
				const expected = digits.slice(0, kept) + (key === '7' ? '7' : '') + digits.slice(kept + cut);
				expect(digitsOf(input.value), where).toBe(expected);
				expect(digitsBefore(input), where).toBe(kept + (key === '7' ? 1 : 0));
			}
			// It is formatted a frame later.
			await userEvent.fill(input, typed);
			await expect.poll(() => input.value, { interval: 16 }).toBe(formatted);
		}
	});

	it('replace a selection in the middle and leave the caret after what was typed', async () => {
		const { input, onChange } = mountPhone({ defaultCountry: 'IN' });
		await enter(input);
		await userEvent.keyboard('9876543210');
		input.setSelectionRange(3, 8);
		await userEvent.keyboard('1');
		expect(shown(input)).toBe('9871|2 10');
		await userEvent.keyboard('345');
		expect(shown(input)).toBe('98713 45|210');
		expect(onChange).toHaveBeenLastCalledWith('+919871345210');
	});

	it('typed faster than the numbering plans load are all there', async () => {
		const { input, onChange } = mountPhone({ defaultCountry: 'IN' });
		await userEvent.click(input);
		await userEvent.keyboard('9876543210');
		await expect.poll(() => input.value).toBe('98765 43210');
		expect(onChange).toHaveBeenLastCalledWith('+919876543210');
	});

	it('Delete and Backspace get past a separator instead of putting it back for ever', async () => {
		const { input } = mountPhone({ defaultCountry: 'US' });
		await enter(input);
		await userEvent.keyboard('2025550143');
		for (let presses = 0; input.value !== '' && presses < 20; presses++) await userEvent.keyboard('{Backspace}');
		expect(input.value).toBe('');
		await userEvent.keyboard('2025550143');
		input.setSelectionRange(0, 0);
		for (let presses = 0; input.value !== '' && presses < 20; presses++) await userEvent.keyboard('{Delete}');
		expect(input.value).toBe('');
	});
});

describe('Ctrl+Z in a phone field', () => {
	it('takes back one key after the other, and Ctrl+Y brings them again', async () => {
		const { input, onChange } = mountPhone({ defaultCountry: 'IN' });
		await enter(input);
		const stages = [''];
		for (const key of '9876543210') {
			await userEvent.keyboard(key);
			stages.push(input.value);
		}
		const seen = [input.value];
		for (let presses = 0; input.value !== '' && presses < 30; presses++) {
			await userEvent.keyboard('{Control>}z{/Control}');
			seen.push(input.value);
		}
		expect(input.value).toBe('');
		await expect.poll(() => onChange.mock.lastCall).toEqual(['']);
		for (const text of seen) expect(stages.map(digitsOf)).toContain(digitsOf(text));
		for (let presses = 0; presses < 30; presses++) await userEvent.keyboard('{Control>}y{/Control}');
		expect(digitsOf(input.value)).toBe('9876543210');
		await expect.poll(() => onChange.mock.lastCall).toEqual(['+919876543210']);
	});

	it('brings back what a paste has replaced', async () => {
		const { input, onChange } = mountPhone({ defaultCountry: 'IN' });
		await enter(input);
		await userEvent.keyboard('9876543210{Control>}a{/Control}');
		await paste('tel:+1-202-555-0143');
		expect(input.value).toBe('+1 202 555 0143');
		for (let presses = 0; !input.value.startsWith('98765') && presses < 5; presses++) await userEvent.keyboard('{Control>}z{/Control}');
		await expect.poll(() => input.value).toBe('98765 43210');
		await expect.poll(() => onChange.mock.lastCall).toEqual(['+919876543210']);
	});
});

/** What the clipboard holds, put in by the browser itself. */
async function paste(text: string) {
	const { activeElement } = document;
	const source = document.body.appendChild(document.createElement('textarea'));
	source.value = text;
	const input = activeElement as HTMLInputElement;
	const { selectionStart, selectionEnd } = input;
	source.select();
	await userEvent.copy();
	source.remove();
	input.focus();
	input.setSelectionRange(selectionStart, selectionEnd);
	await userEvent.paste();
}

describe('a paste', () => {
	it.each([
		['tel:+1 (202) 555-0143', '+1 202 555 0143', '+12025550143'],
		['0044 20 7946 0958', '+44 20 7946 0958', '+442079460958'],
		['९८७६५ ४३२१०', '98765 43210', '+919876543210'],
		['\u202A+91\u00A098765\u00A043210\u202C', '+91 98765 43210', '+919876543210'],
		['＋９１－９８７６５－４３２１０', '+91 98765 43210', '+919876543210'],
	])('of %s shows %s', async (text, formatted, stored) => {
		const { input, onChange } = mountPhone({ defaultCountry: 'IN' });
		await enter(input);
		await paste(text);
		expect(shown(input)).toBe(`${formatted}|`);
		expect(onChange).toHaveBeenLastCalledWith(stored);
	});

	it('into the middle leaves the caret after what was pasted', async () => {
		const { input } = mountPhone({ defaultCountry: 'IN' });
		await enter(input);
		await userEvent.keyboard('9810');
		input.setSelectionRange(2, 2);
		await paste('765432');
		expect(shown(input)).toBe('98765 432|10');
	});

	it('of prose stays as it is, and is no number', async () => {
		const { input, onChange } = mountPhone({ defaultCountry: 'IN' });
		await enter(input);
		await paste('call 98765 43210 after six');
		expect(input.value).toBe('call 98765 43210 after six');
		expect(onChange).toHaveBeenLastCalledWith('call 98765 43210 after six');
	});
});

describe('an input method', () => {
	it('is left alone while it composes, and read when it has finished', async () => {
		const { input, onChange } = mountPhone({ defaultCountry: 'IN' });
		await enter(input);
		await userEvent.keyboard('98765');
		const calls = onChange.mock.calls.length;
		for (const text of ['४', '४३', '४३२', '४३२१', '४३२१०']) {
			await cdp().send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
			expect(input.value).toBe(`98765${text}`);
		}
		expect(onChange).toHaveBeenCalledTimes(calls);
		await cdp().send('Input.insertText', { text: '४३२१०' });
		expect(shown(input)).toBe('98765 43210|');
		expect(onChange).toHaveBeenLastCalledWith('+919876543210');
	});

	it('that is given up leaves what was there', async () => {
		const { input } = mountPhone({ defaultCountry: 'IN' });
		await enter(input);
		await userEvent.keyboard('9876543210');
		input.setSelectionRange(3, 3);
		await cdp().send('Input.imeSetComposition', { text: '१', selectionStart: 1, selectionEnd: 1 });
		await cdp().send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
		expect(shown(input)).toBe('987|65 43210');
	});

	it('that commits a whole number at once, as phone keyboards suggest it, is read', async () => {
		const { input, onChange } = mountPhone({ defaultCountry: 'IN' });
		await enter(input);
		await cdp().send('Input.insertText', { text: '+44 20 7946 0958' });
		await expect.poll(() => onChange.mock.lastCall).toEqual(['+442079460958']);
		expect(input.value).toBe('+44 20 7946 0958');
	});
});

describe('autofill', () => {
	it('sets a value without keys or focus, and the focus stays elsewhere', async () => {
		const { input, onChange } = mountPhone({ defaultCountry: 'GB' });
		Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, '02079460958');
		input.dispatchEvent(new Event('input', { bubbles: true }));
		input.dispatchEvent(new Event('change', { bubbles: true }));
		await expect.poll(() => input.value).toBe('020 7946 0958');
		expect(onChange).toHaveBeenLastCalledWith('+442079460958');
		expect(document.activeElement).not.toBe(input);
	});
});
