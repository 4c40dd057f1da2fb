import type { Field } from '../../domain/customer';
import { ProblemError } from './problemError';
import type { Action } from './route';

/** What `authorize` returns for a request that somebody may make. */
export interface Grant {
	/** Only `true` allows; anything else is a 403 `forbidden`. */
	allow: boolean | undefined;
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
	/**
	 * What this actor may do; everything when absent. All else is `forbidden` and off in the capabilities, so that no page shows a button for
	 * it. `capabilities` can always be asked for.
	 */
	actions?: readonly Action[];
	/** The caller's own customer: what `me` stands for in place of an id. Without one, `me` is `not_found`. */
	me?: string | null;
	/**
	 * How far this actor reaches: with `own` to `me` alone. Listing, searching, creating, importing and exporting are `forbidden` then, and
	 * every other id is `not_found`. @default 'all'
	 */
	reach?: 'all' | 'own';
}

const fields: readonly Field[] = ['id', 'email', 'name', 'phone', 'address', 'created'];

/** What concerns customers whose ids are not known before. */
const aboutAll: ReadonlySet<Action> = new Set(['list', 'create', 'export'] satisfies Action[]);

/** A grant that was checked: who asks, for whose customers, and what may pass. */
export interface Access {
	scope: string;
	actor: string | undefined;
	may(action: Action): boolean;
	canRead(field: Field): boolean;
	canWrite(field: Field): boolean;
	/** The fields that may not be read, each `null`: what a customer looks like to this actor. */
	hidden: Readonly<Partial<Record<Field, null>>>;
	/** The caller's own customer. */
	me: string | null;
	/** The customer that an id of a route means. @throws `not_found` where this actor reaches nobody by it */
	reached(id: string): string;
	/** Whether this actor may know of a customer by its real id. */
	reaches(id: string): boolean;
	/** Whether that is everybody. */
	everybody: boolean;
	/** Which fields may be read, as a text to compare by. */
	readKey: string;
}

/** Whether a name is on the list of a grant, which allows all where it is absent. */
function listTest<T extends string>(name: string, list: unknown): (entry: T) => boolean {
	if (list === undefined) return () => true;
	if (!Array.isArray(list)) throw misconfigured(`\`${name}\` is no list of names.`);
	const granted = new Set<unknown>(list);
	return (entry) => granted.has(entry);
}

function misconfigured(what: string): ProblemError {
	return new ProblemError('misconfigured', {
		message: `authorize() returned a grant that cannot be used: ${what} Return { allow: true, scope: 'whose customers', actor?, fields?, actions?, me?, reach? }.`,
	});
}

/**
 * Checks what `authorize` returned, and fails closed.
 * @throws `unauthenticated` for null, `forbidden` unless `allow` is `true`, `misconfigured` for a grant that names no scope.
 */
export function checkGrant(grant: Grant | null | undefined): Access {
	if (grant === null || grant === undefined) throw new ProblemError('unauthenticated', { message: `authorize() returned ${grant}.` });
	if (typeof grant !== 'object' || grant.allow !== true)
		throw new ProblemError('forbidden', { message: 'authorize() did not allow this.' });
	const { scope, actor } = grant;
	if (typeof scope !== 'string' || scope.trim() === '' || scope.trim() === '*') {
		throw misconfigured('`scope` is blank, `*` or no text, which could mean anybody’s customers.');
	}
	if (actor !== undefined && typeof actor !== 'string') throw misconfigured('`actor` is no text.');
	const canRead = listTest<Field>('fields.read', grant.fields?.read);
	const canWrite = listTest<Field>('fields.write', grant.fields?.write);
	const granted = listTest<Action>('actions', grant.actions);
	const { me = null, reach = 'all' } = grant;
	if (me !== null && (typeof me !== 'string' || me === '')) throw misconfigured('`me` is blank or no text.');
	if (reach !== 'all' && reach !== 'own') throw misconfigured("`reach` is neither 'all' nor 'own'.");
	const may = (action: Action) => action === 'capabilities' || (granted(action) && !(reach === 'own' && aboutAll.has(action)));
	const everybody = reach === 'all';
	const reaches = (id: string) => everybody || id === me;
	const reached = (id: string) => {
		const meant = id === 'me' ? me : id;
		if (meant !== null && reaches(meant)) return meant;
		throw new ProblemError('not_found', {
			message: `The grant names no customer for \`me\`${reach === 'own' ? ', or reaches no other (reach)' : ''}.`,
		});
	};
	const hidden = Object.fromEntries(fields.filter((field) => !canRead(field)).map((field) => [field, null]));
	return { scope, actor, may, canRead, canWrite, hidden, me, reached, reaches, everybody, readKey: fields.filter(canRead).join() };
}

/**
 * Refuses what the grant does not list.
 * @throws `forbidden`
 */
export function requireAction(action: Action, { may }: Access): void {
	if (!may(action)) throw new ProblemError('forbidden', { message: `The grant does not let this actor ${action} (actions, reach).` });
}
