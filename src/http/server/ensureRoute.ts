import type { EnsureUser } from '../../contract/ensureUser';
import { rulesOf } from '../../domain/customerRules';
import { ensureCustomer } from '../../signup/ensureCustomer';
import { etagOf } from '../protocol/etag';
import type { Call, RouteResponse } from './call';
import { visible } from './fieldAccess';
import { ProblemError } from './problemError';
import { unsupported } from './requireSupported';

/** `POST /me`, which has no body: who it is for, the host says. A retry finds what the first call made, so there is no key to keep. */
export async function handleEnsure(call: Call): Promise<RouteResponse> {
	const { access, backend, deadline, settings } = call;
	const who = await deadline.run(() => userOf(call));
	const { customer, outcome, issues } = await deadline.run(() =>
		ensureCustomer({ backend, scope: access.scope, ...who, ...rulesOf(settings), signal: deadline.signal }),
	);
	const seen = visible(customer, access);
	call.audit({ action: 'ensure', id: customer.id, outcome, fields: [] });
	return {
		status: outcome === 'created' ? 201 : 200,
		headers: { ETag: await etagOf(seen) },
		body: { customer: seen, outcome, ...(issues && { issues }) },
	};
}

/** @throws `not_supported`, `forbidden`, `internal_error`, `misconfigured` */
async function userOf({ request, grant, settings: { ensure } }: Call): Promise<EnsureUser> {
	if (!ensure) throw unsupported(['']);
	let who: EnsureUser | null | undefined;
	try {
		who = await ensure(request, grant);
	} catch (cause) {
		throw new ProblemError('internal_error', { cause, message: 'ensure() threw.' });
	}
	if (who === null || who === undefined) throw new ProblemError('forbidden', { message: `ensure() returned ${who}.` });
	const { user, link, follow } = who;
	if (typeof user?.id === 'string' && user.id !== '' && typeof link?.get === 'function' && typeof link.set === 'function') {
		return { user, link, ...(follow !== undefined && { follow }) };
	}
	throw new ProblemError('misconfigured', { message: 'ensure() returned no { user: { id, email }, link: { get, set } }.' });
}
