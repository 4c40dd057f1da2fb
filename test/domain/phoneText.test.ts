import { describe, expect, it } from 'vitest';
import { beforeExtension } from '../../src/domain/phoneExtension';
import { isInternational, normalizePhoneText } from '../../src/domain/phoneText';

describe('what people paste as a phone is read without what they paste along', () => {
	it.each([
		['', ''],
		['98765 43210', '98765 43210'],
		['tel:＋91–98765', '+91-98765'],
		['TEL:+91 98765', '+91 98765'],
		['tel: +91 98765', '+91 98765'],
		['tel://+91 98765', '+91 98765'],
		['callto:98765', '98765'],
		['sms:98765', '98765'],
		['sms:tel:98765', '98765'],
		['<tel:98765>', '98765'],
		['"98765"', '98765'],
		["'98765'", '98765'],
		['“98765”', '98765'],
		['‘98765’', '98765'],
		['’98765‘', '98765'],
		['98765.', '98765'],
		['98765,', '98765'],
		['98765; ', '98765'],
		['  98765 \t', '98765'],
		['98765\t\r\n 43210', '98765 43210'],
		['(+91) 98765', '+91) 98765'],
		['[ +91] 98765', '+91] 98765'],
		['+ 91 98765', '+91 98765'],
		['+ (91) 98765', '+91) 98765'],
		['++91 98765', '+91 98765'],
		['+[91', '+91'],
		['98765\u221243210', '98765-43210'],
		['98765ー43210', '98765-43210'],
		['98765·43210', '98765-43210'],
		['98765•43210', '98765-43210'],
		['98765_43210', '98765-43210'],
		['\u202a98765\u202c\u00ad4', '987654'],
		['९८७६५', '98765'],
		['٩٨٧٦٥', '98765'],
		['call tel:98765', 'call tel:98765'],
		['98765 <43210', '98765 <43210'],
		['98765 "office" 43210', '98765 "office" 43210'],
		['98765+43210', '98765+43210'],
	])('%j as %j', (pasted, text) => expect(normalizePhoneText(pasted)).toBe(text));

	it.each(['+', '+91', ' \t+91', '＋91'])('%j begins with a country code', (text) => expect(isInternational(text)).toBe(true));
	it.each(['', '0091', '91', '(+91)', '91+'])('%j does not', (text) => expect(isInternational(text)).toBe(false));
});

describe('an extension', () => {
	it.each([
		';ext=5',
		' ext 5',
		' ext. 5',
		' EXT: 5',
		' xt 5',
		' extn 5',
		' extension 5',
		'x5',
		'.x5',
		'-x5',
		'#5',
		',5',
		',,5',
		';5',
		'~5',
		' x 12345678901',
		' доб. 5',
		' добавочный 5',
		' int 5',
		' anexo 5',
		' ramal 5',
		' poste 5',
		' Durchwahl 5',
		' DW 5',
		'内線5',
		'分机5',
		'分機5',
		'转5',
		'轉5',
		' (ext. 5)',
		' [x5]',
		' x5#',
	])('%j is told from the number before it', (extension) => expect(beforeExtension(`+1 202 555 0143${extension}`)).toBe('+1 202 555 0143'));

	it('may follow a bracket', () => expect(beforeExtension('(202) 555 (0143) x5')).toBe('(202) 555 (0143'));

	it.each([
		'',
		'+1 202 555 0143',
		'ext. 5',
		' x5',
		'+1 202 555 0143 x',
		'+1 202 555 0143 x 123456789012',
		'+1 202 x5 y',
		'+1 202 axt 5',
		'home\n+1 202 555 0143 x5',
	])('is not found in %j', (text) => expect(beforeExtension(text)).toBeNull());
});
