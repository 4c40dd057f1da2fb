import type { MutationOptions } from '@tanstack/react-query';
import type { CustomerError } from '../../contract/errors';
import type { CustomersContextValue } from '../context/customersContext';
import { customerKey } from './customerKey';
import { mutationSettings } from './querySettings';
import { type WriteContext, writesOf } from './writeContext';

/** What whoever writes wants to hear of. */
export interface WriteCallbacks<Result, Input> {
	onSuccess?: ((result: Result, input: Input) => void) | undefined;
	onError?: ((error: CustomerError, input: Input) => void) | undefined;
	onSettled?: ((result: Result | undefined, error: CustomerError | null, input: Input) => void) | undefined;
}

/**
 * How a write behaves, whatever it writes. Cache work always runs, before what the caller passes.
 *
 * @param show does the cache work of a success, `fail` that of a failure
 */
export function writeSettings<Result, Input>(
	{ scope, queryClient }: Pick<CustomersContextValue, 'scope' | 'queryClient'>,
	kind: Parameters<typeof customerKey>[1],
	options: WriteCallbacks<Result, Input>,
	show: (result: Result, input: Input, context: WriteContext) => void,
	fail?: (error: CustomerError, input: Input) => void,
) {
	return {
		...mutationSettings,
		mutationKey: customerKey(scope, kind),
		onMutate: () => ({ scope }),
		onSettled: (result, error, input, context) => {
			// Neither is the result of a former user's write shown, nor one that the host has cleared away.
			if (!context || !writesOf(queryClient, scope).includes(context)) return;
			if (error) {
				fail?.(error, input);
				options.onError?.(error, input);
			} else {
				show(result!, input, context);
				options.onSuccess?.(result!, input);
			}
			options.onSettled?.(result, error, input);
		},
	} satisfies MutationOptions<Result, CustomerError, Input, WriteContext>;
}
