'use client';
import { useEffect, useId, useRef } from 'react';
import { useWords } from '../../hooks/context/useWords';
import { formWords } from '../../locales/english/form/formWords';
import { Button } from '../ui/Button';
import { focusedElement } from '../ui/focusedElement';
import { slot } from '../ui/slot';
import { useEscape } from '../ui/useEscape';

export interface DiscardQuestionProps {
	onKeep: () => void;
	onDiscard: () => void;
}

/** Asks in place whether typing may be thrown away; the safe answer has the focus, which returns to the field when it is given. */
export function DiscardQuestion({ onKeep, onDiscard }: DiscardQuestionProps) {
	const locale = useWords(formWords);
	const id = useId();
	const keepRef = useRef<HTMLButtonElement>(null);
	useEscape(true, onKeep);

	useEffect(() => {
		const before = focusedElement();
		keepRef.current?.focus();
		return () => {
			if (before instanceof HTMLElement && before.isConnected) before.focus();
		};
	}, []);

	return (
		<div role="alertdialog" aria-labelledby={`${id}title`} aria-describedby={`${id}hint`} {...slot('pc-discard')}>
			<div>
				<p id={`${id}title`} {...slot('pc-discard-title')}>
					{locale.dialog.discardTitle}
				</p>
				<p id={`${id}hint`} {...slot('pc-hint')}>
					{locale.dialog.discardHint}
				</p>
			</div>
			<div {...slot('pc-form-actions')}>
				<Button ref={keepRef} onClick={onKeep}>
					{locale.dialog.keepEditing}
				</Button>
				<Button variant="danger" onClick={onDiscard}>
					{locale.dialog.discard}
				</Button>
			</div>
		</div>
	);
}
