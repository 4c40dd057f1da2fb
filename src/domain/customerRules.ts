/** How strictly customers are checked. Give the form, the handler and the backend the same, so that they never disagree. */
export interface CustomerRules {
	/**
	 * Which phone numbers pass: those that are assigned in their country's numbering plan, or all that have a possible length there.
	 * @default 'valid'
	 */
	phoneValidation?: PhoneValidation;
	/**
	 * Whether an address needs the fields that its country requires; `partial` takes whatever is known of it. What is given is checked
	 * either way.
	 * @default 'complete'
	 */
	addressValidation?: AddressValidation;
}

/** `valid`: assigned in its country's numbering plan. `possible`: of a length that numbers have there. */
export type PhoneValidation = 'valid' | 'possible';

/** `complete`: with every field that the country requires. `partial`: with whatever is known. */
export type AddressValidation = 'complete' | 'partial';

/** The rules among other options. */
export function rulesOf({ phoneValidation = 'valid', addressValidation = 'complete' }: CustomerRules): Required<CustomerRules> {
	return { phoneValidation, addressValidation };
}
