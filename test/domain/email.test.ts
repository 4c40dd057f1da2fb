import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emailKey } from '../../src/domain/email';
import { isEmail } from '../../src/domain/isEmail';

describe('emailKey', () => {
	it.each([
		['Asha.Rao@Example.COM', 'asha.rao@example.com'],
		['  a@example.com\n', 'a@example.com'],
		['a@MÜNCHEN.de', 'a@xn--mnchen-3ya.de'],
		['a@xn--mnchen-3ya.de', 'a@xn--mnchen-3ya.de'],
		['a@मेल.भारत', 'a@xn--r2bi6d.xn--h2brj9c'],
		['Ju\u0308rgen@example.com', 'jürgen@example.com'],
		['a@example。com', 'a@example.com'],
		// What is no email is compared as it is written.
		['Asha@Localhost', 'asha@localhost'],
		['example.com', 'example.com'],
	])('of %j is %j', (email, key) => {
		expect(emailKey(email)).toBe(key);
	});

	it('tells apart what may be two people', () => {
		expect(emailKey('a.b@gmail.com')).not.toBe(emailKey('ab@gmail.com'));
		expect(emailKey('a+shop@gmail.com')).not.toBe(emailKey('a@gmail.com'));
	});

	it('is a key of itself, for any text', () => {
		fc.assert(
			fc.property(fc.oneof(fc.emailAddress(), fc.string({ unit: 'binary' })), (text) => emailKey(emailKey(text)) === emailKey(text)),
		);
	});
});

describe('isEmail', () => {
	it.each([
		'a@b.co',
		'asha.rao+shop@mail.example.co.in',
		"o'brien!#$%&*/=?^_`{|}~-@example.com",
		'उदाहरण@मेल.भारत',
		'क्‍ष@example.com',
		'jürgen@münchen.de',
		`${'a'.repeat(64)}@example.com`,
		'a@1.example.com',
		'a@xn--r2bi6d.xn--h2brj9c',
		'a@example.4you',
		'a@example.site2',
		`a@${'b.'.repeat(125)}com`,
	])('accepts %s', (email) => {
		expect(isEmail(email)).toBe(true);
	});

	it.each([
		'',
		'@',
		'a',
		'a@',
		'@example.com',
		'a@localhost',
		'a@@example.com',
		'a@b@example.com',
		'a b@example.com',
		'"a b"@example.com',
		'"a"@example.com',
		'.a@example.com',
		'a.@example.com',
		'a..b@example.com',
		'a@example',
		'a@.example.com',
		'a@example..com',
		'a@example.com.',
		'a@-example.com',
		'a@example-.com',
		'a@exa_mple.com',
		'a@127.0.0.1',
		'a@192.168.0.12',
		'a@[127.0.0.1]',
		'a@0x7f.1',
		'a@example.com:80',
		'a@example.com/x',
		'a@example.com?x',
		'a@example.com#x',
		'a@exam%70le.com',
		'a@user:pass@example.com',
		'Asha <a@example.com>',
		'<a@example.com>',
		'mailto:a@example.com',
		'a@example.com, b@example.com',
		'a;b@example.com',
		'a\u200Bb@example.com',
		'a\u00A0b@example.com',
		`${'a'.repeat(65)}@example.com`,
		`a@${'b'.repeat(64)}.com`,
		`a@${'b.'.repeat(125)}info`,
	])('refuses %s', (email) => {
		expect(isEmail(email)).toBe(false);
	});

	it('never throws', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => typeof isEmail(`${a}@${b}`) === 'boolean'),
		);
	});

	it('accepts what its key is made of: a valid email has a valid key', () => {
		fc.assert(fc.property(fc.emailAddress(), (email) => !isEmail(email) || isEmail(emailKey(email))));
	});
});
