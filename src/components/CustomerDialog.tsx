'use client';
import { useEffect, useState } from 'react';
import { lazyPart } from '../hooks/context/lazyPart';
import type { CustomerModalProps } from './dialog/CustomerModal';
import { DialogSkeleton } from './dialog/DialogSkeleton';
import { Boundary } from './ui/Boundary';

/** What `CustomerDialog` takes, with all of `CustomerForm` that makes sense in a dialog. */
export interface CustomerDialogProps extends CustomerModalProps {}

const useModal = lazyPart(() => import('./dialog/CustomerModal'));

/**
 * Creates or edits a customer in a modal dialog; asks before it throws typing away. Loaded while the page rests, or once it is opened.
 *
 * @example
 * const [open, setOpen] = useState(false);
 * <CustomerDialog open={open} onOpenChange={setOpen} defaultCountry="IN" />;
 */
export function CustomerDialog(props: CustomerDialogProps) {
	const { open, onOpenChange } = props;
	const rests = useRest();
	const [tries, setTries] = useState(1);
	const modal = useModal(open ? tries : rests);
	const standIn = open && (
		<DialogSkeleton
			{...props}
			failed={modal !== undefined}
			broken={Boolean(modal)}
			onRetry={() => setTries(tries + 1)}
			onClose={() => onOpenChange(false)}
		/>
	);
	if (!modal) return standIn;
	return (
		<Boundary of="CustomerDialog" subject={`${open}${tries}`} fallback={standIn}>
			<modal.CustomerModal {...props} />
		</Boundary>
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
