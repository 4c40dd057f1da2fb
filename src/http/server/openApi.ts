import { type CustomerErrorCode, errorStatus } from '../../contract/errors';
import { idempotencyKeyPattern } from '../../contract/idempotencyKey';
import { decodeChange } from '../protocol/decodeChange';
import { kitHeader } from '../protocol/kitHeader';
import { issueCodes } from '../protocol/knownIssues';
import { paths as issuePaths } from '../protocol/pointer';
import { listRequestOfUrl } from './listRequest';
import { answerSchema } from './openApiAnswers';
import { listSchema, type Operation, operations, refusals } from './openApiOperations';
import type { Schema } from './openApiSchema';
import { maxErrors, titles } from './problemError';
import { type Action, patterns, subscriptionIdPattern } from './route';

interface Parameter {
	name: string;
	in: 'path' | 'query' | 'header';
	required?: boolean;
	description: string;
	schema: Schema;
}

interface Response {
	description: string;
	headers?: Record<string, { $ref: string }>;
	content?: Record<string, { schema: Schema }>;
}

interface Described {
	operationId: string;
	summary: string;
	parameters: Parameter[];
	requestBody?: { required: true; content: Record<string, { schema: Schema }> };
	responses: Record<string, Response | { $ref: string }>;
}

/** OpenAPI 3.1, as far as the protocol needs it. */
export interface OpenApi {
	openapi: string;
	info: { title: string; version: string; description: string; license: { name: string; identifier: string } };
	servers: { url: string; description: string }[];
	security: [];
	paths: Record<string, Record<string, Described>>;
	components: {
		schemas: Record<string, Schema>;
		responses: Record<string, Response>;
		headers: Record<string, { description: string; schema: Schema; required?: boolean }>;
	};
}

const header = (name: string) => ({ $ref: `#/components/headers/${name}` });

const codesOf = (status: number) => (Object.keys(errorStatus) as CustomerErrorCode[]).filter((code) => errorStatus[code] === status);

const problem = (codes: readonly string[], status?: number): Schema => ({
	type: 'object',
	additionalProperties: false,
	required: ['type', 'title', 'status', 'code', 'requestId'],
	properties: {
		type: { enum: codes.map((code) => `urn:proyecta-customers:${code}`) },
		title: { enum: codes.map((code) => titles[code as CustomerErrorCode]) },
		status: status === undefined ? { type: 'integer', minimum: 400, maximum: 599 } : { const: status },
		code: { enum: [...codes] },
		requestId: { type: 'string', pattern: '^[0-9a-f]{32}$', description: 'The same as X-Request-Id.' },
		errors: { type: 'array', minItems: 1, maxItems: maxErrors, items: { $ref: '#/components/schemas/ProblemIssue' } },
	},
});

const problemHeaders = { 'X-Request-Id': header('X-Request-Id'), 'Retry-After': header('Retry-After') };

const problemResponse = (description: string, schema: Schema): Response => ({
	description,
	headers: problemHeaders,
	content: { 'application/problem+json': { schema } },
});

const otherProblem = 'Any other problem.';

const pathParameters: Readonly<Record<string, Parameter>> = {
	':id': {
		name: 'id',
		in: 'path',
		required: true,
		description: 'A customer’s id, or `me` for the customer that the grant names.',
		schema: { type: 'string', minLength: 1 },
	},
	':sub': {
		name: 'sub',
		in: 'path',
		required: true,
		description: 'A subscription’s id.',
		schema: { type: 'string', pattern: subscriptionIdPattern.source },
	},
};

/** The parameters of a list's address: those that it takes there of what it takes in a body. */
async function queryParameters(): Promise<Parameter[]> {
	const taken = (name: string, value: unknown) => {
		try {
			listRequestOfUrl(new URL(`https://example.com/?${name}=${value}`));
			return true;
		} catch {
			return false;
		}
	};
	return Object.entries((await listSchema()).properties ?? {})
		.filter(([name, schema]) => taken(name, schema.enum?.[0] ?? schema.minimum ?? 'a'))
		.map(([name, schema]) => ({ name, in: 'query', description: schema.description ?? `The ${name} of the list.`, schema }));
}

function headerParameters({ keyed, condition }: Operation): Parameter[] {
	const parameters: Parameter[] = [
		{
			name: kitHeader,
			in: 'header',
			description: 'Says that no foreign page made the call; needed beside a cookie where a browser says nothing better.',
			schema: { const: '1' },
		},
	];
	if (keyed)
		parameters.push({
			name: 'Idempotency-Key',
			in: 'header',
			description: 'One for each intent: a retry with it has one effect, and gets the first answer.',
			schema: { type: 'string', pattern: idempotencyKeyPattern.source },
		});
	if (condition)
		parameters.push({
			name: condition,
			in: 'header',
			required: condition === 'If-Match',
			description: 'Entity tags, or `*`.',
			schema: { type: 'string', minLength: 1 },
		});
	return parameters;
}

/** What a refusal is called: a name that a generator of clients can give to a type, which a number is not. */
const refusalName = (status: number | 'default') => (status === 'default' ? 'OtherRefusal' : `Refusal${status}`);

function responsesOf(operation: Operation, withBody: boolean): Described['responses'] {
	const responses: Described['responses'] = {};
	for (const { status, description, type, schema, headers = [] } of operation.answers) {
		responses[status] = {
			description,
			headers: Object.fromEntries(['X-Request-Id', ...headers].map((name) => [name, header(name)])),
			...(withBody && type && schema && { content: { [type]: { schema } } }),
		};
	}
	const refusal = (status: number | 'default', description: string) =>
		withBody ? { $ref: `#/components/responses/${refusalName(status)}` } : { description, headers: problemHeaders };
	for (const status of refusals(operation)) responses[status] = refusal(status, codesOf(status).join(', '));
	responses.default = refusal('default', otherProblem);
	return responses;
}

/** What each action is called: as the method of a backend is, or longer where that says too little. */
const names: Readonly<Record<Action, string>> = {
	list: 'listCustomers',
	get: 'getCustomer',
	create: 'createCustomer',
	update: 'updateCustomer',
	export: 'exportCustomers',
	capabilities: 'getCapabilities',
	changes: 'streamChanges',
	ensure: 'ensureCustomer',
	entitlements: 'checkEntitlements',
	checkout: 'createCheckout',
	portal: 'createBillingPortal',
	subscriptions: 'listSubscriptions',
	cancel: 'cancelSubscription',
	resume: 'resumeSubscription',
};

/** What a client that is made of the document calls an operation. */
function operationName(method: string, pattern: string, action: Action): string {
	const name = pattern === '/search' ? 'searchCustomers' : pattern === '/me' ? names[action].replace('Customer', 'Me') : names[action];
	return method === 'HEAD' ? name.replace(/^[a-z]+/, 'head') : name;
}

/**
 * The protocol of `createCustomersHandler`, by its own routes, checks and decoders.
 *
 * @param version the package's
 */
export async function openApi(version: string): Promise<OpenApi> {
	const [known, query] = [await operations(), await queryParameters()];
	const paths: OpenApi['paths'] = {};
	for (const [pattern, methods] of patterns) {
		const parts = pattern.split('/').filter((part) => part.startsWith(':'));
		const item: Record<string, Described> = {};
		for (const [method, action] of Object.entries(methods)) {
			const { body, ...operation } = known[action];
			const takes = method === 'POST' || method === 'PATCH' ? body : undefined;
			const described = { ...operation, ...(takes && { body: takes }) };
			item[method.toLowerCase()] = {
				operationId: operationName(method, pattern, action),
				summary: operation.summary,
				parameters: [
					...parts.map((part) => pathParameters[part]!),
					...(action === 'list' && !takes ? query : []),
					...headerParameters(described),
				],
				...(takes && { requestBody: { required: true, content: { 'application/json': { schema: takes } } } }),
				responses: responsesOf(described, method !== 'HEAD'),
			};
		}
		paths[pattern.replace(/:(\w+)/g, '{$1}')] = item;
	}
	const statuses = [...new Set(Object.values(errorStatus))].filter((status) => status !== undefined);
	const params: Schema = { type: 'object', additionalProperties: { type: ['string', 'number'] } };
	return {
		openapi: '3.1.0',
		info: {
			title: 'proyecta-customers',
			version,
			description:
				'What createCustomersHandler speaks. Made of its routes, checks and decoders. Who calls, `authorize` of the host finds out, usually by the cookie of its session, which is no part of this document.',
			license: { name: 'MIT', identifier: 'MIT' },
		},
		servers: [{ url: '/api/customers', description: 'The handler’s `basePath`.' }],
		security: [],
		paths,
		components: {
			schemas: {
				ProblemIssue: {
					type: 'object',
					additionalProperties: false,
					required: ['pointer', 'code'],
					properties: { pointer: { type: 'string', pattern: '^(/.*)?$' }, code: { type: 'string', pattern: '^[a-z_]+$' }, params },
				},
				Issue: {
					type: 'object',
					additionalProperties: false,
					required: ['path', 'code'],
					properties: { path: { enum: ['', ...issuePaths] }, code: { enum: [...issueCodes] }, params },
				},
				Change: answerSchema(decodeChange),
			},
			responses: {
				...Object.fromEntries(
					statuses.map((status) => [refusalName(status), problemResponse(codesOf(status).join(', '), problem(codesOf(status), status))]),
				),
				[refusalName('default')]: problemResponse(otherProblem, problem(Object.keys(titles))),
			},
			headers: {
				'X-Request-Id': {
					description: 'Of this answer, to quote to support.',
					required: true,
					schema: { type: 'string', pattern: '^[0-9a-f]{32}$' },
				},
				'Retry-After': { description: 'Seconds.', schema: { type: 'string', pattern: '^([1-9]|[1-5]\\d|60)$' } },
				ETag: {
					description: 'Of the customer, for If-Match.',
					required: true,
					schema: { type: 'string', pattern: '^"[\\x21\\x23-\\x7e]*"$' },
				},
				Location: { description: 'Where the customer is; absent where the grant hides the id.', schema: { type: 'string' } },
				'Content-Disposition': {
					description: 'The name of the file.',
					required: true,
					schema: { const: 'attachment; filename="customers.csv"' },
				},
			},
		},
	};
}
