import type { MutationOptions } from '@tanstack/react-query';
import type { CustomerError } from '../../contract/errors';
import type { Customer, CustomerPatch } from '../../domain/customer';
import type { CustomersContextValue } from '../context/customersContext';
import { cachedCustomer } from './cachedCustomer';
import { changedFields } from './changedFields';
import { customerKey } from './customerKey';
import type { CallWithKey } from './idempotencyKeys';
import { showWritten } from './showWritten';
import { offerUndo } from './undoRecord';
import type { WriteContext } from './writeContext';
import { queueWrite } from './writeQueue';
import { writeSettings } from './writeSettings';

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
	context: CustomersContextValue,
	withKey: CallWithKey,
	options: UseUpdateCustomerOptions = {},
): MutationOptions<Customer, CustomerError, CustomerEdit, WriteContext> {
	const { backend, scope, queryClient } = context;
	const ownId = () => queryClient.getQueryData<Customer>(customerKey(scope, 'detail', 'me'))?.id;
	/** Whoever is signed in may be edited by their id since before anybody knew that it is theirs. */
	const idsOf = (id: string) => {
		const own = ownId();
		return own && ['me', own].includes(id) ? ['me', own] : [id];
	};
	return {
		...writeSettings<Customer, CustomerEdit>(
			context,
			'update',
			options,
			(customer, edit, written) => {
				showWritten(queryClient, written, customer, false, edit.id);
				offerUndo(queryClient, scope, before.get(edit), customer);
			},
			({ code }, { id }) => {
				if (code === 'version_conflict')
					void queryClient.invalidateQueries({ queryKey: customerKey(scope, 'detail', id), refetchType: 'active' });
			},
		),
		mutationFn: (edit) =>
			queueWrite(queryClient, scope, idsOf(edit.id), edit.ifVersion, (ifVersion) => {
				const known = cachedCustomer(queryClient, scope, edit.id);
				if (known) before.set(edit, known);
				return withKey(edit, (idempotencyKey) =>
					backend.update(edit.id, edit.patch, { scope, idempotencyKey, ...(ifVersion != null && { ifVersion }) }),
				);
			}),
		// Whoever is signed in is shown by the id, whatever the edit calls them.
		onMutate: ({ id, patch }) => ({
			scope,
			id: (id === 'me' && ownId()) || id,
			changes: changedFields(patch),
		}),
	};
}
