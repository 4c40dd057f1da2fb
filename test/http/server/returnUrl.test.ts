import { expect, it } from 'vitest';
import { returnUrl } from '../../../src/http/server/returnUrl';

const own = 'https://shop.example';
const listed = ['https://app.example', 'http://localhost:5173'];

it.each([
	['/done?session=1#end', 'https://shop.example/done?session=1#end'],
	['https://shop.example/done', 'https://shop.example/done'],
	['HTTPS://SHOP.example/done', 'https://shop.example/done'],
	['https://app.example/done', 'https://app.example/done'],
	['/done//', 'https://shop.example/done//'],
	['http://localhost:5173/', 'http://localhost:5173/'],
	[`/${'x'.repeat(2047)}`, `https://shop.example/${'x'.repeat(2047)}`],
])('people may be sent back to %s', (value, url) => expect(returnUrl(value, own, listed)).toBe(url));

it.each([
	undefined,
	null,
	7,
	['/done'],
	{ length: 1 },
	'',
	'done',
	'//evil.example/done',
	'/\\evil.example',
	'/\t/evil.example',
	'/done\u0000',
	'/done ',
	'/done\u0080',
	`/${'x'.repeat(2048)}`,
	'https://evil.example/done',
	'https://shop.example.evil.example/done',
	'https://shop.example:8443/done',
	'http://shop.example/done',
	'https://asha@shop.example/done',
	'https://:secret@shop.example/done',
	'javascript:alert(1)//https://shop.example',
	'data:text/html,https://shop.example',
	'shop:https://shop.example/',
	'blob:https://shop.example/done',
	'https://',
	'https://[shop.example/',
	'//https://shop.example',
])('and never to %j', (value) => expect(returnUrl(value, own, listed)).toBeNull());

it('a path is nowhere where the own origin is not known, a listed origin is somewhere still', () => {
	expect(returnUrl('/done', null, listed)).toBeNull();
	expect(returnUrl('https://shop.example/done', null, listed)).toBeNull();
	expect(returnUrl('https://app.example/done', null, listed)).toBe('https://app.example/done');
});
