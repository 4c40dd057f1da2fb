'use client';
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import type { Customer } from '../../domain/customer';
import { useWords } from '../../hooks/context/useWords';
import { formWords } from '../../locales/english/form/formWords';
import { FormSkeleton } from '../form/FormSkeleton';
import { Button } from '../ui/Button';
import { slot } from '../ui/slot';
import { DialogTitle } from './DialogTitle';

/** Parts of the dialog that take a class: `overlay`, `dialog`, `header` and `title`. */
export type CustomerDialogSlot = 'overlay' | 'dialog' | 'header' | 'title';

/** What the dialog and its stand-in have in common. */
export interface DialogFrameProps {
	/** The customer to edit; without one the dialog creates. */
	customer?: Customer;
	/** The dialog's title. @default "New customer" or "Edit customer" in the reader's language */
	title?: ReactNode;
	/** Where the dialog is put, for a theme that is set on an element. @default document.body */
	container?: HTMLElement | null;
	/** Classes to add, by slot. */
	classNames?: Partial<Record<CustomerDialogSlot, string>>;
}

interface DialogSkeletonProps extends DialogFrameProps {
	/** There will be no dialog: it could not be loaded. */
	failed: boolean;
	/** It was, and threw. */
	broken: boolean;
	onRetry: () => void;
	onClose: () => void;
}

/** Stands in for the dialog until it is loaded. */
export function DialogSkeleton({ classNames, container, customer, title, failed, broken, onRetry, onClose }: DialogSkeletonProps) {
	const locale = useWords(formWords);
	const id = useId();
	const ref = useRef<HTMLDialogElement>(null);
	useLayoutEffect(() => {
		const dialog = ref.current;
		if (dialog?.showModal) {
			dialog.showModal();
			// Not the button that closes it: the key that opened it may still be held down.
			dialog.focus();
		}
		// Gives the focus back to what opened it, where the dialog itself will look for it.
		return () => dialog?.close?.();
	}, []);
	const drawn = (
		<dialog
			ref={ref}
			tabIndex={-1}
			{...slot('pc-dialog', classNames?.dialog)}
			data-pc-root=""
			lang={locale.code}
			dir={locale.dir}
			aria-labelledby={id}
			onCancel={(event) => {
				event.preventDefault();
				onClose();
			}}
		>
			<div {...slot('pc-dialog-header', classNames?.header)}>
				<p id={id} {...slot('pc-dialog-title', classNames?.title)}>
					<DialogTitle title={title} customer={customer} />
				</p>
				<Button variant="ghost" icon="close" aria-label={locale.common.close} onClick={onClose} />
			</div>
			{failed ? (
				<p role="alert" {...slot('pc-dialog-failure')}>
					<span>{`${broken ? locale.errors.internal_error : locale.menus.failed} `}</span>
					<Button
						onClick={() => {
							ref.current?.focus();
							onRetry();
						}}
					>
						{locale.common.retry}
					</Button>
				</p>
			) : (
				<FormSkeleton className={undefined} />
			)}
		</dialog>
	);
	// The theme may be set there.
	return container ? createPortal(drawn, container) : drawn;
}
