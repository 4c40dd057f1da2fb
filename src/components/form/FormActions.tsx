'use client';
import type { ReactNode } from 'react';
import { useWords } from '../../hooks/context/useWords';
import { formWords } from '../../locales/english/form/formWords';
import { Button } from '../ui/Button';
import { slot } from '../ui/slot';
import { useCustomerFormContext } from './customerFormContext';

interface FormActionsProps {
	onCancel: (() => void) | undefined;
	submitLabel: ReactNode;
	classNames: Partial<Record<'actions' | 'submit' | 'cancel', string>> | undefined;
}

/** The buttons below a form. */
export function FormActions({ onCancel, submitLabel, classNames }: FormActionsProps) {
	const locale = useWords(formWords);
	const { model, readOnly } = useCustomerFormContext();
	return (
		<div {...slot('pc-form-actions', classNames?.actions)}>
			{onCancel && (
				<Button className={classNames?.cancel} onClick={onCancel}>
					{readOnly ? locale.common.close : locale.common.cancel}
				</Button>
			)}
			{!readOnly && (
				<Button type="submit" variant="primary" busy={model.status === 'saving'} className={classNames?.submit}>
					{submitLabel ?? (model.mode === 'edit' ? locale.form.save : locale.form.create)}
				</Button>
			)}
		</div>
	);
}
