import { type Ask, base } from '../request';
import type { HostileRequest } from './hostileRequests';

const json = { 'Content-Type': 'application/json' };
const body = (path: string, text: BodyInit, headers: Record<string, string> = {}): [string, Ask] => [
	path,
	{ method: 'POST', body: text, headers: { ...json, ...headers } },
];
const search = (value: unknown): [string, Ask] => ['/search', { json: value }];
const typed = (type: string): [string, Ask] => body('/search', '{}', { 'Content-Type': type });
const since = (gte: string): [string, Ask] => search({ created: { gte } });
const head = (path: string, headers: Record<string, string> = {}): [string, Ask] => [path, { method: 'HEAD', headers }];
const from = (headers: Record<string, string>): [string, Ask] => ['/', { headers }];
const patch = (value: unknown, headers: Record<string, string> = { 'If-Match': '*' }): [string, Ask] => [
	'/cus_1',
	{ method: 'PATCH', json: value, headers },
];
const matching = (tags: string, key?: string): [string, Ask] =>
	patch({ name: 'X' }, { 'If-Match': tags, ...(key !== undefined && { 'Idempotency-Key': key }) });
const create = (value: unknown, headers: Record<string, string> = {}): [string, Ask] => ['/', { json: value, headers }];
const named = (more: object) => create({ email: 'n@example.com', ...more });
const features = (feature_ids: unknown): [string, Ask] => ['/cus_1/entitlements', { json: { feature_ids } }];
const buying = (line_items: unknown): [string, Ask] => ['/cus_1/checkout', { json: { line_items, success_url: '/y', cancel_url: '/n' } }];
const returning = (return_url: string): [string, Ask] => ['/cus_1/billing-portal', { json: { return_url } }];
const cancelling = (value: unknown): [string, Ask] => ['/cus_1/subscriptions/sub_1/cancel', { json: value }];
const exporting = (value: object): [string, Ask] => ['/export', { json: { request: {}, format: 'csv', mode: 'data', ...value } }];

const nowhere = '404 not_found';
const noMethod = '405 method_not_allowed';
const malformed = '400 malformed_request';
const foreign = '403 cross_origin';
const notJson = '415 unsupported_media_type';
const stale = '412 version_conflict';
const invalid = (...errors: string[]) => ['422 validation_failed', ...errors].join(' ');
const noLimit = `${malformed} /limit=invalid_type`;
const noInstant = invalid('/created/gte=invalid_instant');
const noUrl = invalid('/return_url=invalid_url');

const methods: HostileRequest[] = [
	['HEAD where there is no GET', ...head('/search'), '405'],
	['HEAD of an export', ...head('/export'), '405'],
	['HEAD of nobody', ...head('/cus_none'), '404'],
	['HEAD of a page of none', ...head('/?limit=0'), '400'],
	['HEAD from elsewhere', ...head('/', { Origin: 'https://evil.test' }), '403'],
	['HEAD of what one has', ...head('/cus_1', { 'If-None-Match': '*' }), '304'],
	['HEAD of changes, which waits for none', ...head('/changes'), '200'],
	['a method with a capital', '/cus_1', { method: 'Patch', json: { name: 'X' }, headers: { 'If-Match': '*' } }, noMethod],
	['a method of 2,000 letters', '/', { method: 'A'.repeat(2000) }, noMethod],
	['a method with a body and no meaning', '/', { method: 'QUERY', json: {} }, noMethod],
	[
		'a preflight of our own for a header of its own',
		'/',
		{ method: 'OPTIONS', headers: { 'Access-Control-Request-Headers': 'x' } },
		noMethod,
	],
	['a search by GET', '/search', {}, noMethod],
	['a change of all', '/', { method: 'PATCH', json: { name: 'X' }, headers: { 'If-Match': '*' } }, noMethod],
	['a cancellation by DELETE', '/cus_1/subscriptions/sub_1/cancel', { method: 'DELETE' }, noMethod],
];

const paths: HostileRequest[] = [
	['oneself, encoded', '/%6de', {}, nowhere],
	['a search, encoded', ...body('/%73earch', '{}'), noMethod],
	['a search with a path parameter', ...body('/search;a=b', '{}'), noMethod],
	['an id with a path parameter', '/cus_1;v=2', {}, nowhere],
	['an id with an ending', '/cus_1.json', {}, nowhere],
	['an id with a space behind it', '/cus_1%20', {}, nowhere],
	['an id with a line break behind it', '/cus_1%0a', {}, nowhere],
	['an id with something invisible', `/${encodeURIComponent('cus_1\u200b')}`, {}, nowhere],
	['an id that begins in Cyrillic', `/${encodeURIComponent('\u0441us_1')}`, {}, nowhere],
	['an id with what folds to a letter', `/${encodeURIComponent('cus_\u212a')}`, {}, nowhere],
	['an id with half a pair in bytes', '/cus_%ed%a0%80', {}, nowhere],
	['an id in an overlong encoding', '/cus_%c1%b1', {}, nowhere],
	['the base with an encoded slash', 'https://shop.test/api%2Fcustomers/cus_1', {}, nowhere],
	['the base with an encoded letter', 'https://shop.test/%61pi/customers/cus_1', {}, nowhere],
	['the base in capitals', 'https://shop.test/API/customers/cus_1', {}, nowhere],
	['10,000 segments', `${base}${'/a'.repeat(10_000)}`, {}, nowhere],
	['a subscription that is a property', '/cus_1/subscriptions/__proto__/resume', { method: 'POST' }, nowhere],
	['a subscription of dots', '/cus_1/subscriptions/.../resume', { method: 'POST' }, nowhere],
	['a subscription with a line break', '/cus_1/subscriptions/sub_1%0a/resume', { method: 'POST' }, nowhere],
];

const queries: HostileRequest[] = [
	['a parameter twice, once encoded', '/?limit=1&%6cimit=1', {}, malformed],
	['a second question mark', '/??limit=1', {}, malformed],
	['a parameter in capitals', '/?Limit=1', {}, malformed],
	['a property of a parameter', '/?__proto__[limit]=1', {}, malformed],
	['10,000 parameters', `/?${Array.from({ length: 10_000 }, (_, at) => `a${at}`).join('&')}`, {}, malformed],
	['parameters parted by semicolons', '/?limit=1;sort=name', {}, noLimit],
	['a limit without a value', '/?limit', {}, noLimit],
	['a limit with a space', '/?limit=%201', {}, noLimit],
	['a limit with a plus', '/?limit=+1', {}, noLimit],
	['a limit with a line break', '/?limit=1%0a', {}, noLimit],
	['a limit with decimals', '/?limit=1.0', {}, noLimit],
	['a cursor that is NUL', '/?after=%00', {}, '400 invalid_cursor'],
	['a cursor that is no UTF-8', '/?after=%ff', {}, '400 invalid_cursor'],
	['a cursor that is half a pair', ...search({ after: '\ud800' }), '400 invalid_cursor'],
	['a cursor in the clear', ...search({ after: '{"id":"cus_1"}' }), '400 invalid_cursor'],
	['a cursor shorter than its seal', '/?after=AAAA', {}, '400 invalid_cursor'],
	['parameters of a search', ...body('/search?limit=1', '{}'), malformed],
	['the last event as a parameter', '/changes?lastEventId=7', {}, malformed],
	['a parameter against caches', '/capabilities?_=1', {}, malformed],
];

const origins: HostileRequest[] = [
	['the browser’s word in capitals', ...from({ 'Sec-Fetch-Site': 'SAME-ORIGIN' }), foreign],
	['the browser’s word, empty', ...from({ 'Sec-Fetch-Site': '' }), foreign],
	['the browser’s word twice', ...from({ 'Sec-Fetch-Site': 'same-origin, same-origin' }), foreign],
	['the browser’s word in quotes', ...from({ 'Sec-Fetch-Site': '"same-origin"' }), foreign],
	['our origin, where the browser says another', ...from({ 'Sec-Fetch-Site': 'cross-site', Origin: 'https://shop.test' }), foreign],
	['another site’s link', ...from({ 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate' }), foreign],
	['our origin with its port', ...from({ Origin: 'https://shop.test:443' }), foreign],
	['our origin with a dot', ...from({ Origin: 'https://shop.test.' }), foreign],
	['two origins', ...from({ Origin: 'https://shop.test, https://evil.test' }), foreign],
	['an empty origin', ...from({ Origin: '' }), foreign],
	['an origin without its scheme', ...from({ Origin: '//shop.test' }), foreign],
	['an origin of another protocol', ...from({ Origin: 'wss://shop.test' }), foreign],
	['the origin of a file', ...from({ Origin: 'file://' }), foreign],
	['a host with a user', ...from({ Origin: 'https://evil.test', Host: 'shop.test@evil.test' }), foreign],
	['a forwarded host by the standard', ...from({ Origin: 'https://evil.test', Forwarded: 'host=evil.test;proto=https' }), foreign],
	['an empty cookie', ...from({ Cookie: '' }), foreign],
	['a cookie with our own referer', ...from({ Cookie: 's=1', Referer: 'https://shop.test/' }), foreign],
	['the kit’s header twice', ...from({ Cookie: 's=1', 'X-Proyecta-Customers': '1, 1' }), foreign],
	['changes for another site', '/changes', { headers: { 'Sec-Fetch-Site': 'cross-site', 'Last-Event-ID': '1' } }, foreign],
];

const bodies: HostileRequest[] = [
	['our type twice', ...typed('application/json, application/json'), notJson],
	['two charsets', ...typed('application/json; charset=utf-8; charset=utf-16'), notJson],
	['another charset after a space', ...typed('application/json; charset =utf-7'), notJson],
	['another charset, extended', ...typed('application/json; charset*=utf-7'), notJson],
	['another charset that ends as ours', ...typed('application/json; charset="utf-7;charset=utf-8"'), notJson],
	['a charset of nothing', ...typed('application/json; charset=""'), notJson],
	['any type', ...typed('*/*'), notJson],
	['a type of the family', ...typed('application/problem+json'), notJson],
	['a form parted by our type', ...typed('multipart/form-data; boundary="application/json"'), notJson],
	['a patch of another kind', ...patch([], { 'If-Match': '*', 'Content-Type': 'application/json-patch+json' }), notJson],
	['compressed once more', ...body('/search', '{}', { 'Content-Encoding': 'identity, gzip' }), notJson],
	['compressed by nothing', ...body('/search', '{}', { 'Content-Encoding': '' }), notJson],
	['a length with an exponent', ...body('/search', '{}', { 'Content-Length': '1e9' }), '413 payload_too_large'],
	['a length of 400 digits', ...body('/search', '{}', { 'Content-Length': '9'.repeat(400) }), '413 payload_too_large'],
	['two marks of the byte order', ...body('/search', '\ufeff\ufeff{}'), malformed],
	['a mark of the byte order alone', ...body('/search', '\ufeff'), malformed],
	['a space that is none of JSON’s', ...body('/search', '\u00a0{}'), malformed],
	['a line break that is none of JSON’s', ...body('/search', '{}\u2028'), malformed],
	['a number of 60,000 digits', ...body('/search', `{"limit":${'9'.repeat(60_000)}}`), invalid('/limit=invalid_type')],
	['a number below the smallest', ...body('/search', '{"limit":-1e-400}'), invalid('/limit=out_of_range')],
	['a key that is half a pair', ...body('/search', '{"\\ud800":1}'), invalid('/\ud800=unknown_field')],
	['a key that JSON.stringify would call', ...search({ toJSON: 1 }), invalid('/toJSON=unknown_field')],
	['nothing to search for', ...search({ query: null }), invalid('/query=invalid_type')],
	['countries as an object', ...search({ country: { 0: 'IN', length: 1 } }), invalid('/country=invalid_type')],
	['a country with a letter that rises to I', ...search({ country: ['\u0131N'] }), invalid('/country/0=invalid_country')],
];

const dates: HostileRequest[] = [
	['29 February of a common year', ...since('2026-02-29'), noInstant],
	['31 April', ...since('2026-04-31T00:00Z'), noInstant],
	['the year 0', ...since('0000-01-01'), noInstant],
	['the year 0 in one form', ...since('0000-01-01T00:00:00.000000Z'), noInstant],
	['a year before the first by its zone', ...since('0001-01-01T00:00:00+23:59'), noInstant],
	['a year of five digits by its zone', ...since('9999-12-31T23:59:59-23:59'), noInstant],
	['a moment after midnight at 24', ...since('2026-01-01T24:00:01Z'), noInstant],
	['a second of 61', ...since('2026-06-30T23:59:60Z'), noInstant],
	['a zone of a day', ...since('2026-01-01T00:00:00+24:00'), noInstant],
	['a date in small letters', ...since('2026-01-01t00:00:00z'), noInstant],
	['a week', ...since('2026-W01-1'), noInstant],
	['a year with a sign', ...since('+002026-01-01'), noInstant],
	['ten decimals', ...since('2026-01-01T00:00:00.1234567891Z'), noInstant],
	['a date with a line break', ...since('2026-01-01\n'), noInstant],
	['a word that databases know', ...since('infinity'), noInstant],
	[
		'a range with a prototype',
		...body('/search', '{"created":{"__proto__":{"gte":"2020-01-01"}}}'),
		invalid('/created/__proto__=unknown_field'),
	],
];

const versions: HostileRequest[] = [
	['a weak version among others', ...matching('"zz", W/"1"'), stale],
	['empty places in the list of versions', ...matching(', "a",,"b"'), stale],
	['any version and one', ...matching('*, "a"'), malformed],
	['one version and any', ...matching('"a", *'), malformed],
	['any weak version', ...matching('W/*'), malformed],
	['a weak version in small letters', ...matching('w/"a"'), malformed],
	['versions that nothing parts', ...matching('"a" "b"'), malformed],
	['a version with a parameter', ...matching('"a";q=1'), malformed],
	['a version of no text', ...matching(''), malformed],
	['3,000 versions', ...matching(Array(3000).fill('"a"').join()), stale],
	['a version that is NUL, under a key', ...matching('"%00"', 'v1'), stale],
	['a version in no encoding, under a key', ...matching('"%ud800"', 'v2'), stale],
	['a version beyond all numbers, under a key', ...matching('"99999999999999999999999"', 'v3'), stale],
	['a change of nothing at another version', ...patch({}, { 'If-Match': '"zz"' }), stale],
	['a change that is a list', ...patch([]), invalid('=invalid_type')],
	[
		'a change by a prototype',
		'/cus_1',
		{ method: 'PATCH', body: '{"__proto__":{"name":"X"}}', headers: { ...json, 'If-Match': '*' } },
		invalid('/__proto__=unknown_field'),
	],
	['a change of nobody’s own', '/me', { method: 'PATCH', json: { name: 'X' }, headers: { 'If-Match': '*' } }, nowhere],
	['two idempotency keys', ...create({ email: 'n@example.com' }, { 'Idempotency-Key': 'k, k' }), malformed],
	['an idempotency key with an accent', ...create({ email: 'n@example.com' }, { 'Idempotency-Key': '\u00e9' }), malformed],
	['an idempotency key with a tab', ...create({ email: 'n@example.com' }, { 'Idempotency-Key': 'a\tb' }), malformed],
];

const customers: HostileRequest[] = [
	['an email at an address in hex', ...create({ email: 'a@0x7f.1' }), invalid('/email=invalid_email')],
	['an email at a number', ...create({ email: 'a@2130706433' }), invalid('/email=invalid_email')],
	['an email at a domain with its root', ...create({ email: 'a@example.com.' }), invalid('/email=invalid_email')],
	['an email at what no Punycode is', ...create({ email: 'a@xn--a.com' }), invalid('/email=invalid_email')],
	['a name with half a pair', ...named({ name: '\ud800' }), invalid('/name=invalid_characters')],
	['a name that turns the line', ...named({ name: '\u2066x\u2069' }), invalid('/name=invalid_characters')],
	['an id that is a route', ...named({ id: 'search' }), invalid('/id=invalid_id')],
	['an id with a line break', ...named({ id: 'cus_a\n' }), invalid('/id=invalid_id')],
	['an id that was given', ...named({ id: 'cus_1' }), invalid('/id=invalid_id')],
	['a country that is a property', ...named({ address: { country: 'constructor' } }), invalid('/address/country=invalid_country')],
	['customers in bulk', ...create({ customers: [{ email: 'n@example.com' }] }), invalid('/customers=unknown_field', '/email=required')],
	['a list of customers', ...create([{ email: 'n@example.com' }]), invalid('=invalid_type')],
	['a feature that is a list', ...features([['reports']]), invalid('/feature_ids/0=invalid_type')],
	['a feature with NUL', ...features(['a\0']), invalid('/feature_ids/0=invalid_id')],
	['a plan that is a property', ...buying([{ variant_id: '__proto__' }]), nowhere],
	['none of a plan', ...buying([{ variant_id: 'pro', quantity: 0 }]), invalid('/line_items/0/quantity=out_of_range')],
	['more of a plan than numbers have', ...buying([{ variant_id: 'pro', quantity: 1e308 }]), invalid('/line_items/0/quantity=out_of_range')],
	['so many of a plan in words', ...buying([{ variant_id: 'pro', quantity: '1' }]), invalid('/line_items/0/quantity=invalid_type')],
	['items that are no list', ...buying({ 0: { variant_id: 'pro' }, length: 1 }), invalid('/line_items=invalid_type')],
	['a portal that leads to three slashes', ...returning('///evil.test'), noUrl],
	['a portal that leads to our host with a dot', ...returning('https://shop.test./'), noUrl],
	['a portal that leads to our host up to NUL', ...returning('https://shop.test%00.evil.test'), noUrl],
	['a portal that leads to a host with a dot of Chinese', ...returning('https://shop.test\u3002evil.test'), noUrl],
	['a portal that leads to a scheme alone', ...returning('https:shop.test'), noUrl],
	['a portal that leads to a header', ...returning('/x\r\nLocation: https://evil.test'), noUrl],
	['a portal that leads further than addresses go', ...returning(`/${'a'.repeat(2048)}`), noUrl],
	['a cancellation with a refund', ...cancelling({ timing: 'immediate', refund: true }), invalid('/refund=unknown_field')],
	['a cancellation at two times', ...cancelling({ timing: ['immediate'] }), invalid('/timing=invalid_type')],
	['an export of a property', ...exporting({ columns: ['__proto__'] }), invalid('/columns/0=not_one_of')],
	['an export with a count', ...exporting({ request: { total: 'exact' } }), invalid('/request/total=not_supported')],
	['an export parted by line breaks', ...exporting({ delimiter: '\n' }), invalid('/delimiter=not_one_of')],
	['an export from a cursor of nothing', ...exporting({ request: { after: '' } }), invalid('/request/after=invalid_cursor')],
];

/** What those of a second round did, who had read what the first had tried. */
export const strangeRequests: readonly HostileRequest[] = [
	...methods,
	...paths,
	...queries,
	...origins,
	...bodies,
	...dates,
	...versions,
	...customers,
];
