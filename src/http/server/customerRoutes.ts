import type { ListCustomersRequest } from '../../contract/backend';
import { unclearableFields, unkeptFields } from '../../contract/clearableFields';
import type { Field } from '../../domain/customer';
import { addressFields } from '../../domain/customer';
import { rulesOf } from '../../domain/customerRules';
import type { Result } from '../../domain/issue';
import { validateCustomerInput, validateCustomerPatch } from '../../domain/validateCustomer';
import { decodeCreateResult, decodePage } from '../protocol/decodeCustomer';
import { etagOf, matchesStrongly, matchesWeakly, parseTags } from '../protocol/etag';
import { BodyChecks } from './bodyChecks';
import type { Call, RouteResponse } from './call';
import { callBackend, callForCustomer, capabilitiesOf, ok, readBody } from './call';
import { grantedCapabilities, requireReadable, requireWritable, visible, visiblePage } from './fieldAccess';
import { listRequestOfBody, listRequestOfUrl } from './listRequest';
import { malformedRequest, ProblemError, problemIssues, validationFailed } from './problemError';
import { limitErrors, requireSupported, unsupported } from './requireSupported';
import { withIdempotency } from './withIdempotency';

/** `GET /capabilities` */
export async function handleCapabilities(call: Call): Promise<RouteResponse> {
	return ok(grantedCapabilities(await capabilitiesOf(call), call.access));
}

/** `GET /` and `POST /search` */
export async function handleList(call: Call): Promise<RouteResponse> {
	const inBody = call.request.method === 'POST';
	const request = inBody ? await searchRequest(call) : listRequestOfUrl(call.url);
	if (Object.keys(request).some((key) => key !== 'after')) {
		const capabilities = await capabilitiesOf(call);
		const errors = limitErrors(request, capabilities);
		if (errors.length > 0)
			throw inBody ? validationFailed(errors) : malformedRequest('The limit is larger than this backend takes.', errors);
		requireReadable(request, capabilities, call.access);
		requireSupported(request, capabilities);
	}
	return ok(visiblePage(await callBackend(call, decodePage, (options) => call.backend.list(request, options)), call.access));
}

async function searchRequest(call: Call): Promise<ListCustomersRequest> {
	const checks = new BodyChecks();
	const request = listRequestOfBody(await readBody(call), checks);
	if (checks.errors.length > 0) throw validationFailed(checks.errors);
	return request;
}

/** `GET /:id` */
export async function handleGet(call: Call): Promise<RouteResponse> {
	const customer = visible(await callForCustomer(call, (id, options) => call.backend.get(id, options)), call.access);
	const etag = await etagOf(customer);
	const known = parseTags(call.request.headers.get('if-none-match') ?? '');
	if (known !== null && matchesWeakly(known, etag)) return { status: 304, headers: { ETag: etag }, body: null };
	return ok(customer, { ETag: etag });
}

const inputKeys = ['id', 'email', 'name', 'phone', 'address'] as const;

/** The known keys of a customer's body, with those of its address. */
function customerBody(body: unknown, checks: BodyChecks): Partial<Record<(typeof inputKeys)[number], unknown>> {
	const value = checks.object(body, inputKeys);
	if (value === undefined) throw validationFailed(checks.errors);
	const { address } = value;
	if (typeof address === 'object' && address !== null && !Array.isArray(address)) {
		value.address = checks.object(address, addressFields, ['address']);
	}
	return value;
}

/** The validated value, or 422 with everything that is wrong. */
function valid<T>(result: Result<T>, checks: BodyChecks): T {
	if (result.ok && checks.errors.length === 0) return result.value;
	throw validationFailed([...checks.errors, ...(result.ok ? [] : problemIssues(result.issues))]);
}

/** Refuses what the backend would not store. */
function requireKept(body: Parameters<typeof unkeptFields>[0], keeps: readonly string[]): void {
	const lost = unkeptFields(body, keeps);
	if (lost.length > 0) throw unsupported(lost.map((field) => `/${field}`));
}

/** `POST /` */
export async function handleCreate(call: Call): Promise<RouteResponse> {
	return withIdempotency(call, async (body, idempotencyKey) => {
		const { access, backend, deadline, settings } = call;
		const checks = new BodyChecks();
		const input = customerBody(body, checks);
		requireWritable(
			inputKeys.filter((field) => input[field] != null),
			access,
		);
		const { write, keeps } = await capabilitiesOf(call);
		if (!write.create) throw unsupported(['']);
		if (input.id != null && !write.customId) throw unsupported(['/id']);
		requireKept(input, keeps);
		const value = valid(await deadline.run(() => validateCustomerInput(input, rulesOf(settings))), checks);
		const audited = (result: unknown) => {
			const { customer, outcome } = decodeCreateResult(result);
			call.audit({ action: 'create', id: customer.id, outcome, fields: Object.keys(value) });
			return { customer, outcome };
		};
		const created = await callBackend(call, audited, (options) =>
			backend.create(value, { ...options, ...(idempotencyKey !== undefined && { idempotencyKey }) }),
		);
		const customer = visible(created.customer, access);
		return {
			status: created.outcome === 'created' ? 201 : 200,
			headers: {
				ETag: await etagOf(customer),
				...(access.canRead('id') && { Location: `${settings.basePath}/${encodeURIComponent(created.customer.id)}` }),
			},
			body: { customer, outcome: created.outcome },
		};
	});
}

/** The tags of `If-Match`. @throws `version_required`, `malformed_request` */
function requiredTags(request: Request): '*' | readonly string[] {
	const header = request.headers.get('if-match');
	if (header === null) {
		throw new ProblemError('version_required', {
			message: 'PATCH needs If-Match with the ETag that was edited, or * to overwrite whatever is there.',
		});
	}
	const tags = parseTags(header);
	if (tags === null) throw malformedRequest('If-Match is neither * nor a list of entity tags such as "abc".');
	return tags;
}

/** `PATCH /:id` */
export async function handleUpdate(call: Call): Promise<RouteResponse> {
	const tags = requiredTags(call.request);
	return withIdempotency(call, async (body, idempotencyKey) => {
		const { access, backend, deadline, settings } = call;
		const checks = new BodyChecks();
		const { id: given, ...patch } = customerBody(body, checks);
		if (given !== undefined) checks.add(['id'], 'unknown_field');
		requireWritable(Object.keys(patch) as Field[], access);
		const { write, keeps, conditionalUpdate } = await capabilitiesOf(call);
		if (!write.update) throw unsupported(['']);
		requireKept(patch, keeps);
		const stored = await callForCustomer(call, (id, options) => backend.get(id, options));
		if (!matchesStrongly(tags, await etagOf(visible(stored, access)))) throw conflict();
		const value = valid(await deadline.run(() => validateCustomerPatch(patch, { previous: stored, ...rulesOf(settings) })), checks);
		const held = unclearableFields(value, write.clear);
		if (held.length > 0) throw unsupported(held.map((field) => `/${field}`));
		const ifVersion = tags === '*' || conditionalUpdate === 'none' ? null : stored.version;
		const customer = visible(
			await callForCustomer(
				call,
				(id, options) =>
					backend.update(id, value, {
						...options,
						...(idempotencyKey !== undefined && { idempotencyKey }),
						...(ifVersion !== null && { ifVersion }),
					}),
				() => call.audit({ action: 'update', id: stored.id, outcome: 'updated', fields: Object.keys(value) }),
			),
			access,
		);
		return ok(customer, { ETag: await etagOf(customer) });
	});
}

function conflict(): ProblemError {
	return new ProblemError('version_conflict', {
		message: 'The customer was changed since the version in If-Match. Get it again and merge.',
	});
}
