'use client';
import { createContext, useContext } from 'react';
import type { Customer } from '../../domain/customer';
import type { CustomerRules } from '../../domain/customerRules';
import type { QuietCustomerFormModel } from '../../hooks/form/customerFormModel';
import type { FormPath, FormUnit } from '../../hooks/form/customerFormValues';

/** What a form hands to the fields inside it. */
export interface CustomerFormContextValue {
	model: QuietCustomerFormModel;
	/** Id of a field's control. */
	idOf: (path: FormPath) => string;
	/** Validates a field that was left, if there is anything to validate. */
	leave: (path: FormPath) => void;
	defaultCountry: string | undefined;
	rules: Required<CustomerRules>;
	/** What the backend keeps of anybody; all of it while that is unknown. */
	kept: readonly FormUnit[];
	readOnly: boolean;
	/** Whether the fields of an address are shown from the start. */
	openAddress: boolean;
	getCustomerHref: ((customer: Customer) => string) | undefined;
	fieldClassName: string | undefined;
}

export const CustomerFormContext = createContext<CustomerFormContextValue | null>(null);

/** @throws Error outside a `<CustomerForm>`. */
export function useCustomerFormContext(): CustomerFormContextValue {
	const context = useContext(CustomerFormContext);
	if (context === null) {
		throw new Error('proyecta-customers: <CustomerFormField> is outside <CustomerForm>, with no form to belong to. Render it inside one.');
	}
	return context;
}
