'use client';
import { useRef } from 'react';
import { noAnswer } from '../../contract/noAnswer';
import type { Customer } from '../../domain/customer';
import { useCustomersContext } from '../context/customersContext';
import type { CustomerFormSubmission } from './customerFormModel';
import type { CustomerFormSender } from './customerFormSender';
import type { SaveResult } from './saveCustomerForm';

type Send = (submission: CustomerFormSubmission, base: Customer | null) => Promise<SaveResult>;

/** Fetches what sends forms, with the first key of one. */
export const loadFormSender = () => import('./customerFormSender');

/** What sends a form, once it has come. Where it cannot be loaded nothing is sent, and the next submit tries again. */
export function useFormSender(): () => Promise<Send> {
	const context = useCustomersContext();
	const sender = useRef<CustomerFormSender>(null);
	return async () => {
		try {
			sender.current ??= (await loadFormSender()).customerFormSender();
			const send = sender.current;
			return (submission, base) => send(context, submission, base);
		} catch (cause) {
			return async () => {
				const error = noAnswer(cause, 'What saves a form could not be loaded. Submit it again.');
				context.onError(error);
				return { error };
			};
		}
	};
}
