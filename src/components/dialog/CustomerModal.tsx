'use client';
import * as Dialog from '@radix-ui/react-dialog';
import { useRef, useState } from 'react';
import type { CustomerRules } from '../../domain/customerRules';
import { useWords } from '../../hooks/context/useWords';
import type { FormUnit } from '../../hooks/form/customerFormValues';
import { useLeaveGuard } from '../../hooks/navigation/useLeaveGuard';
import { formWords } from '../../locales/english/form/formWords';
import { CustomerForm, type CustomerFormProps } from '../CustomerForm';
import { useAddressPart } from '../form/useAddressPart';
import { Button } from '../ui/Button';
import { focusedElement } from '../ui/focusedElement';
import { slot } from '../ui/slot';
import type { DialogFrameProps } from './DialogSkeleton';
import { DialogTitle } from './DialogTitle';
import { holdOthers } from './holdOthers';
import { Overlay } from './Overlay';

/** What a form in a modal dialog takes. */
export interface CustomerModalProps
	extends DialogFrameProps,
		CustomerRules,
		Pick<CustomerFormProps, 'fields' | 'defaultCountry' | 'openAddress' | 'getCustomerHref' | 'submitLabel' | 'children'> {
	/** Whether the dialog is shown. */
	open: boolean;
	/** Called with `false` when it wants to close: after saving, Escape, Cancel or a click beside it. */
	onOpenChange: (open: boolean) => void;
	/** The part whose first input has the focus when the dialog opens. @default the first that there is */
	focus?: FormUnit;
	/** Called once saved. The dialog closes itself, except after `existing`: that one says so and offers the way there. */
	onSaved?: CustomerFormProps['onSaved'];
}

/** The dialog itself, loaded apart from the button that opens it. */
export function CustomerModal(props: CustomerModalProps) {
	const { open, onOpenChange, customer, onSaved, title, container, classNames, focus, ...form } = props;
	const locale = useWords(formWords);
	const guard = useLeaveGuard();
	const contentRef = useRef<HTMLDivElement>(null);
	const openerRef = useRef<Element | null>(null);
	const aroundRef = useRef<Element | null>(null);
	const releaseRef = useRef<() => void>(undefined);
	// A dialog is loaded while the page rests, and so is what it may show at once.
	useAddressPart(true);
	// What is in a shadow root has its styles there.
	const [place, setPlace] = useState<HTMLElement | null>(null);
	const root = place?.getRootNode();
	const shadow = root instanceof ShadowRoot ? root : null;

	const close = () => onOpenChange(false);
	const requestClose = () => guard.leave(close);

	return (
		<Dialog.Root open={open && place !== null} onOpenChange={(next) => (next ? onOpenChange(true) : requestClose())}>
			<span ref={setPlace} hidden />
			<Dialog.Portal container={container ?? shadow}>
				<Overlay className={classNames?.overlay} />
				<Dialog.Content
					ref={contentRef}
					{...slot('pc-dialog', classNames?.dialog)}
					data-pc-root=""
					lang={locale.code}
					dir={locale.dir}
					aria-describedby={undefined}
					onOpenAutoFocus={(event) => {
						event.preventDefault();
						openerRef.current = focusedElement();
						aroundRef.current = openerRef.current?.closest('[data-pc-root]') ?? null;
						if (contentRef.current?.getRootNode() instanceof ShadowRoot) releaseRef.current = holdOthers(contentRef.current);
						const find = (control: string) => contentRef.current?.querySelector<HTMLElement>(`form ${control}`);
						((focus && find(`[name^="${focus}"]`)) ?? find(':is(input, select)'))?.focus();
					}}
					onCloseAutoFocus={(event) => {
						event.preventDefault();
						releaseRef.current?.();
						// What opened it may have had its day: a button that adds what is there now.
						const opener = openerRef.current?.isConnected
							? openerRef.current
							: aroundRef.current?.querySelector('[data-slot="pc-heading"]');
						if (opener instanceof HTMLElement) opener.focus();
						ignoreHeldKey();
					}}
					// What holds the focus in here gives it from the last control to the first without scrolling.
					onKeyUp={({ key, target }) => {
						if (key === 'Tab') (target as Element).scrollIntoView?.({ block: 'nearest' });
					}}
				>
					<div {...slot('pc-dialog-header', classNames?.header)}>
						<Dialog.Title {...slot('pc-dialog-title', classNames?.title)}>
							<DialogTitle title={title} customer={customer} />
						</Dialog.Title>
						<Button variant="ghost" icon="close" aria-label={locale.common.close} onClick={requestClose} />
					</div>
					<CustomerForm
						{...form}
						{...(focus === 'address' && { openAddress: true })}
						{...(customer ? { customer } : {})}
						guard={guard}
						onCancel={close}
						onSaved={(saved, outcome) => {
							onSaved?.(saved, outcome);
							if (outcome !== 'existing') close();
						}}
					/>
				</Dialog.Content>
			</Dialog.Portal>
		</Dialog.Root>
	);
}

/** A key that is still held down when the dialog closes must not press what has the focus now; one that is pressed later may. */
function ignoreHeldKey(): void {
	// Not by a signal: in Jest, jsdom refuses Node's.
	const over = () => {
		window.removeEventListener('keydown', press, true);
		window.removeEventListener('keyup', over, true);
	};
	const press = (event: KeyboardEvent) => (event.repeat ? event.preventDefault() : over());
	window.addEventListener('keydown', press, true);
	window.addEventListener('keyup', over, true);
}
