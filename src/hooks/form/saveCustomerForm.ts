import type { CreateResult } from '../../contract/backend';
import type { CustomerError } from '../../contract/errors';
import type { Customer, CustomerInput } from '../../domain/customer';
import { asCustomerError } from '../cache/querySettings';
import type { CustomerEdit } from '../cache/updateMutation';
import type { CustomerFormOutcome, CustomerFormSubmission } from './customerFormModel';

interface Saved {
	customer: Customer;
	outcome: CustomerFormOutcome;
}

interface NotSaved {
	error: CustomerError;
	/** What someone else saved meanwhile, where that is why. */
	theirs?: Customer;
}

/** What became of a submit. */
export type SaveResult = Saved | NotSaved;

export interface CustomerFormCalls {
	create: (input: CustomerInput) => Promise<CreateResult>;
	update: (edit: CustomerEdit) => Promise<Customer>;
	/** Past every cache. */
	read: (id: string) => Promise<Customer>;
}

/**
 * Sends what passed validation, with one effect; nothing, where nothing changed. Reads what is stored where someone else was faster.
 *
 * @param base the customer that a patch changes; `null` for a new one
 */
export async function saveCustomerForm(
	submission: CustomerFormSubmission,
	base: Customer | null,
	calls: CustomerFormCalls,
): Promise<SaveResult> {
	const result = await send(submission, base, calls).catch(failure);
	if (!('error' in result) || result.error.code !== 'version_conflict' || !base) return result;
	return calls.read(base.id).then((theirs) => ({ ...result, theirs }), failure);
}

async function send(submission: CustomerFormSubmission, base: Customer | null, { create, update }: CustomerFormCalls): Promise<SaveResult> {
	if ('input' in submission) return create(submission.input);
	const { patch } = submission;
	// A patch has a base.
	const { id, version } = base!;
	if (Object.keys(patch).length === 0) return { customer: base!, outcome: 'unchanged' };
	return { customer: await update({ id, patch, ifVersion: version }), outcome: 'updated' };
}

function failure(cause: unknown): NotSaved {
	return { error: asCustomerError(cause) };
}
