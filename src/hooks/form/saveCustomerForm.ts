import type { CreateResult } from '../../contract/backend';
import type { CustomerError } from '../../contract/errors';
import type { Customer, CustomerInput } from '../../domain/customer';
import { asCustomerError } from '../cache/querySettings';
import type { CustomerEdit } from '../cache/useUpdateCustomer';
import type { CustomerFormOutcome, CustomerFormSubmission } from './customerFormModel';

/** What became of saving. */
export type CustomerFormResult =
	| { type: 'saved'; customer: Customer; outcome: CustomerFormOutcome }
	/** Someone else saved `theirs` meanwhile. */
	| { type: 'conflict'; theirs: Customer; error: CustomerError }
	| { type: 'failed'; error: CustomerError };

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
): Promise<CustomerFormResult> {
	try {
		return { type: 'saved', ...(await send(submission, base, calls)) };
	} catch (cause) {
		const error = asCustomerError(cause);
		if (error.code !== 'version_conflict' || !base) return { type: 'failed', error };
		return calls.read(base.id).then(
			(theirs) => ({ type: 'conflict', theirs, error }),
			(cause) => ({ type: 'failed', error: asCustomerError(cause) }),
		);
	}
}

async function send(
	submission: CustomerFormSubmission,
	base: Customer | null,
	{ create, update }: CustomerFormCalls,
): Promise<{ customer: Customer; outcome: CustomerFormOutcome }> {
	if ('input' in submission) return create(submission.input);
	const { patch } = submission;
	// A patch has a base.
	const { id, version } = base!;
	if (Object.keys(patch).length === 0) return { customer: base!, outcome: 'unchanged' };
	return { customer: await update({ id, patch, ...(version !== null && { ifVersion: version }) }), outcome: 'updated' };
}
