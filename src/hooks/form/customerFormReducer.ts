import type { CustomerError } from '../../contract/errors';
import type { Customer } from '../../domain/customer';
import type { Issue } from '../../domain/issue';
import type { CustomerFormModel, CustomerFormOutcome } from './customerFormModel';
import type { CustomerFormValues, FormPath, FormUnit } from './customerFormValues';
import { dependentsOf, type FormFieldError, placeIssues } from './formErrors';

/** What a form knows besides what its inputs hold. */
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

export type CustomerFormEvent =
	/** Another customer, another user, or back to what is stored. */
	| { type: 'started'; scope: string; base: Customer | null }
	/** What is stored is known anew. */
	| { type: 'rebased'; base: Customer | null }
	| { type: 'changed'; path: string }
	| { type: 'left'; email: string }
	| { type: 'submitted' }
	/** The form's own rules found something. */
	| { type: 'refused'; loose: readonly Issue[] }
	| { type: 'failed'; error: CustomerError; fields: readonly FormUnit[] }
	| { type: 'met'; theirs: Customer; fields: readonly FormUnit[] }
	/** `settled`: what need not be sent again. */
	| { type: 'saved'; customer: Customer; outcome: CustomerFormOutcome; settled: CustomerFormValues | null };

const idle = { status: 'idle', error: null, loose: [], saved: null, conflict: null } as const;
const noErrors: CustomerFormState['serverErrors'] = new Map();

export function startForm(scope: string, base: Customer | null): CustomerFormState {
	return { ...idle, scope, base, settled: null, serverErrors: noErrors, leftEmail: null };
}

/** How far a form has come after what happened. Returns the same state where nothing shows. */
export function customerFormReducer(state: CustomerFormState, event: CustomerFormEvent): CustomerFormState {
	switch (event.type) {
		case 'started':
			return startForm(event.scope, event.base);
		case 'rebased':
			return { ...state, base: event.base, settled: null };
		case 'changed':
			return afterChange(state, event.path);
		case 'left':
			return withLeftEmail(state, event.email.includes('@') ? event.email : null);
		case 'submitted':
			return { ...state, status: 'saving', serverErrors: noErrors };
		case 'refused':
			return { ...state, ...idle, status: 'invalid', loose: event.loose };
		case 'failed':
			return afterFailure(state, event.error, event.fields);
		case 'met':
			return { ...state, ...idle, status: 'conflict', conflict: { theirs: event.theirs, fields: event.fields } };
		case 'saved': {
			const status = event.outcome === 'unknown' ? 'created' : event.outcome;
			return { ...state, ...idle, status, saved: event.customer, settled: event.settled };
		}
	}
}

/** Another value settles what the server said of it, and asks anew who has the email. */
function afterChange(state: CustomerFormState, path: string): CustomerFormState {
	const next = path === 'email' ? withLeftEmail(state, null) : state;
	const settled = dependentsOf(path).filter((dependent) => state.serverErrors.has(dependent));
	if (settled.length === 0) return next;
	return { ...next, serverErrors: new Map([...state.serverErrors].filter(([known]) => !settled.includes(known))) };
}

function withLeftEmail(state: CustomerFormState, leftEmail: string | null): CustomerFormState {
	return leftEmail === state.leftEmail ? state : { ...state, leftEmail };
}

/** What fields or the summary can say is said there, and only the rest is a failure. */
function afterFailure(state: CustomerFormState, error: CustomerError, fields: readonly FormUnit[]): CustomerFormState {
	const { errors, loose } = placeIssues(error.issues, fields);
	if (error.code === 'email_exists' && fields.includes('email')) errors.set('email', { type: error.code });
	const explained = errors.size > 0 || loose.length > 0;
	return { ...state, ...idle, status: explained ? 'invalid' : 'failed', error: explained ? null : error, loose, serverErrors: errors };
}
