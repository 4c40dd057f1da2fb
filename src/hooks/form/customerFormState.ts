import type { CustomerError } from '../../contract/errors';
import type { Customer } from '../../domain/customer';
import type { Issue } from '../../domain/issue';
import type { CustomerFormModel, CustomerFormOutcome } from './customerFormModel';
import type { CustomerFormValues, FormPath, FormUnit } from './customerFormValues';
import { dependentsOf, type FormFieldError, placeIssues } from './formErrors';

/** What a form knows besides what its inputs hold. Where nothing changes, what follows below returns the same. */
export interface CustomerFormState {
	/** Whose draft it is. */
	scope: string;
	/** What the typed values are compared with and saved over; `null` for a new customer. */
	base: Customer | null;
	/** The values that the last submit settled: sending them again is a double click. */
	settled: CustomerFormValues | null;
	/** What the server said of fields, until these or what they depend on change. */
	serverErrors: ReadonlyMap<FormPath, FormFieldError>;
	/** The email whose field was left, if it is one. */
	leftEmail: string | null;
	status: CustomerFormModel['status'];
	error: CustomerError | null;
	/** Issues without an input. */
	loose: readonly Issue[];
	saved: Customer | null;
	conflict: { theirs: Customer; fields: readonly FormUnit[] } | null;
}

const idle = { status: 'idle', error: null, loose: [], saved: null, conflict: null } as const;
const noErrors: CustomerFormState['serverErrors'] = new Map();

/** Another customer, another user, or back to what is stored. */
export function started(scope: string, base: Customer | null): CustomerFormState {
	return { ...idle, scope, base, settled: null, serverErrors: noErrors, leftEmail: null };
}

/** What is stored is known anew. */
export function rebased(state: CustomerFormState, base: Customer | null): CustomerFormState {
	return { ...state, base, settled: null };
}

/** Another value settles what the server said of it and of what depends on it, and whether someone has the email is asked anew. */
export function changed(state: CustomerFormState, path: string): CustomerFormState {
	const next = path === 'email' ? leftEmail(state, '') : state;
	const forgotten = dependentsOf(path).filter((dependent) => state.serverErrors.has(dependent));
	if (forgotten.length === 0) return next;
	return { ...next, serverErrors: new Map([...state.serverErrors].filter(([known]) => !forgotten.includes(known))) };
}

/** The field of the email was left. */
export function leftEmail(state: CustomerFormState, text: string): CustomerFormState {
	const email = text.includes('@') ? text : null;
	return email === state.leftEmail ? state : { ...state, leftEmail: email };
}

export function submitted(state: CustomerFormState): CustomerFormState {
	return { ...state, status: 'saving', serverErrors: noErrors };
}

/** The form's own rules found something. */
export function refused(state: CustomerFormState, loose: readonly Issue[]): CustomerFormState {
	return { ...state, ...idle, status: 'invalid', loose };
}

/** What fields or the summary can say is said there, and only the rest is a failure. */
export function failed(state: CustomerFormState, error: CustomerError, fields: readonly FormUnit[]): CustomerFormState {
	const { errors, loose } = placeIssues(error.issues, fields);
	if (error.code === 'email_exists' && fields.includes('email')) errors.set('email', { type: error.code });
	const next = { ...refused(state, loose), serverErrors: errors };
	return errors.size + loose.length > 0 ? next : { ...next, status: 'failed', error };
}

/** Someone else saved `theirs` meanwhile; `fields` are to be chosen from. */
export function contested(state: CustomerFormState, theirs: Customer, fields: readonly FormUnit[]): CustomerFormState {
	return { ...state, ...idle, status: 'conflict', conflict: { theirs, fields } };
}

/** @param settled what need not be sent again */
export function saved(
	state: CustomerFormState,
	customer: Customer,
	outcome: CustomerFormOutcome,
	settled: CustomerFormValues | null,
): CustomerFormState {
	return { ...state, ...idle, status: outcome === 'unknown' ? 'created' : outcome, saved: customer, settled };
}
