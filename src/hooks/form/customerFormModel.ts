import type { UseFormReturn } from 'react-hook-form';
import type { CreateResult } from '../../contract/backend';
import type { CustomerError } from '../../contract/errors';
import type { Customer, CustomerInput, CustomerPatch } from '../../domain/customer';
import type { CustomerRules } from '../../domain/customerRules';
import type { CustomerFormValues, FormPath, FormUnit } from './customerFormValues';

/** What became of a submit. `created`, `unknown`, `updated`: it was saved. `existing`: the email belonged to a customer already, nothing was changed. `unchanged`: nothing to save. */
export type CustomerFormOutcome = CreateResult['outcome'] | 'updated' | 'unchanged';

/** What a form edits, and what it starts with. */
export interface UseCustomerFormOptions extends CustomerRules {
	/** The customer to edit; a fresher one may be passed at any time and never touches what was typed. Without one the form creates. */
	customer?: Customer | null;
	/**
	 * The parts that have inputs, as far as the backend keeps them; what is wrong with others is said in the summary. @default all
	 */
	fields?: readonly FormUnit[];
	/** What a new customer starts with. @default nothing */
	defaultValues?: Partial<CustomerInput>;
	/**
	 * Country that a new address starts with, ISO 3166-1 alpha-2; alone it is not saved as an address. National numbers in a phone input that
	 * is registered belong to the address's country, else to this one. @default none
	 */
	defaultCountry?: string;
	/** After every submit that did not fail; `outcome` tells what happened. */
	onSuccess?: (customer: Customer, outcome: CustomerFormOutcome) => void;
	/** After a submit that failed, a conflict aside. */
	onError?: (error: CustomerError) => void;
	/** After a submit that fields refused, here or on the server: which ones. Focus the first of them. */
	onInvalid?: (paths: readonly FormPath[]) => void;
}

/** A part of the customer that I changed and that is stored differently now. */
export interface CustomerFormConflictField {
	/** Which part. */
	unit: FormUnit;
	/** What I typed. */
	mine: CustomerFormValues[FormUnit];
	/** What is stored. */
	theirs: CustomerFormValues[FormUnit];
}

/** Someone else saved meanwhile. What only they changed is in the form already; what I typed is untouched. */
export interface CustomerFormConflict {
	/** What is stored now. */
	theirs: Customer;
	/** The parts that both changed, to choose from. */
	fields: readonly CustomerFormConflictField[];
	/** Saves over the stored version. Mine is kept where nothing is chosen. Never rejects by itself, see `submit`. */
	saveMerged: (choice?: Partial<Record<FormUnit, 'mine' | 'theirs'>>) => Promise<void>;
	/** Drops my changes and shows what is stored. */
	takeTheirs: () => void;
}

/** What passed validation, in canonical spelling. */
export type CustomerFormSubmission =
	| {
			/** The new customer. */
			input: CustomerInput;
	  }
	| {
			/** What an edit changes. */
			patch: CustomerPatch;
	  };

/** react-hook-form's own form. */
export type CustomerFormMethods = UseFormReturn<CustomerFormValues, unknown, CustomerFormSubmission>;

/** A form without markup. */
export interface CustomerFormModel {
	/** react-hook-form's own; inputs may be registered by path (`address.postal_code`), or controlled with `values`, `change` and `blur`. */
	form: CustomerFormMethods;
	/** Whether it creates or edits. */
	mode: 'create' | 'edit';
	/** The parts that have inputs, without those that the backend keeps of nobody. */
	fields: readonly FormUnit[];
	/** What stands in the inputs. */
	values: CustomerFormValues;
	/** Someone typed or chose. */
	change: (path: FormPath, value: string) => void;
	/** Someone left the field: it is validated. */
	blur: (path: FormPath) => void;
	/** A field is (no longer) being read, as a phone is until the numbering plans are loaded: saving waits for it, five seconds at most. */
	hold: (path: FormPath, held: boolean) => void;
	/** What is wrong with a field, as a sentence in the provider's language. */
	fieldError: (path: FormPath) => string | undefined;
	/** What is wrong without an input of its own, as sentences. */
	summary: readonly string[];
	/**
	 * Validates and saves; calls while one is running do nothing. For `<form onSubmit>`, or to be called. Never rejects by itself: what failed
	 * is in `error`. What an `onSuccess`, `onError` or `onInvalid` of the host's throws is passed on.
	 */
	submit: (event?: { preventDefault(): void; stopPropagation(): void }) => Promise<void>;
	/** Submits are being worked on between `saving` and any other. */
	status: 'idle' | 'saving' | 'created' | 'updated' | 'existing' | 'unchanged' | 'invalid' | 'conflict' | 'failed';
	/** Why saving failed, unless the fields, the summary or the conflict say it. Submitting again is safe: it has one effect. */
	error: CustomerError | null;
	/** The customer that was saved, or the one that exists already. */
	saved: Customer | null;
	/** Before submitting: the customer who already has the email that was typed into a form for a new one. */
	taken: Customer | null;
	/** What someone else saved meanwhile; `null` where nobody did. */
	conflict: CustomerFormConflict | null;
	/** Whether there is something to lose. */
	isDirty: boolean;
	/** Back to what is stored or preset; drops what was typed. */
	reset: () => void;
}

/** That of a form which does not render at each key. */
export type QuietCustomerFormModel = Omit<CustomerFormModel, 'isDirty'>;
