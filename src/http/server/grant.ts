import type { Field } from '../../domain/customer';
import { ProblemError } from './problemError';

/** What `authorize` returns for a request that somebody may make. */
export interface Grant {
	/** Only `true` allows; anything else is a 403 `forbidden`. */
	allow: boolean;
	/** Whose customers these are: an organisation's id, say. Blank or `*` is refused as `misconfigured`. */
	scope: string;
	/** Who asks, say a user's id: for rate limits, idempotency keys and the audit trail. Without it all of a scope share one rate limit. */
	actor?: string;
	/** Fields this actor may read and write; all of them when absent. */
	fields?: {
		/** The others are `null` in responses; searching, filtering, sorting or exporting by them is `forbidden`. All, when absent. */
		read?: readonly Field[];
		/** Writing one of the others is `forbidden`, also with the value that is there. All, when absent. */
		write?: readonly Field[];
	};
}

const fields: readonly Field[] = ['id', 'email', 'name', 'phone', 'address', 'created'];

/** A grant that was checked: who asks, for whose customers, and what may pass. */
export interface Access {
	scope: string;
	actor: string | undefined;
	canRead(field: Field): boolean;
	canWrite(field: Field): boolean;
	/** The fields that may not be read, each `null`: what a customer looks like to this actor. */
	hidden: Readonly<Partial<Record<Field, null>>>;
	/** Which fields may be read, as a text to compare by. */
	readKey: string;
}

function fieldTest(list: unknown): (field: Field) => boolean {
	if (list === undefined) return () => true;
	if (!Array.isArray(list)) throw misconfigured('`fields.read` and `fields.write` are lists of field names.');
	const granted = new Set<unknown>(list);
	return (field) => granted.has(field);
}

function misconfigured(what: string): ProblemError {
	return new ProblemError('misconfigured', {
		message: `authorize() returned a grant that cannot be used: ${what} Return { allow: true, scope: 'whose customers', actor?, fields? }.`,
	});
}

/**
 * Checks what `authorize` returned, and fails closed.
 * @throws `unauthenticated` for null, `forbidden` unless `allow` is `true`, `misconfigured` for a grant that names no scope.
 */
export function checkGrant(grant: Grant | null): Access {
	if (grant === null || grant === undefined) throw new ProblemError('unauthenticated', { message: 'authorize() returned null.' });
	if (typeof grant !== 'object' || grant.allow !== true)
		throw new ProblemError('forbidden', { message: 'authorize() did not allow this.' });
	const { scope, actor } = grant;
	if (typeof scope !== 'string' || scope.trim() === '' || scope.trim() === '*') {
		throw misconfigured('`scope` is blank, `*` or no text, which could mean anybody’s customers.');
	}
	if (actor !== undefined && typeof actor !== 'string') throw misconfigured('`actor` is no text.');
	const canRead = fieldTest(grant.fields?.read);
	const canWrite = fieldTest(grant.fields?.write);
	const hidden = Object.fromEntries(fields.filter((field) => !canRead(field)).map((field) => [field, null]));
	return { scope, actor, canRead, canWrite, hidden, readKey: fields.filter(canRead).join() };
}
