import type { Mutation } from '@tanstack/react-query';
import type { CustomerChange } from '../../contract/backend';
import { scopeKey } from '../cache/customerKey';
import type { WriteContext } from '../cache/writeContext';
import type { LiveContext } from './refetchPages';

/** In milliseconds: what is told later of a customer who was saved here is somebody else's doing. */
const echoWithin = 5_000;

const heard = new WeakSet<Mutation>();

/** What changes a customer, and has shown what came of it. */
const billingWrites: readonly unknown[] = ['checkout', 'cancel', 'resume'];

/** Whether something is being written here, so that nobody can tell yet whose change one hears of. */
export function isWriting({ queryClient, scope }: LiveContext): boolean {
	return queryClient.isMutating({ mutationKey: scopeKey(scope), predicate: ({ options }) => options.mutationKey?.[2] !== 'export' }) > 0;
}

/** Whether a change is one that was made here, each only once: it is shown already. What was made before a gap is never told after it. */
export function isOwn({ queryClient, scope }: LiveContext, change: CustomerChange): boolean {
	const own = queryClient.getMutationCache().findAll({ mutationKey: scopeKey(scope), status: 'success' });
	const isGap = change.type === 'resync';
	// A gap stands for all that was made so far, and is itself none of it.
	return own.some((one) => !heard.has(one) && (isGap || tellsOf(one, change)) && heard.add(one) && !isGap);
}

function tellsOf({ state, options }: Mutation, { type, id }: Exclude<CustomerChange, { type: 'resync' }>): boolean {
	const { saved } = (state.context ?? {}) as Partial<WriteContext>;
	const { customerId } = (state.variables ?? {}) as { customerId?: string };
	// A checkout that only led to the vendor has changed nothing yet: what is told of is what came of it.
	const { url } = (state.data ?? {}) as { url?: string | null };
	const isOfThese = saved
		? saved.customer.id === id && saved.isNew === (type === 'created')
		: customerId === id && !url && billingWrites.includes(options.mutationKey?.[2]);
	return isOfThese && Date.now() - (saved?.at ?? state.submittedAt + echoWithin) < echoWithin;
}
