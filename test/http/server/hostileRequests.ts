import { type Ask, base, origin } from '../request';
import { strangeRequests } from './strangeRequests';

/** A request that no page of the kit makes, and what it is answered: status, code, and what is wrong where; the status alone to `HEAD`. */
export type HostileRequest = readonly [what: string, path: string, ask: Ask, answer: string];

const json = { 'Content-Type': 'application/json' };
const search = (value: unknown): [string, Ask] => ['/search', { json: value }];
const raw = (body: BodyInit, headers: Record<string, string> = json): [string, Ask] => ['/search', { method: 'POST', body, headers }];
const create = (value: unknown, headers: Record<string, string> = {}): [string, Ask] => ['/', { json: value, headers }];
const patch = (value: unknown, headers: Record<string, string> = { 'If-Match': '*' }): [string, Ask] => [
	'/cus_1',
	{ method: 'PATCH', json: value, headers },
];
const exporting = (value: object): [string, Ask] => ['/export', { json: { request: {}, format: 'csv', mode: 'data', ...value } }];
const urls = { success_url: '/yes', cancel_url: '/no' };
const items = [{ variant_id: 'pro' }];
const checkout = (value: object): [string, Ask] => ['/cus_1/checkout', { json: { line_items: items, ...urls, ...value } }];
const returning = (success_url: unknown): [string, Ask] => checkout({ success_url });
const from = (headers: Record<string, string>): [string, Ask] => ['/', { headers }];

const nowhere = '404 not_found';
const malformed = '400 malformed_request';
const foreign = '403 cross_origin';
const notJson = '415 unsupported_media_type';
const invalid = (...errors: string[]) => ['422 validation_failed', ...errors].join(' ');

const nested = (depth: number, open: string, close: string) => open.repeat(depth) + close.repeat(depth);
const bytes = (...values: number[]) => new Uint8Array(values);

const paths: HostileRequest[] = [
	['a path beside the base', `${base}x`, {}, nowhere],
	['a path above the base', `${base}/../secrets`, {}, nowhere],
	['an encoded way up', '/%2e%2e/%2e%2e/etc/passwd', {}, nowhere],
	['an encoded slash in an id', '/cus_1%2fcheckout', {}, nowhere],
	['an encoded NUL in an id', '/cus_1%00', {}, nowhere],
	['an encoded line break in an id', '/cus_1%0d%0aSet-Cookie:%20a=b', {}, nowhere],
	['an id that is no UTF-8', '/%ff%fe', {}, nowhere],
	['an id that is cut off', '/cus_1%', {}, nowhere],
	['an id in capitals', '/CUS_1', {}, nowhere],
	['an id twice encoded', '/cus%255f1', {}, nowhere],
	['an id of full-width letters', `/${encodeURIComponent('ｃｕｓ_1')}`, {}, nowhere],
	['an id of 65 characters', `/cus_${'a'.repeat(65)}`, {}, nowhere],
	['an id of 64,000 characters', `/cus_${'a'.repeat(64_000)}`, {}, nowhere],
	['SQL in an id', `/${encodeURIComponent("cus_1' OR '1'='1")}`, {}, nowhere],
	['a property of all objects as id', '/__proto__', {}, nowhere],
	['the constructor as id', '/constructor', {}, nowhere],
	['a wildcard as id', '/*', {}, nowhere],
	['a trailing slash', '/cus_1/', {}, nowhere],
	['no id between slashes', '//checkout', { method: 'POST' }, nowhere],
	['a segment too many', '/cus_1/subscriptions/sub_1/cancel/now', { method: 'POST' }, nowhere],
	['a subscription id with a slash', '/cus_1/subscriptions/a%2fb/cancel', { json: { timing: 'immediate' } }, nowhere],
	['a subscription id of 256 characters', `/cus_1/subscriptions/${'s'.repeat(256)}/cancel`, { json: { timing: 'immediate' } }, nowhere],
	['another scope’s customer', '/cus_other', {}, nowhere],
	[
		'another scope’s customer, to be changed',
		'/cus_other',
		{ method: 'PATCH', json: { name: 'X' }, headers: { 'If-Match': '*' } },
		nowhere,
	],
	['nobody’s own customer', '/me', {}, nowhere],
	['a parameter where there is none', '/cus_1?fields=all', {}, malformed],
	['an empty parameter', '/cus_1?=', {}, malformed],
];

const methods: HostileRequest[] = [
	['DELETE of all', '/', { method: 'DELETE' }, '405 method_not_allowed'],
	['DELETE of one', '/cus_1', { method: 'DELETE' }, '405 method_not_allowed'],
	['PUT', '/cus_1', { method: 'PUT', json: { name: 'X' } }, '405 method_not_allowed'],
	['a method of another protocol', '/', { method: 'PROPFIND' }, '405 method_not_allowed'],
	['a method named as a property', '/', { method: 'constructor' }, '405 method_not_allowed'],
	['a method named as all objects’ parent', '/', { method: '__proto__' }, '405 method_not_allowed'],
	['a method to be overridden', '/', { method: 'GET', headers: { 'X-HTTP-Method-Override': 'DELETE' } }, '200'],
	['a preflight of nobody', '/', { method: 'OPTIONS' }, '405 method_not_allowed'],
	['a preflight of another origin', '/', { method: 'OPTIONS', headers: { Origin: 'https://evil.test' } }, foreign],
];

const origins: HostileRequest[] = [
	['another origin', ...from({ Origin: 'https://evil.test' }), foreign],
	['a sibling', ...from({ Origin: 'https://evil.shop.test', 'Sec-Fetch-Site': 'same-site' }), foreign],
	['an origin that begins like ours', ...from({ Origin: `${origin}.evil.test` }), foreign],
	['an origin with our name as user', ...from({ Origin: 'https://shop.test@evil.test' }), foreign],
	['our host over http', ...from({ Origin: 'http://shop.test' }), foreign],
	['our host at another port', ...from({ Origin: `${origin}:444` }), foreign],
	['the origin of a sandbox', ...from({ Origin: 'null' }), foreign],
	['an origin that is none', ...from({ Origin: 'shop.test' }), foreign],
	['our origin with a path', ...from({ Origin: `${origin}/` }), foreign],
	['a cookie that nobody vouches for', ...from({ Cookie: 's=1' }), foreign],
	['the kit’s header without its value', ...from({ Cookie: 's=1', 'X-Proyecta-Customers': '2' }), foreign],
	['the kit’s header of another site', ...from({ 'X-Proyecta-Customers': '1', 'Sec-Fetch-Site': 'cross-site' }), foreign],
	['a word for where it comes from that is none', ...from({ 'Sec-Fetch-Site': 'same-origin, cross-site' }), foreign],
	['a forwarded host that nobody trusts', ...from({ Origin: 'https://evil.test', 'X-Forwarded-Host': 'evil.test' }), foreign],
	['a navigation’s own words with another origin', ...from({ Origin: 'https://evil.test', 'Sec-Fetch-Mode': 'navigate' }), foreign],
];

const bodies: HostileRequest[] = [
	['no body', '/search', { method: 'POST', headers: json }, malformed],
	['an empty body', ...raw(''), malformed],
	['half a body', ...raw('{"query":"a'), malformed],
	['two bodies', ...raw('{}{}'), malformed],
	['JavaScript', ...raw('{query: 1}'), malformed],
	['a comma too many', ...raw('{"query":"a",}'), malformed],
	['a comment', ...raw('{}/**/'), malformed],
	['no number', ...raw('NaN'), malformed],
	['a NUL at the end', ...raw('{}\0'), malformed],
	['bytes that are no UTF-8', ...raw(bytes(0x22, 0xff, 0x22)), malformed],
	['an overlong encoding', ...raw(bytes(0x22, 0xc0, 0xaf, 0x22)), malformed],
	['half a surrogate pair in bytes', ...raw(bytes(0x22, 0xed, 0xa0, 0x80, 0x22)), malformed],
	['UTF-16', ...raw(bytes(0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00)), malformed],
	['arrays 10,000 deep', ...raw(nested(10_000, '[', ']')), malformed],
	['objects 5,000 deep', ...raw(`${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`), malformed],
	['nine levels', ...search({ country: [[[[[[[['IN']]]]]]]] }), malformed],
	['eight levels', ...search({ country: [[[[[[['IN']]]]]]] }), invalid('/country/0=invalid_country')],
	['more than 64 KB', ...search({ query: 'q'.repeat(70_000) }), '413 payload_too_large'],
	['a length that claims more', ...raw('{}', { ...json, 'Content-Length': '65537' }), '413 payload_too_large'],
	['a form', ...raw('query=a', { 'Content-Type': 'application/x-www-form-urlencoded' }), notJson],
	['a form that looks like JSON', ...raw('{"query":"a"}', { 'Content-Type': 'text/plain' }), notJson],
	['no type', ...raw(bytes(0x7b, 0x7d), {}), notJson],
	['a type that contains ours', ...raw('{}', { 'Content-Type': 'text/html; application/json' }), notJson],
	['another charset', ...raw('{}', { 'Content-Type': 'application/json; charset=utf-7' }), notJson],
	['compressed', ...raw('{}', { ...json, 'Content-Encoding': 'br' }), notJson],
	['null', ...raw('null'), invalid('=invalid_type')],
	['an array', ...raw('[]'), invalid('=invalid_type')],
	['text', ...raw('"query"'), invalid('=invalid_type')],
	['a number beyond all', ...raw('{"limit":1e999}'), invalid('/limit=invalid_type')],
	['an own prototype', ...raw('{"__proto__":{"limit":7}}'), invalid('/__proto__=unknown_field')],
	['an own constructor', ...search({ constructor: { prototype: {} } }), invalid('/constructor=unknown_field')],
	['a key with a slash', ...search({ 'a/b~c': 1 }), invalid('/a~1b~0c=unknown_field')],
	['an empty key', ...search({ '': 1 }), invalid('/=unknown_field')],
];

const lists: HostileRequest[] = [
	['a search in the URL', '/?query=asha', {}, malformed],
	['an email in the URL', '/?email=a%40example.com', {}, malformed],
	['a parameter twice', '/?limit=1&limit=2', {}, malformed],
	['an array as parameter', '/?limit[]=1', {}, malformed],
	['a limit of none', '/?limit=0', {}, `${malformed} /limit=out_of_range`],
	['a limit of all', '/?limit=101', {}, `${malformed} /limit=out_of_range`],
	['a limit beyond integers', '/?limit=99999999999999999999', {}, `${malformed} /limit=invalid_type`],
	['a limit below none', '/?limit=-1', {}, `${malformed} /limit=invalid_type`],
	['a limit with a zero before it', '/?limit=020', {}, `${malformed} /limit=invalid_type`],
	['a limit in hex', '/?limit=0x10', {}, `${malformed} /limit=invalid_type`],
	['a limit with an exponent', '/?limit=1e1', {}, `${malformed} /limit=invalid_type`],
	['a limit of Arabic digits', `/?limit=${encodeURIComponent('٢٠')}`, {}, `${malformed} /limit=invalid_type`],
	['an order that is none', '/?sort=id', {}, `${malformed} /sort=not_one_of`],
	['SQL as an order', `/?sort=${encodeURIComponent('name; DROP TABLE customers')}`, {}, `${malformed} /sort=not_one_of`],
	['an order named as a property', '/?sort=__proto__', {}, `${malformed} /sort=not_one_of`],
	['a total that is none', '/?total=all', {}, `${malformed} /total=not_one_of`],
	['two cursors', '/?after=a&before=b', {}, `${malformed} /before=with_after`],
	['an empty cursor', '/?after=', {}, `${malformed} /after=invalid_cursor`],
	['a cursor of 5,000 characters', `/?after=${'A'.repeat(5000)}`, {}, `${malformed} /after=invalid_cursor`],
	['a cursor of our own making', '/?after=bm90LWEtY3Vyc29y', {}, '400 invalid_cursor'],
	['a limit as text', ...search({ limit: '20' }), invalid('/limit=invalid_type')],
	['half a limit', ...search({ limit: 1.5 }), invalid('/limit=invalid_type')],
	['a limit of 101', ...search({ limit: 101 }), invalid('/limit=out_of_range')],
	['a search for an object', ...search({ query: { $ne: '' } }), invalid('/query=invalid_type')],
	['a search of 501 characters', ...search({ query: 'q'.repeat(501) }), invalid('/query=too_long')],
	['a search with a NUL', ...search({ query: 'a\0b' }), invalid('/query=invalid_characters')],
	['a search with half a pair', ...raw('{"query":"\\ud800"}'), invalid('/query=invalid_characters')],
	['an email that is an array', ...search({ email: ['a@example.com'] }), invalid('/email=invalid_type')],
	['an email of 255 characters', ...search({ email: 'e'.repeat(255) }), invalid('/email=too_long')],
	['a country that is text', ...search({ country: 'IN' }), invalid('/country=invalid_type')],
	['301 countries', ...search({ country: Array(301).fill('IN') }), invalid('/country=too_many')],
	['a country of three letters', ...search({ country: ['IND'] }), invalid('/country/0=invalid_country')],
	['a country that is a pattern', ...search({ country: ['%%'] }), invalid('/country/0=invalid_country')],
	['a date that is none', ...search({ created: { gte: '2026-13-45' } }), invalid('/created/gte=invalid_instant')],
	['a date as a number', ...search({ created: { lt: 0 } }), invalid('/created/lt=invalid_type')],
	['a date without a zone', ...search({ created: { gte: '2026-01-01T00:00' } }), invalid('/created/gte=invalid_instant')],
	['a range of unknown ends', ...search({ created: { $gt: '2026-01-01' } }), invalid('/created/$gt=unknown_field')],
	[
		'all of it wrong at once',
		...search({ limit: 0, sort: 'x', total: 1 }),
		invalid('/sort=not_one_of', '/limit=out_of_range', '/total=invalid_type'),
	],
];

const writes: HostileRequest[] = [
	['a customer without an email', ...create({ name: 'A' }), invalid('/email=required')],
	['a customer with nothing', ...create({}), invalid('/email=required')],
	['an email that is none', ...create({ email: 'asha' }), invalid('/email=invalid_email')],
	['an email with a header', ...create({ email: 'a@example.com\r\nBcc: b@example.com' }), invalid('/email=invalid_characters')],
	['two emails', ...create({ email: 'a@example.com,b@example.com' }), invalid('/email=invalid_email')],
	['an email with a name', ...create({ email: 'A <a@example.com>' }), invalid('/email=invalid_email')],
	['an email with a quoted part', ...create({ email: '"a b"@example.com' }), invalid('/email=invalid_email')],
	['an email whose first part is too long', ...create({ email: `${'a'.repeat(65)}@example.com` }), invalid('/email=invalid_email')],
	['an email that is a number', ...create({ email: 1 }), invalid('/email=invalid_type')],
	['a name of direction marks', ...create({ email: 'n@example.com', name: '\u202Egnp.exe' }), invalid('/name=invalid_characters')],
	['a name of nothing visible', ...create({ email: 'n@example.com', name: '\u200B\u200D' }), invalid('/name=not_visible')],
	['a name with a line break', ...create({ email: 'n@example.com', name: 'A\nB' }), invalid('/name=invalid_characters')],
	['a name of 201 characters', ...create({ email: 'n@example.com', name: 'n'.repeat(201) }), invalid('/name=too_long')],
	['a name that is an object', ...create({ email: 'n@example.com', name: { toString: 'A' } }), invalid('/name=invalid_type')],
	['a phone that is no number', ...create({ email: 'n@example.com', phone: '+1 555 CALL NOW' }), invalid('/phone=invalid_phone')],
	['a phone without its country', ...create({ email: 'n@example.com', phone: '98765 43210' }), invalid('/phone=phone_not_international')],
	['a phone that is a number', ...create({ email: 'n@example.com', phone: 919876543210 }), invalid('/phone=invalid_type')],
	['an address that is text', ...create({ email: 'n@example.com', address: '1 MG Road' }), invalid('/address=invalid_type')],
	[
		'an address in no country',
		...create({ email: 'n@example.com', address: { country: 'ZZ' } }),
		invalid('/address/country=invalid_country'),
	],
	[
		'an address with a field more',
		...create({ email: 'n@example.com', address: { country: 'IN', geo: 1 } }),
		invalid('/address/geo=unknown_field'),
	],
	['a field that is ours to fill', ...create({ email: 'n@example.com', created: '2020-01-01' }), invalid('/created=unknown_field')],
	['a scope to choose', ...create({ email: 'n@example.com', scope: 'b' }), invalid('/scope=unknown_field')],
	['an id that is none', ...create({ email: 'n@example.com', id: '../cus_1' }), invalid('/id=invalid_id')],
	['an idempotency key with a space', ...create({ email: 'n@example.com' }, { 'Idempotency-Key': 'a b' }), malformed],
	['an idempotency key of 256 characters', ...create({ email: 'n@example.com' }, { 'Idempotency-Key': 'k'.repeat(256) }), malformed],
	['an empty idempotency key', ...create({ email: 'n@example.com' }, { 'Idempotency-Key': '' }), malformed],
	['a change of nobody’s version', ...patch({ name: 'X' }, {}), '428 version_required'],
	['a change of another version', ...patch({ name: 'X' }, { 'If-Match': '"nope"' }), '412 version_conflict'],
	['a change of a weak version', ...patch({ name: 'X' }, { 'If-Match': 'W/"1"' }), '412 version_conflict'],
	['a version that is none', ...patch({ name: 'X' }, { 'If-Match': '1' }), malformed],
	['a version that is never closed', ...patch({ name: 'X' }, { 'If-Match': '"1' }), malformed],
	['a change of the id', ...patch({ id: 'cus_2' }), invalid('/id=unknown_field')],
	['a change of the version', ...patch({ version: '9' }), invalid('/version=unknown_field')],
	['an email taken away', ...patch({ email: null }), invalid('/email=required')],
	['a name left empty', ...patch({ name: '' }), invalid('/name=empty')],
];

const others: HostileRequest[] = [
	['an export without a request', '/export', { json: { format: 'csv', mode: 'data' } }, invalid('/request=invalid_type')],
	['an export as a program', ...exporting({ format: 'exe' }), invalid('/format=not_one_of')],
	['an export of 51 columns', ...exporting({ columns: Array(51).fill('id') }), invalid('/columns=too_many')],
	['an export of no columns', ...exporting({ columns: [] }), invalid('/columns=too_few')],
	['an export of a column twice', ...exporting({ columns: ['id', 'id'] }), invalid('/columns/1=duplicate')],
	['an export of a secret column', ...exporting({ columns: ['password'] }), invalid('/columns/0=not_one_of')],
	['an export parted by a formula', ...exporting({ delimiter: '=' }), invalid('/delimiter=not_one_of')],
	['an export backwards', ...exporting({ request: { before: 'b' } }), invalid('/request/before=not_supported')],
	['a checkout of nothing', ...checkout({ line_items: [] }), invalid('/line_items=too_few')],
	['a checkout of 21 things', ...checkout({ line_items: Array(21).fill(items[0]) }), invalid('/line_items=too_many')],
	[
		'a checkout of less than nothing',
		...checkout({ line_items: [{ variant_id: 'pro', quantity: -1 }] }),
		invalid('/line_items/0/quantity=out_of_range'),
	],
	['a checkout at a price', ...checkout({ line_items: [{ variant_id: 'pro', price: 1 }] }), invalid('/line_items/0/price=unknown_field')],
	['a checkout for another', ...checkout({ customer_id: 'cus_other' }), invalid('/customer_id=unknown_field')],
	['a checkout that leads elsewhere', ...returning('https://evil.test/'), invalid('/success_url=invalid_url')],
	['a checkout that leads elsewhere by two slashes', ...returning('//evil.test'), invalid('/success_url=invalid_url')],
	['a checkout that leads elsewhere by a backslash', ...returning('/\\evil.test'), invalid('/success_url=invalid_url')],
	['a checkout that leads elsewhere by a tab', ...returning('/\t/evil.test'), invalid('/success_url=invalid_url')],
	['a checkout that leads to a script', ...returning('javascript:alert(1)'), invalid('/success_url=invalid_url')],
	['a checkout that leads to a user of ours', ...returning('https://shop.test@evil.test/'), invalid('/success_url=invalid_url')],
	['a checkout that leads to a name like ours', ...returning('https://shop.test.evil.test/'), invalid('/success_url=invalid_url')],
	['a checkout that leads nowhere', ...returning(7), invalid('/success_url=invalid_type')],
	[
		'a portal that leads elsewhere',
		'/cus_1/billing-portal',
		{ json: { return_url: 'data:text/html,x' } },
		invalid('/return_url=invalid_url'),
	],
	['no features', '/cus_1/entitlements', { json: { feature_ids: [] } }, invalid('/feature_ids=too_few')],
	[
		'51 features',
		'/cus_1/entitlements',
		{ json: { feature_ids: Array.from({ length: 51 }, (_, at) => `f${at}`) } },
		invalid('/feature_ids=too_many'),
	],
	['a feature with a space', '/cus_1/entitlements', { json: { feature_ids: ['a b'] } }, invalid('/feature_ids/0=invalid_id')],
	['a cancellation in the past', '/cus_1/subscriptions/sub_1/cancel', { json: { timing: 'yesterday' } }, invalid('/timing=not_one_of')],
	['a customer for nobody in particular', '/me', { method: 'POST' }, '501 not_supported =not_supported'],
];

/** None of them is right, all are answered, and nothing comes of any. */
export const hostileRequests: readonly HostileRequest[] = [
	...paths,
	...methods,
	...origins,
	...bodies,
	...lists,
	...writes,
	...others,
	...strangeRequests,
];
