import type { MutationOptions } from '@tanstack/react-query';
import type { Customer } from '../../domain/customer';
import { createMutation } from '../cache/createMutation';
import { createIdempotencyKeys } from '../cache/idempotencyKeys';
import { detailQuery } from '../cache/queries';
import { updateMutation } from '../cache/updateMutation';
import type { CustomersContextValue } from '../context/customersContext';
import type { CustomerFormSubmission } from './customerFormModel';
import { type SaveResult, saveCustomerForm } from './saveCustomerForm';

/** Sends what a form holds; the same again has one effect. */
export type CustomerFormSender = (
	context: CustomersContextValue,
	submission: CustomerFormSubmission,
	base: Customer | null,
) => Promise<SaveResult>;

/** What sends for one form. Loaded with its first key. */
export function customerFormSender(): CustomerFormSender {
	const withKey = createIdempotencyKeys();
	return (context, submission, base) => {
		const { queryClient } = context;
		// Nothing shows how far a write is but the form's own status: no hook watches it.
		const write = <Data, Failure, Variables, Context>(options: MutationOptions<Data, Failure, Variables, Context>, variables: Variables) =>
			queryClient.getMutationCache().build(queryClient, options).execute(variables);
		return saveCustomerForm(submission, base, {
			create: (input) => write(createMutation(context, withKey), input),
			update: (edit) => write(updateMutation(context, withKey), edit),
			read: (id) => queryClient.fetchQuery({ ...detailQuery(context, id), staleTime: 0 }),
		});
	};
}
