'use client';
import type { ReactNode } from 'react';
import { useWords } from '../../hooks/context/useWords';
import { fieldWords } from '../../locales/english/ui/commonWords';
import { slot } from '../ui/slot';

/** What ties a control to its label, its hint and its error. */
export interface FormFieldControl {
	id: string;
	'aria-describedby': string | undefined;
	'aria-invalid': true | undefined;
	'aria-required': true | undefined;
}

export interface FormFieldProps {
	/** Of the control. */
	id: string;
	label: ReactNode;
	/** Fields that may stay empty say so; required ones say it to assistive technology only. @default false */
	required?: boolean;
	/** Leaves "optional" unsaid, where a group says it already or there is nothing to fill in. @default false */
	quiet?: boolean | undefined;
	/** Stands in for the hint. */
	error?: ReactNode;
	hint?: ReactNode;
	/** Under the hint or the error. */
	after?: ReactNode;
	className?: string;
	/** Renders the control with what it needs to be tied to its words. */
	children: (control: FormFieldControl) => ReactNode;
}

/** A label, a control and the line under it. */
export function FormField({ id, label, required = false, quiet = false, error, hint, after, className, children }: FormFieldProps) {
	const locale = useWords(fieldWords);
	const line = error ? `${id}-error` : hint ? `${id}-hint` : undefined;
	return (
		<div {...slot('pc-field', className)} data-state={error ? 'invalid' : 'valid'} lang={locale.code} dir={locale.dir}>
			<div {...slot('pc-label-row')}>
				<label {...slot('pc-label')} htmlFor={id}>
					{label}
				</label>
				{!required && !quiet && (
					<span {...slot('pc-optional')} aria-hidden="true">
						{locale.common.optional}
					</span>
				)}
			</div>
			<div {...slot('pc-control')}>
				{children({
					id,
					'aria-describedby': line,
					'aria-invalid': error ? true : undefined,
					'aria-required': required || undefined,
				})}
			</div>
			{error ? (
				<p {...slot('pc-error')} id={line}>
					{error}
				</p>
			) : (
				hint && (
					<p {...slot('pc-hint')} id={line}>
						{hint}
					</p>
				)
			)}
			{after}
		</div>
	);
}
