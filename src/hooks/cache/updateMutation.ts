import type { MutationOptions } from '@tanstack/react-query';
import type { CustomerError } from '../../contract/errors';
import type { Customer, CustomerPatch } from '../../domain/customer';
import type { CustomersContextValue } from '../context/customersContext';
import { cachedCustomer } from './cachedCustomer';
import { changedFields } from './changedFields';
import { customerKey } from './customerKey';
import type { CallWithKey } from './idempotencyKeys';
import { mutationSettings } from './querySettings';
import { showWritten } from './showWritten';
import { offerUndo } from './undoRecord';
import { isCurrent, type WriteContext } from './writeContext';
import { queueWrite } from './writeQueue';

/** An edit of one customer. */
export interface CustomerEdit {
	/** The customer's id. */
	id: string;
	/** Only what changes; `null` clears; `address` as a whole. */
	patch: CustomerPatch;
	/** The `version` the edit was made on. Without it, and with `null`, the edit wins over any other. */
	ifVersion?: string | null;
}

/** What to do once a customer was saved. */
export interface UseUpdateCustomerOptions {
	/** Called with the customer as it is stored. */
	onSuccess?: (customer: Customer, edit: CustomerEdit) => void;
	/** After `version_conflict` the customer's detail is asked for again, so that the current version is at hand. */
	onError?: (error: CustomerError, edit: CustomerEdit) => void;
	/** Called after either. */
	onSettled?: (customer: Customer | undefined, error: CustomerError | null, edit: CustomerEdit) => void;
}

/** What was there before an edit was sent, after all edits before it. */
const before = new WeakMap<CustomerEdit, Customer>();

/** Edits a customer, for whoever watches it with a hook, and for who only waits for it. */
export function updateMutation(
	{ backend, scope, queryClient }: CustomersContextValue,
	withKey: CallWithKey,
	options: UseUpdateCustomerOptions = {},
): MutationOptions<Customer, CustomerError, CustomerEdit, WriteContext> {
	return {
		...mutationSettings,
		mutationKey: customerKey(scope, 'update'),
		mutationFn: (edit) =>
			queueWrite(queryClient, `${scope} ${edit.id}`, edit.ifVersion, (ifVersion) => {
				const known = cachedCustomer(queryClient, scope, edit.id);
				if (known) before.set(edit, known);
				return withKey(edit, (idempotencyKey) =>
					backend.update(edit.id, edit.patch, { scope, idempotencyKey, ...(ifVersion != null && { ifVersion }) }),
				);
			}),
		// Whoever is signed in is shown by the id, whatever the edit calls them.
		onMutate: ({ id, patch }) => ({
			scope,
			id: queryClient.getQueryData<Customer>(customerKey(scope, 'detail', id))?.id ?? id,
			changes: changedFields(patch),
		}),
		onSuccess: (customer, edit, context) => {
			if (!isCurrent(queryClient, context)) return;
			showWritten(queryClient, context, customer, false, edit.id);
			offerUndo(queryClient, context.scope, before.get(edit), customer);
			options.onSuccess?.(customer, edit);
		},
		onError: (error, edit, context) => {
			if (!isCurrent(queryClient, context)) return;
			if (error.code === 'version_conflict') {
				void queryClient.invalidateQueries({ queryKey: customerKey(context.scope, 'detail', edit.id), refetchType: 'active' });
			}
			options.onError?.(error, edit);
		},
		onSettled: (customer, error, edit, context) => {
			if (isCurrent(queryClient, context)) options.onSettled?.(customer, error, edit);
		},
	};
}
