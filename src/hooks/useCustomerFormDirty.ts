'use client';
import { useFormState } from 'react-hook-form';
import type { CustomerFormModel } from './useCustomerFormModel';

/** Whether there is something to lose, for a part of the form that shall render when that changes while the form itself need not. */
export function useCustomerFormDirty({ form }: Pick<CustomerFormModel, 'form'>): boolean {
	return useFormState({ control: form.control }).isDirty;
}
