import type { CustomerBackend } from '../../contract/backend';
import { CustomerError } from '../../contract/errors';

type Method = 'listSubscriptions' | 'cancelSubscription' | 'resumeSubscription' | 'createCheckout' | 'createBillingPortal' | 'ensureMe';

/**
 * A method that not every backend has.
 * @throws `not_supported` where this one has it not
 */
export function methodOf<Name extends Method>(backend: CustomerBackend, name: Name): Required<CustomerBackend>[Name] {
	const method = (backend as Required<CustomerBackend>)[name];
	if (!method) throw new CustomerError('not_supported', { message: `This backend has no ${name}.` });
	return method.bind(backend) as typeof method;
}
