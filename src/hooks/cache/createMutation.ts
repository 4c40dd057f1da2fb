import type { MutationOptions } from '@tanstack/react-query';
import type { CreateResult } from '../../contract/backend';
import type { CustomerError } from '../../contract/errors';
import type { CustomerInput } from '../../domain/customer';
import type { CustomersContextValue } from '../context/customersContext';
import { customerKey } from './customerKey';
import type { CallWithKey } from './idempotencyKeys';
import { mutationSettings } from './querySettings';
import { showWritten } from './showWritten';
import { isCurrent, type WriteContext } from './writeContext';

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
	{ backend, scope, queryClient }: CustomersContextValue,
	withKey: CallWithKey,
	options: UseCreateCustomerOptions = {},
): MutationOptions<CreateResult, CustomerError, CustomerInput, WriteContext> {
	return {
		...mutationSettings,
		mutationKey: customerKey(scope, 'create'),
		mutationFn: (input) => withKey(input, (idempotencyKey) => backend.create(input, { scope, idempotencyKey })),
		onMutate: () => ({ scope }),
		onSuccess: (result, input, context) => {
			if (!isCurrent(queryClient, context)) return;
			showWritten(queryClient, context, result.customer, result.outcome !== 'existing');
			options.onSuccess?.(result, input);
		},
		onError: (error, input, context) => {
			if (isCurrent(queryClient, context)) options.onError?.(error, input);
		},
		onSettled: (result, error, input, context) => {
			if (isCurrent(queryClient, context)) options.onSettled?.(result, error, input);
		},
	};
}
