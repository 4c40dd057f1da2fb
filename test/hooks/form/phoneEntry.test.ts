import { beforeAll, describe, expect, it } from 'vitest';
import { loadPhones } from '../../../src/domain/phone';
import { countryOf, editOf, meaningOf, type PhoneReader, readEntry, startEntry, takeValue } from '../../../src/hooks/form/phoneEntry';
import { createPlanReader } from '../../../src/hooks/form/planReader';

let plans: PhoneReader;
beforeAll(async () => {
	plans = createPlanReader(await loadPhones());
});

const typed = (text: string) => ({ ...startEntry(''), text });
const unread = { plans: null, validation: undefined };
const read = () => ({ plans, validation: undefined });

describe('the country of a phone input', () => {
	it('is that of its text, else the chosen one, else the default', () => {
		expect(countryOf({ pinned: 'US', choice: 'DE' }, 'IN')).toBe('US');
		expect(countryOf({ pinned: null, choice: 'DE' }, 'IN')).toBe('DE');
		expect(countryOf({ pinned: null, choice: null }, 'IN')).toBe('IN');
		expect(countryOf({ pinned: null, choice: null }, undefined)).toBeNull();
	});
});

describe('before the numbering plans are loaded', () => {
	it('a text is passed on as typed, and belongs to the country that was meant', () => {
		expect(readEntry(typed('98765 43210'), 'IN', true, unread)).toEqual({ pinned: 'IN', typed: true, value: '98765 43210' });
		expect(meaningOf('98765 43210', 'IN', unread)).toEqual({ country: 'IN', e164: null, issue: null, suggestion: null });
	});

	it('an international number has no country yet', () => {
		expect(meaningOf('+1 202', 'IN', unread).country).toBeNull();
	});
});

describe('with the numbering plans', () => {
	it('a number is passed on as E.164, and is of its own country', () => {
		expect(readEntry(typed('98765 43210'), 'IN', true, read())).toEqual({ pinned: 'IN', typed: true, value: '+919876543210' });
		expect(readEntry(typed('+1 202 555 0123'), 'IN', true, read())).toMatchObject({ pinned: 'US', value: '+12025550123' });
		expect(meaningOf('+1 202 555 0123', 'IN', read())).toMatchObject({ country: 'US', e164: '+12025550123' });
	});

	it('what is no number is passed on as typed, and says why', () => {
		expect(readEntry(typed('98765'), 'IN', true, read()).value).toBe('98765');
		expect(meaningOf('98765', 'IN', read()).issue).toBe('phone_too_short');
	});

	it('nothing is wrong with an empty input, which belongs to no country of its own', () => {
		expect(readEntry(typed(''), 'IN', true, read())).toEqual({ pinned: null, typed: true, value: '' });
		expect(meaningOf(' ', 'IN', read())).toEqual({ country: 'IN', e164: null, issue: null, suggestion: null });
	});

	it('what came from outside keeps its value, and its country where it says none', () => {
		expect(readEntry(typed('98 76 54'), 'IN', false, read())).toEqual({ pinned: null });
		expect(readEntry(typed('+1 202 555 0123'), 'IN', false, read())).toEqual({ pinned: 'US' });
	});

	it('a chosen country takes over an international number, and leaves a national one as it is', () => {
		expect(plans.inCountry('+1 202 555 0123', 'IN')).toBe('+91 202 555 0123');
		expect(plans.inCountry('202 555 0123', 'IN')).toBe('202 555 0123');
	});
});

it('shows a value from outside as people write it, once it can', () => {
	expect(takeValue('+919876543210', plans)).toEqual({ value: '+919876543210', typed: false, pinned: null, text: '+91 98765 43210' });
	expect(takeValue('+919876543210', null).text).toBe('+919876543210');
});

it.each([
	['insertText', '9', 'insert'],
	['insertCompositionText', '9', 'insert'],
	['insertText', '9876543210', 'replace'],
	['insertFromPaste', null, 'replace'],
	['insertReplacementText', null, 'replace'],
	[undefined, undefined, 'replace'],
	['deleteContentBackward', null, 'backspace'],
	['deleteByCut', null, 'backspace'],
	['deleteContentForward', null, 'delete'],
	['historyUndo', null, 'history'],
	['historyRedo', null, 'history'],
])('takes %s of %s for %s', (inputType, data, edit) => {
	expect(editOf({ inputType, data } as InputEvent)).toBe(edit);
});
