'use client';
import { type ReactNode, useEffect, useState } from 'react';
import type { Customer } from '../domain/customer';
import type { CustomerRules } from '../domain/customerRules';
import type { CustomerFormProps } from './CustomerForm';
import { DialogSkeleton } from './dialog/DialogSkeleton';
import { lazyPart } from './ui/lazyPart';

export type CustomerDialogSlot = 'overlay' | 'dialog' | 'header' | 'title';

export interface CustomerDialogProps
	extends CustomerRules,
		Pick<CustomerFormProps, 'fields' | 'defaultCountry' | 'getCustomerHref' | 'submitLabel' | 'children'> {
	open: boolean;
	onOpenChange: (open: boolean) => void;
	/** The customer to edit; without one the dialog creates. */
	customer?: Customer;
	/** Called once saved. The dialog closes itself, except after `existing`: that one says so and offers the way there. */
	onSaved?: CustomerFormProps['onSaved'];
	/** @default "New customer" or "Edit customer" in the reader's language */
	title?: ReactNode;
	/** Where the dialog is put, for a theme that is set on an element. @default document.body */
	container?: HTMLElement | null;
	classNames?: Partial<Record<CustomerDialogSlot, string>>;
}

const useModal = lazyPart(() => import('./dialog/CustomerModal'));

/** Creates or edits a customer in a modal dialog; asks before it throws typing away. Loaded while the page rests, or once it is opened. */
export function CustomerDialog(props: CustomerDialogProps) {
	const { open, onOpenChange } = props;
	const rests = useRest();
	const [tries, setTries] = useState(1);
	const modal = useModal(open ? tries : rests);
	if (modal) return <modal.CustomerModal {...props} />;
	return (
		open && <DialogSkeleton {...props} failed={modal === null} onRetry={() => setTries(tries + 1)} onClose={() => onOpenChange(false)} />
	);
}

/** Whether the page has had nothing to do since it was shown. */
function useRest(): boolean {
	const [rests, setRests] = useState(false);
	useEffect(() => {
		// Safari has none.
		window.requestIdleCallback?.(() => setRests(true));
	}, []);
	return rests;
}
