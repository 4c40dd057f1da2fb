import type { MutationOptions } from '@tanstack/react-query';
import type { CreateResult } from '../../contract/backend';
import type { CustomerError } from '../../contract/errors';
import type { CustomerInput } from '../../domain/customer';
import type { CustomersContextValue } from '../context/customersContext';
import type { CallWithKey } from './idempotencyKeys';
import { showCreated } from './showWritten';
import type { WriteContext } from './writeContext';
import { writeSettings } from './writeSettings';

/** What to do once a customer was created. */
export interface UseCreateCustomerOptions {
	/** `result.outcome` says whether the customer is new; nothing was changed about an `existing` one. */
	onSuccess?: (result: CreateResult, input: CustomerInput) => void;
	/** Called where it failed. */
	onError?: (error: CustomerError, input: CustomerInput) => void;
	/** Called after either. */
	onSettled?: (result: CreateResult | undefined, error: CustomerError | null, input: CustomerInput) => void;
}

/** Creates a customer, for whoever watches it with a hook, and for who only waits for it. */
export function createMutation(
	context: CustomersContextValue,
	withKey: CallWithKey,
	options: UseCreateCustomerOptions = {},
): MutationOptions<CreateResult, CustomerError, CustomerInput, WriteContext> {
	const { backend, scope, queryClient } = context;
	return {
		...writeSettings<CreateResult, CustomerInput>(context, 'create', options, ({ customer, outcome }, _input, written) =>
			showCreated(queryClient, written, customer, outcome !== 'existing'),
		),
		mutationFn: (input) => withKey(input, (idempotencyKey) => backend.create(input, { scope, idempotencyKey })),
	};
}
