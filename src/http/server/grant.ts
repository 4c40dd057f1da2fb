import type { Field } from '../../domain/customer';
import type { Grant } from '../protocol/protocol';
import { Refusal } from './refusal';

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

function misconfigured(what: string): Refusal {
	return new Refusal('misconfigured', {
		message: `authorize() answered a grant that cannot be used: ${what} Answer { allow: true, scope: 'whose customers', actor?, fields? }.`,
	});
}

/**
 * Reads what `authorize` answered, and fails closed.
 * @throws `unauthenticated` for null, `forbidden` unless `allow` is `true`, `misconfigured` for a grant that names no scope.
 */
export function checkGrant(answer: Grant | null): Access {
	if (answer === null || answer === undefined) throw new Refusal('unauthenticated', { message: 'authorize() answered null.' });
	if (typeof answer !== 'object' || answer.allow !== true) throw new Refusal('forbidden', { message: 'authorize() did not allow this.' });
	const { scope, actor } = answer;
	if (typeof scope !== 'string' || scope.trim() === '' || scope.trim() === '*') {
		throw misconfigured('`scope` is blank, `*` or no text, which could mean anybody’s customers.');
	}
	if (actor !== undefined && typeof actor !== 'string') throw misconfigured('`actor` is no text.');
	const canRead = fieldTest(answer.fields?.read);
	const canWrite = fieldTest(answer.fields?.write);
	const hidden = Object.fromEntries(fields.filter((field) => !canRead(field)).map((field) => [field, null]));
	return { scope, actor, canRead, canWrite, hidden, readKey: fields.filter(canRead).join() };
}
