import type { CallOptions } from '../../contract/backend';
import { CustomerError } from '../../contract/errors';

/**
 * Keeps a vendor's account to one scope: the given one, else the first that calls.
 *
 * @param vendor how the backend is called in the message
 * @returns what refuses a call of another scope. It throws `misconfigured`
 */
export function createScopeClaim(owner: string | undefined, vendor: string): (call: CallOptions) => void {
	return ({ scope }) => {
		if (scope === undefined || scope === owner) return;
		if (owner !== undefined) throw otherScope(vendor);
		owner = scope;
	};
}

function otherScope(vendor: string): CustomerError {
	return new CustomerError('misconfigured', {
		message:
			`This ${vendor} backend belongs to another scope: an account keeps no scopes apart. Make one backend a scope, each with the client of ` +
			'its own account, and choose it in createCustomersHandler by `backend: grant => …`.',
	});
}
