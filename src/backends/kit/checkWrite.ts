import type { Capabilities, WriteOptions } from '../../contract/backend';
import { type ClearableField, unclearableFields, unkeptFields } from '../../contract/clearableFields';
import { CustomerError } from '../../contract/errors';
import { checkIdempotencyKey } from '../../contract/idempotencyKey';
import { copyData } from '../../domain/copyData';
import type { CustomerInput, CustomerPatch } from '../../domain/customer';
import type { Result } from '../../domain/issue';
import { checkId } from './checkId';
import { notSupported } from './refusals';

/**
 * Begins a create: refuses what the backend does not offer, and keeps what the caller passed as it was at the call. Call it before
 * anything is awaited.
 *
 * @returns a copy of the input, to be validated
 * @throws `not_supported` naming the capability, or `malformed_request` for an idempotency key or an input that is none
 * @example
 * const given = checkCreate(input, call, capabilities);
 * const value = requireValid(await validateCustomerInput(given));
 */
export function checkCreate(input: CustomerInput, call: WriteOptions, { write, keeps }: Capabilities): CustomerInput {
	if (!write.create) throw notSupported('write.create');
	// Whatever was passed: that it is no input is for the validator to say.
	if (input?.id != null && !write.customId) throw notSupported('write.customId');
	checkKept(input, keeps);
	checkIdempotencyKey(call.idempotencyKey);
	return snapshot(input);
}

/**
 * Begins an update: refuses an id that cannot be and what the backend does not offer, and keeps what the caller passed as it was at
 * the call. Call it before anything is awaited, and {@link checkClearing} with the validated patch.
 *
 * @param idPattern the backend's own, see {@link checkId}
 * @returns a copy of the patch, to be validated
 * @throws `not_found`, `not_supported` naming the capability, or `malformed_request` for an idempotency key or a patch that is none
 * @example
 * const given = checkUpdate(id, patch, call, capabilities);
 * const value = requireValid(await validateCustomerPatch(given, { previous: await backend.get(id, call) }));
 * checkClearing(value, capabilities);
 */
export function checkUpdate(
	id: string,
	patch: CustomerPatch,
	call: WriteOptions,
	{ write, keeps, conditionalUpdate }: Capabilities,
	idPattern?: RegExp,
): CustomerPatch {
	checkId(id, idPattern);
	if (!write.update) throw notSupported('write.update');
	if (call.ifVersion != null && conditionalUpdate === 'none') throw notSupported('conditionalUpdate');
	checkKept(patch, keeps);
	checkIdempotencyKey(call.idempotencyKey);
	return snapshot(patch);
}

/** Refuses a field that would be lost. */
function checkKept(given: CustomerInput | CustomerPatch, keeps: readonly ClearableField[]): void {
	const [field] = unkeptFields(given, keeps);
	if (field !== undefined) throw notSupported(`keeps ${field}`);
}

/**
 * Refuses a patch that clears what the backend cannot.
 *
 * @param patch validated: an address of nothing but `null` has become `null`
 * @throws `not_supported` naming the field
 * @example
 * checkClearing({ phone: null }, capabilities); // throws unless capabilities.write.clear has 'phone'
 */
export function checkClearing(patch: CustomerPatch, { write }: Capabilities): void {
	const [field] = unclearableFields(patch, write.clear);
	if (field !== undefined) throw notSupported(`write.clear ${field}`);
}

/**
 * What the caller passed, as it was at the call: it may be changed while the call is on its way.
 *
 * @returns a deep copy
 * @throws `malformed_request` for what is no plain data
 * @example
 * const given = snapshot(patch);
 */
export function snapshot<T>(input: T): T {
	try {
		return copyData(input);
	} catch {
		throw new CustomerError('malformed_request', { message: 'A customer is plain data: no functions, symbols or proxies.' });
	}
}

/**
 * The value that passed, in its canonical form.
 *
 * @param result of `validateCustomerInput` or `validateCustomerPatch`
 * @returns the value
 * @throws `validation_failed` with every issue
 * @example
 * const { email, name = null } = requireValid(await validateCustomerInput(input));
 */
export function requireValid<T>(result: Result<T>): T {
	if (result.ok) return result.value;
	const fields = result.issues.map(({ path, code }) => `${path || 'the whole'}: ${code}`).join(', ');
	throw new CustomerError('validation_failed', { message: `The values do not pass (${fields}). See issues.`, issues: result.issues });
}
