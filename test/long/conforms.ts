import { type CustomerErrorCode, errorStatus } from '../../src/contract/errors';
import { csvColumns } from '../../src/domain/csv';
import { decodeEntitlements, decodeSubscription, decodeSubscriptions } from '../../src/http/protocol/decodeBilling';
import { decodeCapabilities } from '../../src/http/protocol/decodeCapabilities';
import { decodeCreateResult, decodeCustomer, decodePage } from '../../src/http/protocol/decodeCustomer';

function check(holds: unknown, what: string): void {
	if (!holds) throw new Error(what);
}

/** Nothing but these keys. */
function keysOf(value: unknown, keys: readonly string[], what: string): void {
	const extra = Object.keys(value as object).filter((key) => !keys.includes(key));
	check(extra.length === 0, `${what} has ${extra}.`);
}

const customerKeys = ['id', 'email', 'name', 'phone', 'address', 'created', 'version'];
const customer = (value: unknown) => {
	decodeCustomer(value);
	keysOf(value, customerKeys, 'A customer');
};

/** What each route answers when all is well: path below the base, then a check of the body. */
const bodies: readonly (readonly [route: RegExp, method: RegExp, check: (body: never) => void])[] = [
	[/^\/?$/, /GET|HEAD/, page],
	[/^\/search$/, /POST/, page],
	[
		/^\/?$/,
		/POST/,
		(body: { customer: unknown }) => {
			decodeCreateResult(body);
			customer(body.customer);
			keysOf(body, ['customer', 'outcome'], 'A creation');
		},
	],
	[/^\/capabilities$/, /GET|HEAD/, (body) => void decodeCapabilities(body)],
	[/^\/[^/]+$/, /GET|HEAD|PATCH/, customer],
	[/^\/[^/]+\/entitlements$/, /POST/, (body: { data: { feature_id: string }[] }) => entitlements(body)],
	[
		/^\/[^/]+\/(checkout|billing-portal)$/,
		/POST/,
		(body: { url: string | null }) => check(body.url === null || URL.canParse(body.url), 'No url.'),
	],
	[/^\/[^/]+\/subscriptions$/, /GET|HEAD/, (body: { data: unknown }) => void decodeSubscriptions(body.data)],
	[/^\/[^/]+\/subscriptions\/[^/]+\/(cancel|resume)$/, /POST/, (body: { id: string }) => void decodeSubscription(body, body.id)],
];

function page(body: { data: unknown[] }): void {
	decodePage(body);
	keysOf(body, ['data', 'next', 'previous', 'total', 'consistency'], 'A page');
	for (const row of body.data) customer(row);
}

function entitlements({ data }: { data: { feature_id: string }[] }): void {
	decodeEntitlements(
		data,
		data.map(({ feature_id }) => feature_id),
	);
}

const standard: Readonly<Record<string, RegExp>> = {
	'cache-control': /^no-store(, no-transform)?$/,
	'x-content-type-options': /^nosniff$/,
	vary: /^Origin, Sec-Fetch-Site, Cookie$/,
	'x-request-id': /^[0-9a-f]{32}$/,
};

/** Whether an answer is one that the protocol knows, of its route, down to its headers. @throws what is wrong with it */
export function conforms(method: string, path: string, { status, headers }: Response, text: string): void {
	for (const [name, wanted] of Object.entries(standard)) check(wanted.test(headers.get(name) ?? ''), `${name}: ${headers.get(name)}`);
	if (status >= 400) problem(method, status, headers, text);
	else success(method, path, status, headers, text);
}

function success(method: string, path: string, status: number, headers: Headers, text: string): void {
	const type = headers.get('content-type');
	check([200, 201, 204, 304].includes(status), `${status} is no status of a route.`);
	if (status === 204 || status === 304 || method === 'HEAD') check(text === '', `${status} of ${method} has a body.`);
	else if (path === '/changes') check(type?.startsWith('text/event-stream') && text.startsWith('retry: '), `${type} for changes.`);
	else if (path === '/export') {
		check(type?.startsWith('text/csv'), `${type} for an export.`);
		const [first = ''] = text.split('\r\n');
		const columns = first.replace('\ufeff', '').split(/[,;\t]/);
		check(text.endsWith('\r\n') && columns.every((column) => csvColumns.includes(column as never)), 'No whole export.');
	} else value(method, path, status, headers, text);
}

function value(method: string, path: string, status: number, headers: Headers, text: string): void {
	check(headers.get('content-type') === 'application/json', `${headers.get('content-type')} for ${status}.`);
	const [, , checkBody] = bodies.find(([route, methods]) => route.test(path) && methods.test(method)) ?? [];
	check(checkBody, `Nothing is known of ${status} for ${method} ${path}.`);
	checkBody!(JSON.parse(text) as never);
	if (status === 201) check(headers.has('location') && headers.has('etag'), 'A new customer without address or version.');
}

function problem(method: string, status: number, headers: Headers, text: string): void {
	check(headers.get('content-type') === 'application/problem+json', `${headers.get('content-type')} for ${status}.`);
	check(status !== 405 || headers.has('allow'), '405 without Allow.');
	check(method !== 'HEAD' || text === '', 'HEAD has a body.');
	if (method === 'HEAD') return;
	const { type, title, status: told, code, requestId, errors = [], ...rest } = JSON.parse(text);
	keysOf(rest, [], 'A problem');
	check(told === status && errorStatus[code as CustomerErrorCode] === status, `${code} with ${status}.`);
	check(type === `urn:proyecta-customers:${code}` && typeof title === 'string' && title.length < 80, `${type}: ${title}`);
	check(requestId === headers.get('x-request-id'), 'Another requestId.');
	check(errors.length <= 50, `${errors.length} errors.`);
	for (const { pointer, code: issue, params, ...more } of errors) {
		keysOf(more, [], 'An error');
		check(/^(\/[^/]*)*$/.test(pointer) && /^[a-z_]+$/.test(issue), `${issue} at ${pointer}`);
		check(params === undefined || Object.values(params).every((value) => String(value).length <= 40), 'Long params.');
	}
}
