import type { MutationOptions } from '@tanstack/react-query';
import type { CreateResult } from '../../contract/backend';
import type { CustomerError } from '../../contract/errors';
import type { CustomerInput } from '../../domain/customer';
import type { CustomersContextValue } from '../context/customersContext';
import { customerKey } from './customerKey';
import type { IdempotencyKeys } from './idempotencyKeys';
import { callBackend, mutationSettings } from './querySettings';
import { showWritten } from './showWritten';
import type { UseCreateCustomerOptions } from './useCreateCustomer';
import { isCurrent, type WriteContext } from './writeContext';

/** Creates a customer, for whoever watches it with a hook, and for who only waits for it. */
export function createMutation(
	{ backend, scope, queryClient }: CustomersContextValue,
	idempotencyKeys: IdempotencyKeys,
	options: UseCreateCustomerOptions = {},
): MutationOptions<CreateResult, CustomerError, CustomerInput, WriteContext> {
	return {
		...mutationSettings,
		mutationKey: customerKey(scope, 'create'),
		mutationFn: (input) => callBackend(() => backend.create(input, { scope, idempotencyKey: idempotencyKeys.keyFor(input) })),
		onMutate: () => ({ scope }),
		onSuccess: (result, input, context) => {
			idempotencyKeys.settle(input);
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
