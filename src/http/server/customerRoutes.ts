import type { CustomerBackend, ListCustomersRequest } from '../../contract/backend';
import { unclearableFields, unkeptFields } from '../../contract/clearableFields';
import { errorStatus, isCustomerError } from '../../contract/errors';
import type { ProblemIssue } from '../../contract/problemIssue';
import type { Customer, Field } from '../../domain/customer';
import { addressFields } from '../../domain/customer';
import { rulesOf } from '../../domain/customerRules';
import type { Result } from '../../domain/issue';
import { isRecord } from '../../domain/record';
import { validateCustomerInput, validateCustomerPatch } from '../../domain/validateCustomer';
import { decodeCreateResult, decodeCustomer, decodePage } from '../protocol/decodeCustomer';
import { etagOf, matchesStrongly, matchesWeakly, parseTags, versionOfEtag } from '../protocol/etag';
import { BodyChecks } from './bodyChecks';
import type { Call, RouteResponse } from './call';
import { callBackend, callForCustomer, capabilitiesOf, idOf, ok, readBody } from './call';
import { checked } from './checked';
import { grantedCapabilities, requireReadable, requireWritable, visible, visiblePage } from './fieldAccess';
import { listRequestOfBody, listRequestOfUrl } from './listRequest';
import { malformedRequest, ProblemError, problemIssues, toProblemError, validationFailed } from './problemError';
import { limitErrors, requireSupported, unsupported } from './requireSupported';
import { type BackendKey, withIdempotency } from './withIdempotency';

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
	return checked(await readBody(call), listRequestOfBody);
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

type CustomerBody = Partial<Record<(typeof inputKeys)[number], unknown>>;

/**
 * The known keys of a customer's body, with those of its address; what else is wrong with it, the validator says.
 * @throws `validation_failed` where there is no customer at all, or more wrong than is told
 */
export function customerBody(body: unknown, checks = new BodyChecks()): { value: CustomerBody; errors: readonly ProblemIssue[] } {
	const known = checks.object(body, inputKeys);
	if (known === undefined) throw validationFailed(checks.errors);
	const address = isRecord(known.address) ? checks.object(known.address, addressFields, ['address']) : undefined;
	if (checks.full) throw validationFailed(checks.errors);
	return { value: { ...emptied(known), ...(address && { address: emptied(address) }) }, errors: checks.errors };
}

/** What has no place in a field is wrong however much it holds: nobody shall look at all of it. */
function emptied<T extends object>(fields: T): T {
	const entries = Object.entries(fields).map(([field, value]) => [field, Array.isArray(value) ? [] : isRecord(value) ? {} : value]);
	return Object.fromEntries(entries) as T;
}

/** The validated value, or 422 with everything that is wrong. */
function valid<T>(result: Result<T>, errors: readonly ProblemIssue[]): T {
	if (result.ok && errors.length === 0) return result.value;
	throw validationFailed([...errors, ...(result.ok ? [] : problemIssues(result.issues))]);
}

/** Refuses what the backend would not store. */
function requireKept(body: Parameters<typeof unkeptFields>[0], keeps: readonly string[]): void {
	const lost = unkeptFields(body, keeps);
	if (lost.length > 0) throw unsupported(lost.map((field) => `/${field}`));
}

/** `POST /` */
export async function handleCreate(call: Call): Promise<RouteResponse> {
	return withIdempotency(call, { read: (body) => customerBody(body) }, async ({ value: input, errors }, _, key) => {
		const { access, backend, deadline, settings } = call;
		requireWritable(
			inputKeys.filter((field) => input[field] != null),
			access,
		);
		const { write, keeps } = await capabilitiesOf(call);
		if (!write.create) throw unsupported(['']);
		if (input.id != null && !write.customId) throw unsupported(['/id']);
		requireKept(input, keeps);
		const value = valid(await deadline.run(() => validateCustomerInput(input, rulesOf(settings))), errors);
		const audited = (result: unknown) => {
			const { customer, outcome } = decodeCreateResult(result);
			call.audit({ action: 'create', id: customer.id, outcome, fields: Object.keys(value) });
			return { customer, outcome };
		};
		const created = await callBackend(call, audited, (options) =>
			backend.create(value, { ...options, ...(key && { idempotencyKey: key.idempotencyKey }) }),
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

/** The body of an edit: an id cannot be changed. */
export function patchBody(body: unknown, checks = new BodyChecks()) {
	const { value, errors } = customerBody(body, checks);
	const { id, ...patch } = value;
	return { patch, errors: id === undefined ? errors : [...errors, { pointer: '/id', code: 'unknown_field' }] };
}

/** `PATCH /:id` */
export async function handleUpdate(call: Call): Promise<RouteResponse> {
	const first = () => requiredTags(call.request);
	return withIdempotency(call, { first, read: (body) => patchBody(body) }, async (body, tags, key) => {
		const customer = await edit(call, body, tags, key).catch((refusal) => recalled(call, refusal, key));
		const seen = visible(customer, call.access);
		return ok(seen, { ETag: await etagOf(seen) });
	});
}

async function edit(
	call: Call,
	{ patch, errors }: ReturnType<typeof patchBody>,
	required: () => '*' | readonly string[],
	key: BackendKey | undefined,
): Promise<Customer> {
	const tags = required();
	const { access, backend, deadline, settings } = call;
	requireWritable(Object.keys(patch) as Field[], access);
	const { write, keeps, conditionalUpdate } = await capabilitiesOf(call);
	if (!write.update) throw unsupported(['']);
	requireKept(patch, keeps);
	const stored = await callForCustomer(call, (id, options) => backend.get(id, options));
	const isCurrent = matchesStrongly(tags, await etagOf(visible(stored, access)));
	const versions = conditionalUpdate !== 'none' && stored.version !== null;
	// A retry of an edit that was done comes with the version of before: the backend still knows the key. It knows none that is new.
	const former = key === undefined || !versions ? null : staleVersion(tags, stored.version);
	if (!isCurrent && former === null) throw conflict();
	const orConflict = (error: unknown) => {
		throw isCurrent || !isRefusal(error) ? error : conflict();
	};
	const validated = await deadline.run(() => validateCustomerPatch(patch, { previous: stored, ...rulesOf(settings) }));
	if (!isCurrent && (!validated.ok || errors.length > 0)) throw conflict();
	const value = valid(validated, errors);
	const held = unclearableFields(value, write.clear);
	if (held.length > 0) throw unsupported(held.map((field) => `/${field}`));
	const ifVersion = !isCurrent ? former : tags === '*' || !versions ? null : stored.version;
	return callForCustomer(
		call,
		(id, options) => backend.update(id, value, { ...options, ...keyFor(backend, key), ...(ifVersion !== null && { ifVersion }) }),
		() => call.audit({ action: 'update', id: stored.id, outcome: 'updated', fields: Object.keys(value) }),
	).catch(orConflict);
}

function keyFor({ recall }: CustomerBackend, key: BackendKey | undefined): Partial<BackendKey> {
	return key === undefined || recall ? { ...key } : { idempotencyKey: key.idempotencyKey };
}

/**
 * What the edit was answered when it was done, where only the answer was lost: whatever has become of the customer since.
 * @throws the refusal where it was not done
 */
async function recalled(call: Call, refusal: unknown, key: BackendKey | undefined): Promise<Customer> {
	const { backend } = call;
	if (key === undefined || !backend.recall || !isFinal(toProblemError(refusal))) throw refusal;
	const id = idOf(call);
	const decode = (value: unknown) => {
		const customer = value === null ? null : decodeCustomer(value);
		if (customer !== null && customer.id !== id) throw new TypeError('customer.id should be the one asked for.');
		return customer;
	};
	const customer = await callBackend(call, decode, (options) => backend.recall!(id, { ...options, ...key }));
	if (customer === null) throw refusal;
	return customer;
}

/** Whether a retry would be refused again. */
function isFinal({ code }: ProblemError): boolean {
	return (errorStatus[code] ?? 0) < 500 || code === 'not_supported';
}

/** A version of `If-Match` that a strong tag stands for and that is there no more; `null` without one. */
function staleVersion(tags: '*' | readonly string[], current: string | null): string | null {
	const strong = tags === '*' ? undefined : tags.find((tag) => tag.startsWith('"'));
	const version = versionOfEtag(strong);
	return version === current ? null : version;
}

/** What a backend says of a write that is not to be: before all of it goes that its version is stale. */
function isRefusal(error: unknown): boolean {
	return isCustomerError(error) && (error.code === 'email_exists' || error.code === 'validation_failed');
}

function conflict(): ProblemError {
	return new ProblemError('version_conflict', {
		message: 'The customer was changed since the version in If-Match. Get it again and merge.',
	});
}
