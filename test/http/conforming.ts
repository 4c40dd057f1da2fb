import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import { type OpenApi, openApi } from '../../src/http/server/openApi';

const document: OpenApi = await openApi('0.0.0');
const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
ajv.addSchema(document, 'openapi');
const compiled = new Map<string, ValidateFunction>();

/** What is wrong with a value, by a schema of the document. */
export function faultsBy(keys: readonly string[], value: unknown): string[] {
	const at = keys.map((key) => encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');
	const validate = compiled.get(at) ?? ajv.compile({ $ref: `openapi#/${at}` });
	compiled.set(at, validate);
	return validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** The path of the document that a request is for, of the first that fits. */
export function pathOf(pathname: string, basePath = '/api/customers'): string | undefined {
	const segments = pathname.slice(basePath.length).split('/').filter(Boolean);
	return Object.keys(document.paths).find((path) => {
		const parts = path.split('/').filter(Boolean);
		return parts.length === segments.length && parts.every((part, at) => part.startsWith('{') || part === segments[at]);
	});
}

/** What an answer has that the document does not say, and the other way round. */
export async function faultsOf(request: Request, response: Response): Promise<string[]> {
	const path = pathOf(new URL(request.url).pathname);
	const method = request.method.toLowerCase();
	const known = path === undefined ? {} : document.paths[path]!;
	const operation = Object.hasOwn(known, method) ? known[method] : undefined;
	const status = String(response.status);
	// What has no operation has the answers of all: no route, no method, no right to ask.
	const keys = operation
		? ['paths', path!, method, 'responses', status in operation.responses ? status : 'default']
		: ['components', 'responses', `Refusal${status}`];
	const said = keys.reduce<unknown>((inside, key) => (inside as Record<string, unknown> | undefined)?.[key], document);
	if (said === undefined) return [`no answer ${status} is known for ${method} ${path}`];
	const place = typeof said === 'object' && said !== null && '$ref' in said ? String(said.$ref).slice(2).split('/') : keys;
	const answer = place.reduce<unknown>((inside, key) => (inside as Record<string, unknown>)[key], document) as {
		headers?: Record<string, unknown>;
		content?: Record<string, unknown>;
	};
	const faults: string[] = [];
	for (const name of Object.keys(answer.headers ?? {})) {
		const { required, schema } = document.components.headers[name]!;
		const value = response.headers.get(name);
		if (value === null && required) faults.push(`no ${name}`);
		if (value !== null && schema) faults.push(...faultsBy(['components', 'headers', name, 'schema'], value));
	}
	const type = response.headers.get('content-type')?.split(';')[0] ?? '';
	const types = Object.keys(answer.content ?? {});
	if (request.method === 'HEAD' || (types.length === 0 && response.body === null)) return faults;
	if (!types.includes(type)) return [...faults, `${type || 'nothing'} where ${types.join() || 'nothing'} is said`];
	if (!type.endsWith('json')) return faults;
	return [...faults, ...faultsBy([...place, 'content', type, 'schema'], await response.clone().json())];
}

/**
 * A handler each answer of which is held against the document.
 * @throws what the answer has that the document does not say
 */
export function conforming(handler: (request: Request) => Promise<Response>): (request: Request) => Promise<Response> {
	return async (request) => {
		const response = await handler(request);
		// The document says what is answered to requests of its own; a preflight is the browser's.
		if (!(request instanceof Request) || request.method === 'OPTIONS' || response.status === 499) return response;
		const faults = await faultsOf(request, response);
		if (faults.length > 0) throw new Error(`${request.method} ${response.status} is not as openapi.json says: ${faults.join('; ')}`);
		return response;
	};
}
