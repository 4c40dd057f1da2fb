import type { CallOptions } from '../../contract/backend';
import { CustomerError } from '../../contract/errors';

/**
 * Keeps an account to one scope: the given one, else the first that calls.
 *
 * @returns what refuses a call of another scope. It throws `misconfigured`
 */
export function createScopeClaim(owner: string | undefined): (call: CallOptions) => void {
	return ({ scope }) => {
		if (scope === undefined || scope === owner) return;
		if (owner !== undefined) throw otherScope();
		owner = scope;
	};
}

function otherScope(): CustomerError {
	return new CustomerError('misconfigured', {
		message:
			'This Proyecta backend belongs to another scope: an account keeps no scopes apart. Make one backend a scope, each with the client of ' +
			'its own account, and choose it in createCustomersHandler by `backend: grant => …`.',
	});
}
